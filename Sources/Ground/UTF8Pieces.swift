/// Decodes UTF-8 and hands over each byte that is none as it is.
package struct UTF8Pieces {
  /// A character, or a byte that belongs to none.
  package enum Piece {
    case scalar(Unicode.Scalar)
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private var position = 0

  /// Begins with the first byte.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next piece; nil at the end.
  package mutating func next() -> Piece? {
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
