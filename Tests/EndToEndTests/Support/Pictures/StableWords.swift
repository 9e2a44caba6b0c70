/// Words that are others in each run, and the examples that stand for them in the pictures.
///
/// An example is as wide as what it stands for, so that nothing else moves.
struct StableWords {
  /// An example that is longer than what it stands for.
  struct ExampleTooLong: Error {
    let example: String
    let found: String
  }

  /// A pattern that is looked for in the whole screen, row after row without line ends, since a link
  /// goes on in the next row.
  private let pattern: Regex<Substring>
  private let example: String

  static var all: [StableWords] {
    [
      // The folder of the test; its name has a fixed length for this.
      StableWords(pattern: /\/tmp\/attio-[0-9a-f]{7}/, example: "/home/ada/projects"),
      // The ports of the sandbox and of the address to which the browser comes back.
      StableWords(pattern: /127\.0\.0\.1:\d{5}/, example: "127.0.0.1:49200"),
      StableWords(pattern: /localhost%3A\d{5}/, example: "localhost%3A49787"),
      // What is random in a link: the challenge is the one of RFC 7636, appendix B.
      StableWords(
        pattern: /state=[\w\-]{43}/,
        example: "state=dGhlLXN0YXRlLW9mLXRoaXMtb25lLXJlcXVlc3QtMzI"
      ),
      StableWords(
        pattern: /code_challenge=[\w\-]{43}/,
        example: "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
      ),
      // Clocks.
      StableWords(pattern: /answer: \d:\d\d left/, example: "answer: 4:56 left"),
      StableWords(pattern: /Last checked \d s ago/, example: "Last checked 2 s ago"),
      // Measured times have no fixed width; nothing stands behind them.
      StableWords(
        pattern: /Timings: [ -~]{70}/,
        example: "Timings: name lookup 0.0 ms, connect 0.4 ms, first byte 4.2 ms"
      ),
    ]
  }

  /// Puts the example in the place of each word that the pattern finds; the style of the cells stays
  /// where the width is always the same.
  func apply(to screen: inout TerminalScreen) throws {
    let columns = screen.rows.first?.cells.count ?? 0
    let characters = screen.rows.flatMap { row in
      row.cells.map { Character($0.text.isEmpty ? "\0" : $0.text) }
    }
    let text = String(characters)
    for match in text.matches(of: pattern) {
      let found = match.output
      guard example.count <= found.count else {
        throw ExampleTooLong(example: example, found: String(found))
      }
      let start = text.distance(from: text.startIndex, to: found.startIndex)
      let blanks = String(repeating: " ", count: found.count - example.count)
      let ends = [start, start + found.count - 1].map { place in
        screen.rows[place / columns].cells[place % columns].style
      }
      for (offset, character) in (example + blanks).enumerated() {
        let place = start + offset
        screen.rows[place / columns].cells[place % columns].text = String(character)
        // Where the width differs from run to run, so does the place where a style ends.
        guard !blanks.isEmpty else { continue }
        let style = ends[offset < example.count ? 0 : 1]
        screen.rows[place / columns].cells[place % columns].style = style
      }
    }
  }
}
