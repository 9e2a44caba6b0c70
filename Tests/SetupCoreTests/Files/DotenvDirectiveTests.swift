import SetupCore
import TestSupport
import Testing

struct DotenvDirectiveTests {
  @Test(arguments: [
    ("# attio-scopes: a:read b:read-write\nKEY=\n", "a:read b:read-write"),
    ("#attio-scopes:a \t\r\n", "a"),
    ("  #  attio-scopes:   a", "a"),
    ("# attio-scopes:\n", ""),
    ("KEY=1\n# attio-scopes: a\n# attio-scopes: b\n", "a"),
  ])
  func `reads the comment`(_ text: String, _ expected: String) throws {
    #expect(try document(text).directive("attio-scopes") == expected)
  }

  @Test(arguments: [
    "", "KEY=1 # attio-scopes: a\n", "# not attio-scopes: a\n", "# attio-scopes a\n",
    "P=\"\n# attio-scopes: a\n\"\n", "attio-scopes: a\n", "# attio-scopes: ⟦FF⟧\n",
  ])
  func `finds no comment where there is none`(_ text: String) throws {
    #expect(try document(text).directive("attio-scopes") == nil)
  }

  @Test(arguments: [
    ("KEY=\n", "# attio-scopes: a b\nKEY=\n"),
    ("A=1\r\nexport KEY=\r\nB=2", "A=1\r\n# attio-scopes: a b\r\nexport KEY=\r\nB=2"),
    ("A=x\\\nKEY=\n", "# attio-scopes: a b\nA=x\\\nKEY=\n"),
    ("A=1", "A=1\n# attio-scopes: a b\n"),
    ("KEY=\n#attio-scopes:x # y \r\nA=1", "KEY=\n#attio-scopes: a b \r\nA=1"),
    ("# attio-scopes:\nKEY=\n", "# attio-scopes: a b\nKEY=\n"),
    ("P=\"\nKEY=in\n\"\nKEY=\n", "P=\"\nKEY=in\n\"\n# attio-scopes: a b\nKEY=\n"),
  ])
  func `writes the comment above the variable or changes it`(
    _ before: String,
    _ after: String
  ) throws {
    let file = try document(before).settingDirective("attio-scopes", to: "a b", above: "KEY")
    #expect(file.content.text == after)
    #expect(file.directive("attio-scopes") == "a b")
    #expect(try file.settingDirective("attio-scopes", to: "a b", above: "KEY") == file)
  }

  @Test
  func `empties the comment`() throws {
    let file = try document("# attio-scopes: a\nKEY=\n")
    let edited = try file.settingDirective("attio-scopes", to: "", above: "KEY")
    #expect(edited.content.text == "# attio-scopes:\nKEY=\n")
    #expect(edited.directive("attio-scopes") == "")
  }

  @Test
  func `refuses a text that would add a line`() throws {
    let file = try document("KEY=\n")
    #expect(throws: DotenvError.unwritableValue) {
      try file.settingDirective("attio-scopes", to: "a\nEVIL=1", above: "KEY")
    }
  }

  @Test(arguments: [
    ("", "KEY=\n"),
    ("A=1", "A=1\nKEY=\n"),
    ("KEY=placeholder\n", "KEY=placeholder\n"),
    ("# KEY=x\r\n", "# KEY=x\r\nKEY=\r\n"),
  ])
  func `adds an empty assignment only where there is none`(
    _ before: String,
    _ after: String
  ) throws {
    #expect(try document(before).ensuringEmptyAssignment(of: "KEY").content.text == after)
  }
}
