import CNcurses
import SetupCore

/// Paints frames; ncurses finds the difference to what the terminal shows.
struct FramePainter {
  private let symbols: SymbolSet
  private let hasColors: Bool

  init(symbols: SymbolSet, colors: Int) {
    self.symbols = symbols
    hasColors = colors >= 8
    guard hasColors else { return }
    for foreground in RoleStyle.Foreground.allCases {
      cnc_define_pair(foreground.pair, foreground.rawValue)
    }
  }

  /// Shows a frame; what does not fit is cut.
  func paint(_ frame: Frame, in size: Size) {
    cnc_erase()
    for (row, spans) in frame.rows.prefix(size.rows).enumerated() {
      for run in RowLayout.runs(of: spans, columns: size.columns, symbols: symbols) {
        put(run, row: row)
      }
    }
    let cursor = frame.cursor.map { position in
      Position(
        row: min(max(position.row, 0), size.rows - 1),
        column: min(max(position.column, 0), size.columns - 1)
      )
    }
    cnc_refresh(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
  }

  /// Makes the next frame paint every cell.
  func repaintWhole() { cnc_repaint() }

  /// Takes a new size; the next frame paints every cell.
  func resize(to size: Size) { cnc_resize(Int32(size.rows), Int32(size.columns)) }

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
