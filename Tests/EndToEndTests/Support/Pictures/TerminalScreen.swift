import Ground
import SetupCore

/// A whole screen of a terminal with its colours and its cursor.
struct TerminalScreen: Equatable {
  var rows: [StyledRow]
  /// Where the cursor is seen, nil where it is hidden.
  var cursor: Position?

  /// The words of the screen.
  var text: String { rows.map(\.text).joined(separator: "\n") }

  /// The words in the row of the cursor.
  var cursorRow: String { cursor.map { rows[$0.row].text } ?? "" }

  /// The rows as they look with the cursor, a block.
  var visibleRows: [StyledRow] {
    guard let cursor else { return rows }
    var rows = rows
    rows[cursor.row].cells[cursor.column].style.isReversed.toggle()
    return rows
  }

  /// Reads what `tmux capture-pane -e` prints; a style goes on into the next row.
  init(captured: String, columns: Int, cursor: Position? = nil) throws {
    var style = CellStyle()
    rows = try captured.split(separator: "\n", omittingEmptySubsequences: false).map {
      try StyledRow(captured: $0, columns: columns, style: &style)
    }
    self.cursor = cursor
  }
}

extension StyledRow {
  fileprivate init(
    captured: Substring,
    columns: Int,
    style: inout CellStyle
  ) throws {
    cells = []
    // What stands before the first escape character is text; each later part begins with a sequence.
    for (index, part) in captured.unicodeScalars.split(
      separator: "\u{1B}",
      omittingEmptySubsequences: false
    ).enumerated() {
      var text = String(part)
      if index > 0 {
        guard let match = text.prefixMatch(of: /\[([\d;]*)m/.matchingSemantics(.unicodeScalar))
        else {
          throw CellStyle.NotUnderstood(parameters: text)
        }
        try style.apply(String(match.1))
        text = String(text.unicodeScalars[match.range.upperBound...])
      }
      for character in text { append(character, style) }
    }
    cells += Array(repeating: .blank, count: max(columns - cells.count, 0))
  }

  private mutating func append(_ character: Character, _ style: CellStyle) {
    let width = DisplayWidth.of(character)
    if width == 0, !cells.isEmpty {
      cells[cells.count - 1].text.append(character)
      return
    }
    cells.append(TerminalCell(text: String(character), style: style))
    if width == 2 { cells.append(TerminalCell(text: "", style: style)) }
  }
}
