/// Makes text from outside (network, git, file names) safe for a screen, a pipe or JSON.
package enum SafeText {
  /// Marks on one letter beyond this number are dropped: more of them paint over other rows.
  private static let markLimit = 4

  /// Removes what does not draw or changes how the rest is drawn, and cuts to a length.
  ///
  /// White space of every kind becomes one space. Controls (C0, C1, DEL), bidirectional
  /// controls, zero-width and other invisible characters go.
  ///
  /// - Parameters:
  ///   - text: The text as it came.
  ///   - limit: The most characters of the result, the `…` of a cut included.
  /// - Returns: One line of text, without white space at its ends.
  package static func cleaned(_ text: String, limit: Int = 200) -> String {
    // Most names are plain words, and an answer may have thousands.
    if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    var result: [Unicode.Scalar] = []
    var marks = 0
    // A body may be large and all of it marks; no character needs more scalars than this.
    let most = (limit + 1) * (markLimit + 2)
    for scalar in text.unicodeScalars {
      if result.count >= most { break }
      if scalar.properties.isWhitespace {
        if let last = result.last, last != " " { result.append(" ") }
        marks = 0
      } else if let byte = SystemText.byte(of: scalar) {
        result.append(contentsOf: SystemText.shown(byte).unicodeScalars)
        marks = 0
      } else if isDrawn(scalar) {
        marks = DisplayWidth.of(scalar) == 0 ? marks + 1 : 0
        if marks <= markLimit && !(marks > 0 && result.isEmpty) { result.append(scalar) }
      }
    }
    if result.last == " " { result.removeLast() }
    return cut(String(String.UnicodeScalarView(result)), to: limit)
  }

  /// Removes what a terminal would act on instead of drawing it: controls, and what turns the direction
  /// of a line.
  ///
  /// Everything else stays, white space included. Every text passes this on its way out, so that one
  /// which was not cleaned where it came in does no harm.
  package static func printable(_ text: String, keepingLayout: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isLayout = keepingLayout && (scalar == "\n" || scalar == "\t")
      if isLayout || !isActedOn(scalar) { result.append(scalar) }
    }
    return String(result)
  }

  /// Writes a JSON document so that no terminal acts on it: what it would act on becomes an escape, which
  /// means the same.
  package static func escaped(json: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard scalar != "\n", isActedOn(scalar), scalar.value <= 0xFFFF else {
        result.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
      result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
    }
    return String(result)
  }

  private static func isActedOn(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl
    }
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    guard limit > 0 else { return "" }
    return text.prefix(limit - 1) + "…"
  }

  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return !DisplayWidth.isInvisibleFormat(scalar) && !properties.isNoncharacterCodePoint
      && properties.generalCategory != .control
  }
}
