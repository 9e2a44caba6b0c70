import Ground
import SetupCore
import TestSupport
import Testing

/// The rule for writing a value: bare, else single quotes, else double quotes, else refuse.
struct DotenvValueTests {
  private static let dangers = "a b #c;&|<>()\"`"

  @Test(arguments: [
    ("abcXYZ019_./:=+,@%-", "abcXYZ019_./:=+,@%-"),
    ("a b", "'a b'"),
    ("a#b", "'a#b'"),
    (" a ", "' a '"),
    ("a\tb", "'a\tb'"),
    ("a$b", "'a$b'"),
    ("x$&y", "'x$&y'"),
    ("!x", "'!x'"),
    ("~/x", "'~/x'"),
    ("ë", "'ë'"),
    (dangers, "'\(dangers)'"),
    ("it's", "\"it's\""),
    ("it's # so", "\"it's # so\""),
    ("", ""),
  ])
  func `writes a new value so that most readers agree`(_ value: String, _ spelling: String) throws {
    let file = try document("").setting("KEY", to: Secret(value))
    #expect(file.content.text == "KEY=\(spelling)\n")
    #expect(file.value(of: "KEY") == Secret(value))
  }

  @Test(arguments: ["a\nEVIL=1", "a\rb", "a\\b", "it's $x", "'\"", "a\0b", "a\u{1B}b", "x'\\"])
  func `refuses a value that no spelling can hold`(_ value: String) throws {
    for text in ["", "KEY=\n", "KEY=''\n", "KEY=\"\"\n"] where value != "a\\b" || text != "KEY=''\n"
    {
      let file = try document(text)
      #expect(throws: DotenvError.unwritableValue) { try file.setting("KEY", to: Secret(value)) }
    }
  }

  @Test(arguments: [
    ("KEY='old'", "a b", "KEY='a b'"),
    ("KEY=\"old\"", "a b", "KEY=\"a b\""),
    ("KEY='old'", "it's", "KEY=\"it's\""),
    ("KEY=\"old\"", "a$b", "KEY='a$b'"),
    ("KEY=\"old\"#c", "a$b", "KEY='a$b'#c"),
    ("KEY=`old`#c", "ab", "KEY=ab #c"),
    ("KEY=`old` #c", "ab", "KEY=ab #c"),
    ("KEY=old", "a b", "KEY='a b'"),
    ("KEY=old # c", "", "KEY= # c"),
    ("KEY=\"old\"", "", "KEY=\"\""),
    ("KEY='a b'", "ab", "KEY='ab'"),
  ])
  func `keeps the quotes that can hold the value`(
    _ before: String,
    _ value: String,
    _ after: String
  ) throws {
    let file = try document("A=1\n\(before)\nB=2").setting("KEY", to: Secret(value))
    #expect(file.content.text == "A=1\n\(after)\nB=2")
  }

  @Test
  func `refuses quotes beside a quote that is never closed`() throws {
    let file = try document("A=1\nX=\"abc\nKEY=old\n")
    #expect(throws: DotenvError.openQuote(line: 2)) { try file.setting("KEY", to: Secret("a b")) }
    #expect(throws: DotenvError.openQuote(line: 2)) { try file.setting("NEW", to: Secret("a b")) }
    #expect(try file.setting("KEY", to: Secret("ab")).content.text == "A=1\nX=\"abc\nKEY=ab\n")
  }

  @Test(arguments: ["export KEY=1 OTHER=2", "KEY=1; OTHER=2", "KEY=1 2 OTHER='3'"])
  func `refuses a line that sets several variables`(_ line: String) throws {
    let file = try document("A=1\n\(line)\n")
    #expect(throws: DotenvError.severalAssignments(line: 2)) {
      try file.setting("KEY", to: Secret("new"))
    }
  }

  @Test(arguments: ["", "1A", "A-B", "A.B", "A B", "A=B", "A\nB", "É"])
  func `refuses a name that not every reader takes`(_ name: String) throws {
    let file = try document("")
    #expect(throws: DotenvError.invalidName) { try file.setting(name, to: Secret("x")) }
  }
}
