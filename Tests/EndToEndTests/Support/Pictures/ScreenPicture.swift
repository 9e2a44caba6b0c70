/// One screen as a picture.
struct ScreenPicture {
  let title: String
  let screen: TerminalScreen

  /// The picture as an SVG document.
  var svg: String {
    let rows = screen.visibleRows
    let drawn = rows.enumerated()
      .filter { !$0.element.runs.isEmpty || !$0.element.fills.isEmpty }
      .map { index, row in
        #"<g transform="translate(0 \#(index * PictureTheme.cell.height))">\#(SVG.row(row))</g>"#
      }
    let (left, top, _) = PictureTheme.inset
    return SVG.document(
      title: title,
      words: screen.words,
      columns: rows.first?.cells.count ?? 0,
      rows: rows.count,
      css: PictureTheme.css(for: Set(rows.flatMap(\.cells).map(\.style))),
      content: """
        <g transform="translate(\(left) \(top))">
        \(drawn.joined(separator: "\n"))
        </g>
        """
    )
  }
}

extension TerminalScreen {
  /// The words as they are read out: without the lines that are drawn, and without empty rows.
  var words: String {
    rows.map(\.text).filter { $0.contains { $0 != " " && $0 != "─" } }.joined(separator: "\n")
  }
}
