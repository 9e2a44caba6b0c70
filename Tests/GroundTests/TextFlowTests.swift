import Ground
import TestSupport
import Testing

struct TextFlowTests {
  @Test(arguments: [
    ("short", 40, ["short"]),
    ("  keeps   its blanks", 40, ["  keeps   its blanks"]),
    ("one two three", 7, ["one two", "three"]),
    (
      "✓ pass    Nobody else can read it now", 24,
      ["✓ pass    Nobody else", "          can read it", "          now"]
    ),
    ("  Next: do this and that", 14, ["  Next: do", "  this and", "  that"]),
    ("- one two three", 9, ["- one two", "  three"]),
    ("1: Use the folder above", 12, ["1: Use the", "   folder", "   above"]),
    (
      "Open https://a.example/very/long/path now", 20,
      ["Open", "https://a.example/very/long/path", "now"]
    ),
    ("  a averyveryverylongword b", 10, ["  a", "averyveryverylongword", "  b"]),
    ("中文 中文 中文", 9, ["中文 中文", "中文"]),
    ("first\nsecond third", 8, ["first", "second", "third"]),
    ("", 10, [""]),
  ])
  func `breaks between words and under the last column`(
    text: String,
    columns: Int,
    lines: [String]
  ) {
    #expect(text.reflowed(to: columns) == lines)
  }

  @Test func `loses no word at any width`() {
    let text =
      "✗ fail    git.ignored      Git does not ignore .env: the next commit holds the token"
    for columns in 1...120 {
      let lines = text.reflowed(to: columns)
      #expect(lines.flatMap { $0.split(separator: " ") } == text.split(separator: " "))
      for line in lines where line.split(separator: " ").count > 1 {
        #expect(DisplayWidth.of(line) <= columns)
      }
    }
  }
}

struct ASCIIFormTests {
  @Test(arguments: [
    ("plain\n\ttext", "plain\n\ttext"), ("✓ good – “yes”", "+ good - \"yes\""), ("…", "..."),
    ("café 中 😀", "caf? ?? ??"), ("e\u{301}x", "ex"), ("a\u{A0}b", "a b"), ("••••", "****"),
    ("↓ More", "v More"), ("a\r\nb", "a\r\nb"),
  ])
  func `writes signs for symbols and question marks for letters`(text: String, ascii: String) {
    #expect(ASCIIForm.of(text) == ascii)
  }
}
