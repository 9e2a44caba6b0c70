import Ground
import TestSupport
import Testing

struct TextFittingTests {
  @Test(arguments: [
    ("", 5, [""]),
    ("one", 5, ["one"]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 100, ["one two three"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
    ("日本語の", 4, ["日本", "語の"]),
    ("日本", 1, ["日", "本"]),
    ("one\ntwo", 10, ["one", "two"]),
    ("one\n\ntwo", 10, ["one", "", "two"]),
    (
      "Open https://app.attio.com/settings/developers now.", 20,
      ["Open", "https://app.attio.com/settings/developers", "now."]
    ),
    ("a https://x.y z", 80, ["a https://x.y z"]),
  ])
  func `wraps between words and never splits an address`(
    _ text: String,
    _ columns: Int,
    _ lines: [String]
  ) {
    #expect(text.wrapped(to: columns) == lines)
  }

  @Test(arguments: 1...40)
  func `loses no word and keeps every line within its width`(_ columns: Int) {
    let text = "Ask an admin of the workspace to edit the token's scopes: 日本語 👨‍👩‍👧‍👦 works too."
    let lines = text.wrapped(to: columns)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(2, columns) })
  }
}
