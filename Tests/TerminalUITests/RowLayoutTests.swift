import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

@Suite(.alone) struct RowLayoutTests {
  @Test(arguments: [
    ("plain", "plain"), ("中文字", "中文字"), ("e\u{301}", "e\u{301}"), ("👨‍👩‍👧x", "👨x"), ("👍🏽x", "👍x"),
    ("❤\u{FE0F}x", "❤x"), ("🇩🇪", "🇩🇪"), ("a\u{1B}b", "a?b"), ("a\nb", "a?b"), ("\u{301}a", "a"),
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

  private func row(_ spans: [Span], columns: Int, _ symbols: SymbolSet) -> String {
    RowLayout.runs(of: spans, columns: columns, symbols: symbols).map(\.text).joined()
  }
}
