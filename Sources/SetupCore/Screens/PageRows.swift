import Ground

/// A page laid out for the full screen.
struct PageRows {
  private(set) var rows: [[Span]] = []
  /// What each row is worth when there is not room for all.
  private var weights: [Weight] = []
  /// The cursor, counted in rows of the page.
  private(set) var cursor: Position?
  /// The row that must be visible.
  private(set) var focus: Int?
  /// The rows that the highlight can stand on, in the order in which the arrows reach them.
  private(set) var choices: [Int] = []
  private let columns: Int

  private enum Weight {
    case needed
    case explaining
    case blank
  }

  /// Lays a page out; of one that is too long for a low terminal, blank rows are left out, then
  /// explaining ones.
  init(_ page: Page, room: Int) {
    columns = page.columns
    for part in page.parts { add(part) }
    guard page.isCompact, rows.count > room else { return }
    drop([.blank])
    if rows.count > room { drop([.explaining]) }
  }

  private mutating func drop(_ dropped: Set<Weight>) {
    let kept = rows.indices.filter { !dropped.contains(weights[$0]) }
    let place = { (row: Int) in kept.count { $0 < row } }
    rows = kept.map { rows[$0] }
    weights = kept.map { weights[$0] }
    focus = focus.map(place)
    choices = choices.map(place)
    cursor = cursor.map { Position(row: place($0.row), column: $0.column) }
  }

  private mutating func append(_ row: [Span], _ weight: Weight = .needed) {
    rows.append(row)
    weights.append(weight)
  }

  private mutating func add(_ part: PagePart) {
    switch part {
    case .blank: if rows.last?.isEmpty == false { append([], .blank) }
    case .text(let text, let role, let indent, let mark):
      add(text, role, indent: indent, mark: mark.map { "\($0.sign) " } ?? "")
    case .silent(let text, let role, let indent): add(text, role, indent: indent, mark: "")
    case .explanation(let text):
      for line in text.wrapped(to: columns) { append([Span(line, .muted)], .explaining) }
    case .fact(let label, let value, let role):
      let name = "  \(label)".padded(to: 14)
      for (index, line) in value.wrapped(to: columns - 14).enumerated() {
        let lead = index == 0 ? name : String(repeating: " ", count: 14)
        append([Span(lead, .muted), Span(line, role)])
      }
    case .address(let url): add(address: url)
    case .verbatim(let text, let role):
      for piece in text.pieces(of: columns) { append([Span(piece, role)]) }
    case .row(let spans, _): append(spans)
    case .choice(let text, let isFocused, _):
      let line = ((isFocused ? "> " : "  ") + text).truncated(to: columns)
      add(choice: [Span(line, isFocused ? .focus : .plain)], isFocused: isFocused)
    case .listRow(let spans, let isFocused, _):
      let text = ("> " + spans.map(\.text).joined()).padded(to: columns)
      add(choice: isFocused ? [Span(text, .focus)] : [Span("  ")] + spans, isFocused: isFocused)
    case .field(let spans, let column, _):
      cursor = Position(row: rows.count, column: column)
      focus = focus ?? rows.count
      append(spans)
    }
  }

  private mutating func add(choice row: [Span], isFocused: Bool) {
    choices.append(rows.count)
    if isFocused { focus = rows.count }
    append(row)
  }

  private mutating func add(_ text: String, _ role: Role, indent: Int, mark: String) {
    let lead = String(repeating: " ", count: indent)
    let hang = String(repeating: " ", count: DisplayWidth.of(mark))
    let width = columns - indent - DisplayWidth.of(mark)
    for (index, line) in text.wrapped(to: width).enumerated() {
      if DisplayWidth.of(line) > width {
        add(address: line)
      } else {
        append([Span(lead + (index == 0 ? mark : hang) + line, role)])
      }
    }
  }

  private mutating func add(address url: String) {
    for piece in url.pieces(of: columns + 2) { append([Span(piece, .link)]) }
  }
}
