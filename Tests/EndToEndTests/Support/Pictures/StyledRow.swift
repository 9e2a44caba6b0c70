/// One place of a terminal.
struct TerminalCell: Hashable {
  /// What stands there with its combining marks; empty in the second half of a wide character.
  var text: String
  var style = CellStyle()

  static let blank = TerminalCell(text: " ")
}

/// A row of a terminal.
struct StyledRow: Hashable {
  var cells: [TerminalCell]

  /// A row with nothing in it.
  static func blank(_ columns: Int) -> StyledRow {
    StyledRow(cells: Array(repeating: .blank, count: columns))
  }

  /// The words, without the blanks behind them.
  var text: String {
    var text = cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The row as a terminal is told it, from its first column on.
  var sequence: String {
    var cells = cells[...]
    while cells.last == .blank { cells.removeLast() }
    var style = CellStyle()
    var result = ""
    for cell in cells {
      if cell.style != style { result += cell.style.sequence }
      style = cell.style
      result += cell.text
    }
    return style == CellStyle() ? result : result + CellStyle().sequence
  }

  /// Text in one style that begins at a column and takes so and so many.
  struct Run: Equatable {
    let column: Int
    var columns: Int
    var text: String
    let style: CellStyle
  }

  /// The words in pieces that a font of another width cannot push out of their columns: each piece is
  /// short, and what is not ASCII, which another font may draw, stands by itself.
  var runs: [Run] {
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() {
      if cell.text.isEmpty {
        if !runs.isEmpty { runs[runs.count - 1].columns += 1 }
        continue
      }
      guard cell.text != " " || cell.style.isUnderlined else { continue }
      guard let last = runs.last, last.style == cell.style, joins(last, cell, at: column) else {
        runs.append(Run(column: column, columns: 1, text: cell.text, style: cell.style))
        continue
      }
      let end = last.column + last.columns
      runs[runs.count - 1].text += (end < column ? " " : "") + cell.text
      runs[runs.count - 1].columns = column - last.column + 1
    }
    return runs
  }

  /// Stretches of cells with a background of their own.
  var fills: [Run] {
    var fills: [Run] = []
    for (column, cell) in cells.enumerated() {
      guard cell.style.isReversed || cell.style.background != nil else { continue }
      if let last = fills.last, last.style == cell.style, last.column + last.columns == column {
        fills[fills.count - 1].columns += 1
      } else {
        fills.append(Run(column: column, columns: 1, text: "", style: cell.style))
      }
    }
    return fills
  }

  /// Whether a cell goes on with a run: it follows after one blank of its style at most, and both are
  /// ASCII, or it is the same character again.
  private func joins(_ run: Run, _ cell: TerminalCell, at column: Int) -> Bool {
    let end = run.column + run.columns
    let isNext = end == column
    if isNext, run.text.allSatisfy({ String($0) == cell.text }) { return true }
    guard run.text.allSatisfy(\.isASCII), cell.text.allSatisfy(\.isASCII) else { return false }
    return isNext || (end + 1 == column && cells[end].style == cell.style)
  }
}
