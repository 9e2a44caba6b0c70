/// Text for a screen made of bytes that nobody vouches for.
enum DisplayText {
  /// Makes every byte visible: control characters as their pictures (`␛`), invisible and
  /// direction-changing ones as `<U+202E>`, bytes that are not UTF-8 as `<FF>`.
  static func visible(_ bytes: some Collection<UInt8>) -> String {
    var result = ""
    var decoder = UTF8Pieces(Array(bytes))
    while let piece = decoder.next() {
      switch piece {
      case .byte(let byte): result += "<\(hexadecimal(UInt32(byte), width: 2))>"
      case .scalar(let scalar): append(scalar, to: &result)
      }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    let value = scalar.value
    if value < 0x20, let picture = Unicode.Scalar(0x2400 + value) {
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

/// Decodes UTF-8 and hands over each byte that is none as it is.
private struct UTF8Pieces {
  enum Piece {
    case scalar(Unicode.Scalar)
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Piece? {
    guard position < bytes.count else { return nil }
    for length in 1...4 where position + length <= bytes.count {
      let part = bytes[position..<(position + length)]
      if let text = String(validating: part, as: UTF8.self), let scalar = text.unicodeScalars.first
      {
        position += length
        return .scalar(scalar)
      }
    }
    position += 1
    return .byte(bytes[position - 1])
  }
}
