/// The window in which a picture shows a terminal: sizes in pixels, colours, and the style sheet.
enum PictureTheme {
  static let cell = (width: 9, height: 18)
  /// Where the letters of a row stand, from its upper edge.
  static let baseline = 14
  /// From the window's edge to the screen.
  static let inset = (left: 18, top: 44, bottom: 14)

  private static let ink = "#d4d7dc"
  private static let paper = "#000000"
  private static let fonts =
    "ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,Liberation Mono,monospace"

  /// The size of the window around a screen.
  static func size(columns: Int, rows: Int) -> (width: Int, height: Int) {
    (columns * cell.width + 2 * inset.left, rows * cell.height + inset.top + inset.bottom)
  }

  /// The classes of a text.
  static func textClasses(of style: CellStyle) -> String {
    var classes: [String] = []
    if style.isBold { classes.append("b") }
    // A terminal that turns the colours around leaves them as bright as they are.
    if style.isDim, !style.isReversed { classes.append("d") }
    if style.isUnderlined { classes.append("u") }
    let color = style.isReversed ? style.background : style.foreground
    if let color { classes.append("c\(color)") } else if style.isReversed { classes.append("n") }
    return classes.joined(separator: " ")
  }

  /// The class of the area behind a text.
  static func fillClass(of style: CellStyle) -> String {
    let color = style.isReversed ? style.foreground : style.background
    return color.map { "c\($0)" } ?? "i"
  }

  /// The style sheet for pictures with these styles.
  static func css(for styles: Set<CellStyle>) -> String {
    let colors = Set(styles.flatMap { [$0.foreground, $0.background].compactMap(\.self) })
    let lines =
      [
        "text{font:15px \(fonts);fill:\(ink)}", ".b{font-weight:bold}", ".d{fill-opacity:.6}",
        ".u{text-decoration:underline}", ".n{fill:\(paper)}", ".i{fill:\(ink)}",
      ] + colors.sorted().map { ".c\($0){fill:\(hex($0))}" }
    return lines.joined(separator: "\n")
  }

  /// The window itself.
  static func window(title: String, columns: Int, rows: Int) -> String {
    let (width, height) = size(columns: columns, rows: rows)
    let dots = ["#ff5f57", "#febc2e", "#28c840"].enumerated()
      .map { #"<circle cx="\#(20 + 20 * $0)" cy="17" r="6" fill="\#($1)"/>"# }
    return """
      <rect x=".5" y=".5" width="\(width - 1)" height="\(height - 1)" rx="9" fill="#26292e" \
      stroke="#5b6068"/>
      <path d="M1 34h\(width - 2)v\(height - 43)a8 8 0 0 1-8 8h-\(width - 18)a8 8 0 0 1-8-8z" \
      fill="\(paper)"/>
      \(dots.joined())
      <text x="\(width / 2)" y="22" text-anchor="middle" class="d">\(title)</text>
      """
  }

  /// A colour of xterm's palette: 16 with names, a cube of 6 by 6 by 6, and 24 shades of grey.
  static func hex(_ number: UInt8) -> String {
    let levels = [0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
    let number = Int(number)
    let parts =
      switch number {
      case 0..<16: named[number]
      case 16..<232:
        [levels[(number - 16) / 36], levels[(number - 16) / 6 % 6], levels[(number - 16) % 6]]
      default: Array(repeating: 8 + 10 * (number - 232), count: 3)
      }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static let named = [
    [0x00, 0x00, 0x00], [0xCD, 0x00, 0x00], [0x00, 0xCD, 0x00], [0xCD, 0xCD, 0x00],
    [0x00, 0x00, 0xEE], [0xCD, 0x00, 0xCD], [0x00, 0xCD, 0xCD], [0xE5, 0xE5, 0xE5],
    [0x7F, 0x7F, 0x7F], [0xFF, 0x00, 0x00], [0x00, 0xFF, 0x00], [0xFF, 0xFF, 0x00],
    [0x5C, 0x5C, 0xFF], [0xFF, 0x00, 0xFF], [0x00, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF],
  ]
}
