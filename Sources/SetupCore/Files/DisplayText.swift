import Ground

/// Text for a screen made of bytes that nobody vouches for.
enum DisplayText {
  /// Makes every byte visible: control characters as their pictures (`␛`), invisible and
  /// direction-changing ones as `<U+202E>`, bytes that are not UTF-8 as `<FF>`.
  static func visible(_ bytes: some Collection<UInt8>) -> String {
    var result = ""
    var decoder = UTF8Pieces(Array(bytes))
    while let piece = decoder.next() {
      switch piece {
      case .byte(let byte): result += SystemText.shown(byte)
      case .scalar(let scalar): append(scalar, to: &result)
      }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    let value = scalar.value
    if let byte = SystemText.byte(of: scalar) {
      result += SystemText.shown(byte)
    } else if value < 0x20, let picture = Unicode.Scalar(0x2400 + value) {
      result.unicodeScalars.append(picture)
    } else if value == 0x7F {
      result += "␡"
    } else if isInvisible(scalar) {
      result += "<U+\(hexadecimal(value, width: 4))>"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  /// C1 controls, formats (bidirectional and zero-width ones), and line separators.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
