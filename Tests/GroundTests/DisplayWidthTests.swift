import Glibc
import Ground
import TestSupport
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("Attio setup", 11), ("é", 1), ("e\u{301}", 1), ("ñ", 1), ("ß", 1),
    ("界", 2), ("日本語", 6), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2),
    ("「」", 4), ("。", 2), ("\u{3000}", 2), ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2),
    ("🇩🇪🇫🇷", 4), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("✅", 2), ("⚠", 1), ("⚠️", 2), ("✓", 1), ("…", 1),
    ("│", 1), ("█", 1), ("·", 1), ("→", 1), ("\u{200B}", 0), ("a\u{200D}b", 2), ("\u{FEFF}", 0),
    ("\t", 0), ("\n", 0), ("\u{7F}", 0), ("\u{AD}", 1), ("á̱̈", 1), ("กำ", 2), ("कि", 2),
    ("𠀀", 2), ("Ω", 1), ("°", 1), ("🧑‍💻 dev", 6),
  ])
  func `counts the columns of a text`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("ab", 4, "ab  "), ("界", 4, "界  "), ("👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦 "), ("abcd", 4, "abcd"), ("abcde", 4, "abcde"),
    ("", 2, "  "),
  ])
  func `pads by columns`(_ text: String, _ columns: Int, _ expected: String) {
    #expect(text.padded(to: columns) == expected)
  }

  @Test(arguments: [
    ("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("界界界", 5, "界界…"), ("界界界", 4, "界…"), ("界界", 4, "界界"),
    ("abc", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"),
  ])
  func `truncates by columns with an ellipsis`(_ text: String, _ columns: Int, _ expected: String) {
    #expect(text.truncated(to: columns) == expected)
    #expect(DisplayWidth.of(text.truncated(to: columns)) <= columns)
  }

  /// Where one scalar by itself is concerned, ncurses asks the C library.
  @Test
  func `agrees with the C library about single scalars`() throws {
    let widthInC = try #require(widthFunction())
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    defer { freelocale(locale) }
    let before = uselocale(locale)
    defer { uselocale(before) }
    var differences: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = Int(widthInC(Int32(bitPattern: value)))
      let ours = DisplayWidth.of(scalar)
      // -1 stands for controls and for what the C library does not know.
      if theirs >= 0 && theirs != ours {
        differences.append("U+\(String(value, radix: 16, uppercase: true)) \(theirs) \(ours)")
      }
    }
    // A vowel sign that newer versions of Unicode draw beside its consonant.
    #expect(Set(differences).subtracting(["U+1171E 0 1"]) == [])
  }

  /// The header hides `wcwidth` behind a macro that Swift's module of the C library does not set.
  private func widthFunction() -> (@convention(c) (Int32) -> Int32)? {
    guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "wcwidth") else { return nil }
    return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
  }
}
