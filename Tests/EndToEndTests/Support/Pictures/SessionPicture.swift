/// A session as a picture that moves: a film of screens behind a window, pulled on in steps.
///
/// The film rests at its last screen where the reader wants no motion, and where nothing moves it.
struct SessionPicture {
  let title: String
  let session: RecordedSession

  /// The picture as an SVG document.
  var svg: String {
    let (left, top, _) = PictureTheme.inset
    let screens = session.frames.map(\.screen.visibleRows)
    let styles = Set(screens.joined().flatMap(\.cells).map(\.style))
    let (rows, film) = film(of: screens)
    return SVG.document(
      title: title,
      words: session.frames.last?.screen.words ?? "",
      columns: session.columns,
      rows: session.rows,
      css: PictureTheme.css(for: styles) + "\n" + css,
      content: """
        <defs>
        \(rows.joined(separator: "\n"))
        </defs>
        <svg x="\(left)" y="\(top)" width="\(width)" height="\(height)">
        <g class="film">
        \(film.joined(separator: "\n"))
        </g>
        </svg>
        """
    )
  }

  /// Each row that there is, once, and the screens side by side, put together from them.
  private func film(of screens: [[StyledRow]]) -> (rows: [String], film: [String]) {
    let blank = StyledRow.blank(session.columns)
    var numbers: [StyledRow: Int] = [:]
    var rows: [String] = []
    for row in screens.joined() where numbers[row] == nil && row != blank {
      numbers[row] = rows.count
      rows.append(#"<g id="r\#(rows.count)">\#(SVG.row(row))</g>"#)
    }
    let film = screens.enumerated().map { index, screen in
      let uses = screen.enumerated().compactMap { place, row in
        numbers[row].map { ##"<use href="#r\##($0)" y="\##(place * PictureTheme.cell.height)"/>"## }
      }
      return #"<g transform="translate(\#(index * width) 0)">\#(uses.joined())</g>"#
    }
    return (rows, film)
  }

  private var width: Int { session.columns * PictureTheme.cell.width }

  private var height: Int { session.rows * PictureTheme.cell.height }

  private var css: String {
    let total = session.milliseconds
    var elapsed = 0
    let steps = session.frames.enumerated().map { index, frame in
      defer { elapsed += frame.milliseconds }
      let share = elapsed * 100_000 / total
      return "\(RecordedSession.decimal(share))%{transform:translateX(\(-index * width)px)}"
    }
    return """
      .film{transform:translateX(\(-(session.frames.count - 1) * width)px);\
      animation:film \(RecordedSession.decimal(total))s step-end infinite}
      @keyframes film{\(steps.joined())}
      @media (prefers-reduced-motion:reduce){.film{animation:none}}
      """
  }
}
