import CNcurses
import SetupCore

/// Paints frames; ncurses finds the difference to what the terminal shows.
struct FramePainter {
  private let symbols: SymbolSet
  private let hasColors: Bool
  /// What the screen shows, empty where that is not known.
  private var shown: [[CellRun]] = []

  init(symbols: SymbolSet, colors: Int) {
    self.symbols = symbols
    hasColors = colors >= 8
    guard hasColors else { return }
    for foreground in RoleStyle.Foreground.allCases {
      cnc_define_pair(foreground.pair, foreground.number(of: colors))
    }
  }

  /// Shows a frame; what does not fit is cut.
  mutating func paint(_ frame: Frame, in size: Size) {
    cnc_erase()
    let rows = frame.rows.prefix(size.rows)
      .map { RowLayout.runs(of: $0, columns: size.columns, symbols: symbols) }
    for (row, runs) in rows.enumerated() {
      for run in runs { put(run, row: row) }
    }
    var first = 0
    for (row, runs) in rows.enumerated() where mayTear(runs, at: row) {
      cnc_show_rows(Int32(first), Int32(row), mayRunOver(runs, columns: size.columns))
      first = row + 1
    }
    shown = rows
    let cursor = frame.cursor.map { position in
      Position(
        row: min(max(position.row, 0), size.rows - 1),
        column: min(max(position.column, 0), size.columns - 1)
      )
    }
    cnc_refresh(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
  }

  /// Whether painting a row leaves the cursor where ncurses does not expect it, in a terminal that gives
  /// one of its characters another width.
  private func mayTear(_ runs: [CellRun], at row: Int) -> Bool {
    let before = shown.indices.contains(row) ? shown[row] : []
    return runs != before && (runs + before).contains { $0.scalars.contains { $0 > 0x7F } }
  }

  /// Whether such a row may go on in the next one, each of its characters being a column wider.
  private func mayRunOver(_ runs: [CellRun], columns: Int) -> Bool {
    let scalars = runs.flatMap(\.scalars)
    let width = scalars.reduce(0) { $0 + Int(max(0, cnc_width($1))) }
    return width + scalars.count { $0 > 0x7F } > columns
  }

  /// Makes the next frame paint every cell.
  mutating func repaintWhole() {
    shown = []
    cnc_repaint()
  }

  /// Takes a new size; the next frame paints every cell.
  mutating func resize(to size: Size) {
    shown = []
    cnc_resize(Int32(size.rows), Int32(size.columns))
  }

  private func put(_ run: CellRun, row: Int) {
    let style = RoleStyle.style(of: run.role)
    let pair = hasColors ? style.foreground?.pair ?? 0 : 0
    cnc_put(
      Int32(row),
      Int32(run.column),
      run.scalars,
      run.scalars.count,
      style.attributeBits,
      pair
    )
  }
}
