import Ground
import TestSupport
import Testing

struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("", ""),
    ("Größe 界 😀", "Größe 界 😀"),
    ("a\u{1B}[31mred\u{1B}[0m", "a[31mred[0m"),
    ("a\u{9B}31m", "a31m"),
    ("bell\u{07}", "bell"),
    ("null\u{0}byte", "nullbyte"),
    ("del\u{7F}", "del"),
    ("one\ntwo", "one two"),
    ("one\r\ntwo", "one two"),
    ("one\ttwo", "one two"),
    ("one\u{85}two", "one two"),
    ("one\u{2028}two\u{2029}three", "one two three"),
    ("  ends  ", "ends"),
    ("\u{202E}txt.exe\u{202C}", "txt.exe"),
    ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "a"),
    ("zero\u{200B}width\u{FEFF}\u{2060}", "zerowidth"),
    ("joined\u{200D}up", "joinedup"),
    ("tag\u{E0041}", "tag"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("\u{301}leading mark", "leading mark"),
    ("e\u{301}", "e\u{301}"),
  ])
  func `removes what does not draw`(_ text: String, _ expected: String) {
    #expect(SafeText.cleaned(text) == expected)
  }

  @Test
  func `keeps no control, bidirectional or invisible scalar of any kind`() {
    let planes = [UInt32(0)...0x1FFFF, 0xE0000...0xE0FFF].joined()
    let kept = planes.compactMap { Unicode.Scalar($0) }.filter {
      SafeText.cleaned("a\($0)b").unicodeScalars.contains($0)
    }
    #expect(kept.allSatisfy { !$0.properties.isBidiControl })
    #expect(kept.allSatisfy { !$0.properties.isDefaultIgnorableCodePoint })
    #expect(kept.allSatisfy { $0.properties.generalCategory != .control })
    #expect(kept.count > 100_000)
  }

  @Test(arguments: [
    ("12345", 5, "12345"), ("123456", 5, "1234…"), ("123456", 1, "…"), ("123456", 0, ""),
    ("", 0, ""),
  ])
  func `cuts to a length`(_ text: String, _ limit: Int, _ expected: String) {
    #expect(SafeText.cleaned(text, limit: limit) == expected)
  }

  @Test
  func `piles no more than four marks on a letter`() {
    let piled = "a" + String(repeating: "\u{301}", count: 5_000) + "b"
    #expect(SafeText.cleaned(piled).unicodeScalars.count == 6)
    #expect(SafeText.cleaned(String(repeating: piled, count: 300)).count == 200)
  }
}

/// What every text passes on its way out.
struct PrintableTextTests {
  private static let hostile =
    "a\u{1B}[2Jb\u{7}c\u{7F}d\u{9B}31me\u{202E}f\u{2066}g\u{200F}h\u{2028}i\rj\tk\nl é 👩‍💻"

  @Test func `loses what a terminal would act on, and nothing else`() {
    #expect(
      SafeText.printable(Self.hostile) == "a[2Jbcd31mefghijkl é 👩‍💻"
    )
    #expect(SafeText.printable(Self.hostile, keepingLayout: true).contains("j\tk\nl"))
    #expect(SafeText.printable("  two  spaces  ") == "  two  spaces  ")
  }

  @Test func `a JSON document keeps its meaning`() {
    let json = "{\n  \"a\": \"x\u{202E}y\u{9B}z\u{7F} é\"\n}"
    #expect(SafeText.escaped(json: json) == "{\n  \"a\": \"x\\u202ey\\u009bz\\u007f é\"\n}")
  }
}
