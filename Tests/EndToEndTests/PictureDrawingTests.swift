import Ground
import SetupCore
import TestSupport
import Testing

/// From what a terminal shows to a picture: nothing is lost, and every letter stays in its column.
@Suite(.alone) struct PictureDrawingTests {
  /// What tmux 3.3a printed of a terminal that was told these words with these styles.
  private static let captured = """
    a\u{1B}[1m\u{1B}[31m界e\u{301}\u{1B}[0m\u{1B}[39m\u{1B}[49m|\u{1B}[7m rev \u{1B}[0m\u{1B}[39m\
    \u{1B}[49m   \u{1B}[4m\u{1B}[36mlink\u{1B}[0m\u{1B}[39m\u{1B}[49m ••
    \u{1B}[2mone  two\u{1B}[1m\u{1B}[38;5;130m<&>
    """

  private func screen(columns: Int = 24) throws -> TerminalScreen {
    try TerminalScreen(captured: Self.captured, columns: columns)
  }

  @Test func `a row keeps words, styles and columns`() throws {
    let screen = try screen()
    #expect(screen.rows.map(\.cells.count) == [24, 24])
    #expect(screen.text == "a界e\u{301}| rev    link ••\none  two<&>")
    let red = CellStyle(foreground: 1, isBold: true)
    let link = CellStyle(foreground: 6, isUnderlined: true)
    let reversed = CellStyle(isReversed: true)
    #expect(
      screen.rows[0].runs == [
        .init(column: 0, columns: 1, text: "a", style: CellStyle()),
        .init(column: 1, columns: 2, text: "界", style: red),
        .init(column: 3, columns: 1, text: "e\u{301}", style: red),
        .init(column: 4, columns: 1, text: "|", style: CellStyle()),
        .init(column: 6, columns: 3, text: "rev", style: reversed),
        .init(column: 13, columns: 4, text: "link", style: link),
        .init(column: 18, columns: 2, text: "••", style: CellStyle()),
      ]
    )
    #expect(screen.rows[0].fills == [.init(column: 5, columns: 5, text: "", style: reversed)])
    // A style goes on until another sequence changes it.
    let amber = CellStyle(foreground: 130, isBold: true, isDim: true)
    #expect(
      screen.rows[1].runs.map(\.style) == [CellStyle(isDim: true), .init(isDim: true), amber]
    )
    #expect(screen.rows[1].runs.map(\.column) == [0, 5, 8])
  }

  @Test(arguments: [
    "\u{1B}[3m", "\u{1B}[38;2;1;2;3m", "\u{1B}[38;5;300m", "\u{1B}[;xm", "\u{1B}]8;;",
  ])
  func `what a picture would not show is an error`(sequence: String) {
    #expect(throws: CellStyle.NotUnderstood.self) {
      try TerminalScreen(captured: "a\(sequence)b", columns: 80)
    }
  }

  /// The screen of a terminal that was told some bytes.
  private func shown(_ bytes: String, in project: ScratchProject) async throws -> TerminalScreen {
    try project.write(bytes, to: "bytes")
    var screen: TerminalScreen?
    try await TmuxSession.withShell(project) { terminal in
      try await terminal.enter("clear; cat bytes; exec cat")
      screen = try await terminal.picture("the bytes") {
        !$0.text.contains("ready>") && $0.text.contains("link")
      }
    }
    return try #require(screen)
  }

  @Test func `a real terminal counts the same columns, and shows a recorded session`() async throws
  {
    try await ScratchProject.with { project in
      let told =
        Self.captured.replacing("\n", with: "\u{1B}[0m\r\n") + "\u{1B}[0m\u{1B}[44m 界\u{1B}[0m "
      let first = try await shown(told, in: project)
      // 11 columns of the second row, a blank, a wide character, a blank.
      #expect(first.cursor == Position(row: 1, column: 15))
      let cells = try screen(columns: 80).rows[0].cells
      #expect(first.rows[0].cells == cells)

      var session = RecordedSession()
      session.add(try TerminalScreen(captured: "before", columns: 80).padded(to: 24), for: 10)
      session.add(first, for: 1_500)
      session.add(first, for: 500)
      let lines = try session.cast(title: "A \"title\"").split(separator: "\n").map {
        try JSON(String($0))
      }
      #expect(lines.first?.title?.string == "A \"title\"")
      #expect(lines.first?.height?.number == 24)
      #expect(lines.dropFirst().map { $0.elements.first?.number } == [0, 0.01, 2.01])
      let output = lines.dropFirst().compactMap { $0.elements.last?.string }.joined()
      #expect(try await shown(output, in: project) == first)
    }
  }

  @Test func `a picture has every piece of text in its columns`() throws {
    var screen = try screen()
    screen.cursor = Position(row: 1, column: 12)
    let svg = ScreenPicture(title: "Letters & <signs>", screen: screen).svg
    let lines = svg.split(separator: "\n")
    #expect(
      lines.contains(
        """
        <g transform="translate(0 18)"><rect x="108" width="9" height="18" class="i"/>\
        <text x="0" y="14" textLength="27" lengthAdjust="spacingAndGlyphs" class="d">one</text>\
        <text x="45" y="14" textLength="27" lengthAdjust="spacingAndGlyphs" class="d">two</text>\
        <text x="72" y="14" textLength="27" lengthAdjust="spacingAndGlyphs" class="b d c130">\
        &lt;&amp;&gt;</text></g>
        """
      )
    )
    #expect(svg.contains(#"<text x="9" y="14" textLength="18" "#))
    #expect(svg.contains(#"<title id="title">Letters &amp; &lt;signs&gt;</title>"#))
    #expect(lines.contains(".c130{fill:#af5f00}"))
  }

  @Test func `a moving picture shows each screen for its time and rests at the last`() throws {
    var session = RecordedSession()
    for (text, time) in [("one", 300), ("one", 100), ("two", 600), ("one", 1_000)] {
      session.add(try TerminalScreen(captured: text, columns: 10), for: time)
    }
    let svg = SessionPicture(title: "Session", session: session).svg
    #expect(
      svg.contains(
        """
        .film{transform:translateX(-180px);animation:film 2.000s step-end infinite}
        @keyframes film{0.000%{transform:translateX(0px)}20.000%{transform:translateX(-90px)}\
        50.000%{transform:translateX(-180px)}}
        @media (prefers-reduced-motion:reduce){.film{animation:none}}
        """
      )
    )
    // Rows that come back are drawn once.
    #expect(svg.split(separator: ">one</text>").count == 2)
    #expect(svg.contains(##"<g transform="translate(180 0)"><use href="#r0" y="0"/></g>"##))
  }

  @Test func `words that are others in each run give way to examples of their width`() throws {
    let port = "http://127.0.0.1:41083/authorize"
    var screen = try TerminalScreen(
      captured: "\(port)\n\u{1B}[1m Last checked 7 s ago",
      columns: 33
    )
    for words in StableWords.all { try words.apply(to: &screen) }
    #expect(screen.text == "http://127.0.0.1:49200/authorize\n Last checked 2 s ago")
    #expect(screen.rows[1].runs.first?.style == CellStyle(isBold: true))

    // A link goes on in the next row.
    let state = "&state=" + String(repeating: "x", count: 43)
    var link = try TerminalScreen(
      captured: "\(state.prefix(25))\n\(state.dropFirst(25))",
      columns: 25
    )
    for words in StableWords.all { try words.apply(to: &link) }
    #expect(link.text == "&state=dGhlLXN0YXRlLW9mLX\nRoaXMtb25lLXJlcXVlc3QtMzI")
  }

  @Test(arguments: [
    (0, "#000000"), (31, "#0087af"), (196, "#ff0000"), (232, "#080808"), (255, "#eeeeee"),
  ])
  func `the colours are those of xterm`(number: UInt8, hex: String) {
    #expect(PictureTheme.hex(number) == hex)
  }
}

extension TerminalScreen {
  /// The screen with empty rows below.
  fileprivate func padded(to count: Int) -> TerminalScreen {
    var screen = self
    let columns = rows.first?.cells.count ?? 0
    screen.rows += Array(repeating: .blank(columns), count: count - rows.count)
    return screen
  }
}
