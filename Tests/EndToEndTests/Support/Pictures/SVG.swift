/// The parts that the pictures are put together from.
enum SVG {
  /// A text as it stands in a document (XML 1.0, 2.4).
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// A row of a terminal, at the upper left corner of the place where it is put.
  ///
  /// Every piece of text is stretched to its columns, whichever font there is.
  static func row(_ row: StyledRow) -> String {
    let (width, height) = PictureTheme.cell
    let fills = row.fills.map { fill in
      """
      <rect x="\(fill.column * width)" width="\(fill.columns * width)" height="\(height)" \
      class="\(PictureTheme.fillClass(of: fill.style))"/>
      """
    }
    let texts = row.runs.map { run in
      let classes = PictureTheme.textClasses(of: run.style)
      return """
        <text x="\(run.column * width)" y="\(PictureTheme.baseline)" \
        textLength="\(run.columns * width)" lengthAdjust="spacingAndGlyphs"\
        \(classes.isEmpty ? "" : " class=\"\(classes)\"")>\(escaped(run.text))</text>
        """
    }
    return (fills + texts).joined()
  }

  /// A whole picture: a window with a title that screen readers say, and the words to go with it.
  static func document(
    title: String,
    words: String,
    columns: Int,
    rows: Int,
    css: String,
    content: String
  ) -> String {
    let (width, height) = PictureTheme.size(columns: columns, rows: rows)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title words" \
      xml:space="preserve">
      <title id="title">\(escaped(title))</title>
      <desc id="words">\(escaped(words))</desc>
      <style>
      \(css)
      </style>
      \(PictureTheme.window(title: "attio-setup", columns: columns, rows: rows))
      \(content)
      </svg>

      """
  }
}
