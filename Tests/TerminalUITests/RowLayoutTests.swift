import CNcurses
import Ground
import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

struct RowLayoutTests {
  @Test(arguments: [
    ("plain", "plain"), ("中文字", "中文字"), ("e\u{301}", "e\u{301}"), ("👨‍👩‍👧x", "👨x"), ("👍🏽x", "👍x"),
    ("❤\u{FE0F}x", "❤ x"), ("🇩🇪", "🇩🇪"), ("1\u{FE0F}\u{20E3}x", "1\u{20E3} x"), ("a\u{1B}b", "ab"),
    ("a\nb", "ab"), ("\u{301}a", "a"),
    ("a\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}", "a\u{300}\u{300}\u{300}\u{300}"),
  ])
  func `shows what every terminal shows alike`(_ text: String, _ shown: String) {
    #expect(row([Span(text)], columns: 40, .unicode) == shown)
  }

  @Test(arguments: [
    ("Checking…", "Checking..."), ("abcd…wxyz", "abcd~wxyz"), ("cut…   next", "cut... next"),
    ("✓ ok", "+ ok"), ("✗ no", "x no"), ("› here", "> here"), ("• one", "* one"),
    ("┌─┐│└┘├┤", "+-+|++++"),
    ("Bücher 中", "B?cher ??"), ("e\u{301}x", "ex"), ("⠋ wait", "* wait"), ("“a” – b", "\"a\" - b"),
  ])
  func `keeps its columns in ASCII`(_ text: String, _ shown: String) {
    #expect(row([Span(text)], columns: 40, .ascii) == shown)
  }

  @Test(arguments: [
    (5, "abcde"), (3, "abc"), (0, ""),
  ])
  func `clips at the edge`(_ columns: Int, _ shown: String) {
    #expect(row([Span("abc"), Span("defg", .key)], columns: columns, .unicode) == shown)
  }

  @Test func `a wide character never hangs over the edge`() {
    #expect(row([Span("ab中c")], columns: 3, .unicode) == "ab")
    #expect(row([Span("ab中c")], columns: 4, .unicode) == "ab中")
    #expect(row([Span("Checking…")], columns: 9, .ascii) == "Checking~")
  }

  @Test func `starts every run at its column`() {
    let runs = RowLayout.runs(
      of: [Span("中"), Span("key", .key), Span(""), Span("x", .key), Span("y")],
      columns: 10,
      symbols: .unicode
    )
    #expect(runs.map(\.column) == [0, 2, 6])
    #expect(runs.map(\.text) == ["中", "keyx", "y"])
    #expect(runs.map(\.role) == [.plain, .key, .plain])
  }

  @Test(arguments: [
    ("xterm-256color", SymbolSet.unicode), ("tmux-256color", .unicode), ("linux", .ascii),
    ("vt220", .ascii),
  ])
  func `consoles have no fonts for symbols`(_ type: String, _ symbols: SymbolSet) {
    #expect(SymbolSet(terminalType: type) == symbols)
  }

  @Test(arguments: [("ja_JP.UTF-8", "> 中文 -...", true), ("de_DE.UTF-8", "› 中文 ─…", false)])
  func `draws ambiguous symbols in ASCII where terminals widen them`(
    _ locale: String,
    _ shown: String,
    _ isEastAsian: Bool
  ) {
    let symbols = SymbolSet(terminalType: "xterm-256color", isEastAsian: isEastAsian)
    #expect(row([Span("› 中文 ─…")], columns: 40, symbols) == shown)
  }

  /// Names as a workspace may have them, and whatever else the network may send.
  static let hostileNames = [
    "株式会社アティオ", "한국어 이름", "👩🏽‍💻 Team 👍🏿", "❤️‍🔥 Love ❤️", "🇩🇪🇫🇷 EU", "1️⃣ First", "e\u{301}e\u{301}e\u{301}",
    "Z\u{336}\u{337}\u{338}\u{339}\u{33A}\u{33B}algo", "क्षत्रिय", "กำลัง", "עברית", "العربية",
    "\u{1112}\u{1161}\u{11AB}", "\u{1FAE8}\u{1FAE9}", "﷽", "a\u{200D}b", "\u{202E}evil",
    "\u{1F3FD}", "\u{301}x",
    "ａｂｃ", "…─→·✓", "\u{E000}\u{10FFFD}", "𠀀𠀁", "\u{1171E}", "\u{FE0F}",
  ]

  @Test(arguments: hostileNames, [SymbolSet.unicode, .asciiSymbols, .ascii])
  func `no name moves what stands behind it or leaves the row`(
    _ name: String,
    _ symbols: SymbolSet
  ) {
    for text in [name, SafeText.cleaned(name)] {
      for width in 1...24 {
        let cell = text.truncated(to: width).padded(to: width)
        let spans = [Span(cell), Span("|", .key), Span(text, .muted)]
        let runs = RowLayout.runs(of: spans, columns: 30, symbols: symbols)
        #expect(runs.first { $0.role == .key }?.column == width, "width \(width)")
        for columns in 1...30 {
          let cut = RowLayout.runs(of: spans, columns: columns, symbols: symbols)
          let scalars = cut.flatMap(\.scalars)
          #expect(scalars.reduce(0) { $0 + Int(cnc_width($1)) } <= columns)
          let drawn = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
          #expect(drawn.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) } <= columns)
        }
      }
    }
  }

  @Test func `every character of Unicode is drawn as wide as the screens count it`() {
    var wider: [String] = []
    // The great blocks of one kind (ideographs, syllables, private use) by samples.
    let all =
      Array(UInt32(0xA0)...0x33FF) + Array(0x4DC0...0x4DFF) + Array(0xA000...0xABFF)
      + Array(0xD7A4...0xFFFF) + Array(0x10000...0x1FFFF) + Array(0xE0000...0xE01FF)
      + Array(stride(from: UInt32(0x3400), through: 0x10FFFF, by: 251))
    for value in all {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let runs = RowLayout.runs(
        of: [Span("a" + String(scalar)), Span("|", .key)],
        columns: 9,
        symbols: .unicode
      )
      let expected = 1 + DisplayWidth.of(scalar)
      if runs.last?.column != expected, scalar.properties.generalCategory != .format,
        !scalar.properties.isEmojiModifier
      {
        wider.append(String(value, radix: 16))
      }
    }
    #expect(wider == [])
  }

  private func row(_ spans: [Span], columns: Int, _ symbols: SymbolSet) -> String {
    RowLayout.runs(of: spans, columns: columns, symbols: symbols).map(\.text).joined()
  }
}
