import Ground

/// The part of a screen between its header and its footer, built row by row.
struct Page {
  /// The columns that a row may fill.
  let columns: Int
  /// Whether the terminal is low, so that blank and explaining rows stay only where all fits.
  let isCompact: Bool
  private(set) var rows: [[Span]] = []
  /// What each row is worth when there is not room for all.
  private var weights: [Weight] = []
  /// The cursor, counted in rows of the page.
  private(set) var cursor: Position?
  /// The row that must be visible.
  private(set) var focus: Int?
  /// The same content without a layout, for the line mode.
  private(set) var parts: [PagePart] = []
  /// The rows that the highlight can stand on, in the order in which the arrows reach them.
  private(set) var choices: [Int] = []
  /// Whether a paste is kept for the page that asks for it.
  var keepsPaste = false

  private enum Weight {
    case needed
    case explaining
    case blank
  }

  init(size: Size) {
    columns = max(1, size.columns - 2)
    isCompact = size.rows < 20
  }

  private mutating func append(_ row: [Span], _ weight: Weight = .needed) {
    rows.append(row)
    weights.append(weight)
  }

  /// Leaves out blank rows, then explaining ones, of a page that is too long for a low terminal.
  func fitted(to room: Int) -> Page {
    guard isCompact, rows.count > room else { return self }
    let airless = without([.blank])
    return airless.rows.count > room ? airless.without([.explaining]) : airless
  }

  private func without(_ dropped: Set<Weight>) -> Page {
    var page = self
    let kept = rows.indices.filter { !dropped.contains(weights[$0]) }
    page.rows = kept.map { rows[$0] }
    page.weights = kept.map { weights[$0] }
    page.focus = focus.map { row in kept.count { $0 < row } }
    page.choices = choices.map { row in kept.count { $0 < row } }
    page.cursor = cursor.map { place in
      Position(row: kept.count { $0 < place.row }, column: place.column)
    }
    return page
  }

  /// Leaves a row empty, where there is room.
  mutating func blank() {
    if let last = parts.last, last != .blank { parts.append(.blank) }
    if !rows.isEmpty, rows.last?.isEmpty == false { append([], .blank) }
  }

  /// Adds what only the eye needs, because the line mode says it elsewhere.
  mutating func silently(_ add: (inout Page) -> Void) {
    let said = parts
    add(&self)
    parts = said
  }

  /// Adds a row as it is; where it makes sense only to the eye, `spoken` says the same in words, or
  /// nothing.
  mutating func row(_ spans: [Span], spoken: String? = nil) {
    let text = spoken ?? spans.map(\.text).joined()
    if !text.isEmpty { parts.append(.text(text)) }
    append(spans)
  }

  /// Adds a text as it stands, cut into rows where it is too long.
  mutating func verbatim(_ text: String, _ role: Role) {
    parts.append(.verbatim(text))
    for piece in text.pieces(of: columns) { append([Span(piece, role)]) }
  }

  /// Adds a text, broken between words, each line indented.
  mutating func text(_ text: String, _ role: Role = .plain, indent: Int = 0, mark: String = "") {
    parts.append(.text(mark + text))
    let lead = String(repeating: " ", count: indent)
    let hang = String(repeating: " ", count: DisplayWidth.of(mark))
    let width = columns - indent - DisplayWidth.of(mark)
    for (index, line) in text.wrapped(to: width).enumerated() {
      if DisplayWidth.of(line) > width {
        addressRows(line)
      } else {
        append([Span(lead + (index == 0 ? mark : hang) + line, role)])
      }
    }
  }

  /// Adds a text that is left out where there is no room for it.
  mutating func explanation(_ text: String) {
    parts.append(.text(text))
    for line in text.wrapped(to: columns) { append([Span(line, .muted)], .explaining) }
  }

  /// Adds a label and what is to be said of it, the latter broken between words.
  mutating func fact(_ label: String, _ value: String, _ role: Role = .plain) {
    parts.append(.text(label.isEmpty ? value : "\(label): \(value)"))
    let name = "  \(label)".padded(to: 14)
    for (index, line) in value.wrapped(to: columns - 14).enumerated() {
      let lead = index == 0 ? name : String(repeating: " ", count: 14)
      append([Span(lead, .muted), Span(line, role)])
    }
  }

  /// Adds a row of a list of choices; `spoken` says the same where the text has columns.
  mutating func choice(_ text: String, isFocused: Bool, spoken: String? = nil) {
    parts.append(.choice(spoken ?? text, isFocused: isFocused))
    choices.append(rows.count)
    if isFocused { focus = rows.count }
    let line = (isFocused ? "> " : "  ") + text
    append([Span(line.truncated(to: columns), isFocused ? .focus : .plain)])
  }

  /// Adds a row that a list highlights, of several stretches; `spoken` says the same in words.
  mutating func listRow(_ spans: [Span], isFocused: Bool, spoken: String) {
    parts.append(.listRow(spoken, isFocused: isFocused))
    choices.append(rows.count)
    guard isFocused else {
      append([Span("  ")] + spans)
      return
    }
    focus = rows.count
    let text = "> " + spans.map(\.text).joined()
    append([Span(text.padded(to: columns), .focus)])
  }

  /// Adds a row that holds the cursor, and what the line mode asks for there; nil where it only
  /// shows something.
  mutating func field(_ spans: [Span], cursorColumn: Int, asking entry: LineEntry?) {
    if let entry { parts.append(.field(entry)) }
    cursor = Position(row: rows.count, column: cursorColumn)
    focus = focus ?? rows.count
    append(spans)
  }

  /// Adds an address from the first column, alone on its row, or on more than one where it is
  /// longer than the terminal is wide.
  mutating func address(_ url: String) {
    parts.append(.text(url))
    addressRows(url)
  }

  private mutating func addressRows(_ url: String) {
    for piece in url.pieces(of: columns + 2) { append([Span(piece, .link)]) }
  }
}

/// A piece of a page without its layout.
enum PagePart: Equatable {
  case blank
  case text(String)
  /// Code or a difference, in which every space counts.
  case verbatim(String)
  case choice(String, isFocused: Bool)
  case listRow(String, isFocused: Bool)
  case field(LineEntry)
}
