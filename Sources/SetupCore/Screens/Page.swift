/// The part of a screen between its header and its footer, built row by row.
struct Page {
  /// The columns that a row may fill.
  let columns: Int
  /// Whether the terminal is low, so that blank and explaining rows are left out.
  let isCompact: Bool
  private(set) var rows: [[Span]] = []
  /// The cursor, counted in rows of the page.
  private(set) var cursor: Position?
  /// The row that must be visible.
  private(set) var focus: Int?

  init(size: Size) {
    columns = max(1, size.columns - 2)
    isCompact = size.rows < 20
  }

  /// Leaves a row empty; none in a low terminal.
  mutating func blank() {
    if !isCompact, !rows.isEmpty, rows.last?.isEmpty == false { rows.append([]) }
  }

  /// Adds a row as it is.
  mutating func row(_ spans: [Span]) {
    rows.append(spans)
  }

  /// Adds a text, broken between words, each line indented.
  mutating func text(_ text: String, _ role: Role = .plain, indent: Int = 0, mark: String = "") {
    let lead = String(repeating: " ", count: indent)
    let hang = String(repeating: " ", count: DisplayWidth.of(mark))
    let width = columns - indent - DisplayWidth.of(mark)
    for (index, line) in text.wrapped(to: width).enumerated() {
      rows.append([Span(lead + (index == 0 ? mark : hang) + line, role)])
    }
  }

  /// Adds a text that is left out of a low terminal.
  mutating func explanation(_ text: String, _ role: Role = .muted) {
    if !isCompact { self.text(text, role) }
  }

  /// Adds a label and what is to be said of it, the latter broken between words.
  mutating func fact(_ label: String, _ value: String, _ role: Role = .plain) {
    let name = "  \(label)".padded(to: 14)
    for (index, line) in value.wrapped(to: columns - 14).enumerated() {
      let lead = index == 0 ? name : String(repeating: " ", count: 14)
      rows.append([Span(lead, .muted), Span(line, role)])
    }
  }

  /// Adds a row of a list of choices.
  mutating func choice(_ text: String, isFocused: Bool) {
    if isFocused { focus = rows.count }
    let line = (isFocused ? "> " : "  ") + text
    rows.append([Span(line.truncated(to: columns), isFocused ? .focus : .plain)])
  }

  /// Adds a row that a list highlights, of several stretches.
  mutating func listRow(_ spans: [Span], isFocused: Bool) {
    guard isFocused else {
      rows.append([Span("  ")] + spans)
      return
    }
    focus = rows.count
    let text = "> " + spans.map(\.text).joined()
    rows.append([Span(text.padded(to: columns), .focus)])
  }

  /// Adds a row that holds the cursor.
  mutating func field(_ spans: [Span], cursorColumn: Int) {
    cursor = Position(row: rows.count, column: cursorColumn)
    focus = focus ?? rows.count
    rows.append(spans)
  }

  /// Adds an address alone on its row, never cut by words and without anything beside it.
  mutating func address(_ url: String) {
    rows.append([Span(url, .link)])
  }
}
