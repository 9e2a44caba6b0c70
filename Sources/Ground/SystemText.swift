/// Arguments, variables and file names, which are bytes to the system, as texts and back without loss.
///
/// A byte that belongs to no UTF-8 becomes one of 128 private-use characters, as in Python's PEP 383.
/// Those characters themselves come in as the bytes that spell them, so that every text goes back to
/// the bytes it was made of.
package enum SystemText {
  /// The private-use character for the byte 0, for none of which the others below 0x80 stand.
  private static let origin: UInt32 = 0x10_F700

  /// The text of some bytes.
  package static func decoded(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !hasEscapes(text) { return text }
    var text = String.UnicodeScalarView()
    var pieces = UTF8Pieces(Array(bytes))
    while let piece = pieces.next() {
      switch piece {
      case .byte(let byte): text.append(escape(byte))
      case .scalar(let scalar) where byte(of: scalar) != nil:
        text.append(contentsOf: UTF8.encode(scalar).map { $0.map(escape) } ?? [])
      case .scalar(let scalar): text.append(scalar)
      }
    }
    return String(text)
  }

  /// The bytes of a text, as the system wants them.
  package static func bytes(_ text: String) -> [UInt8] {
    guard hasEscapes(text) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      byte(of: scalar).map { [$0] } ?? Array(String(Character(scalar)).utf8)
    }
  }

  /// Whether some of its characters stand for bytes that are no text.
  package static func hasEscapes(_ text: String) -> Bool {
    // All of them begin so in UTF-8, and hardly anything else does.
    text.utf8.contains(0xF4) && text.unicodeScalars.contains { byte(of: $0) != nil }
  }

  /// The text as it is shown: `<E9>` for a byte that is no text.
  package static func shown(_ text: String) -> String {
    guard hasEscapes(text) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      if let byte = byte(of: scalar) {
        shown += self.shown(byte)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// How a byte is shown: `<E9>`.
  package static func shown(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 0x10 ? "<0\(digits)>" : "<\(digits)>"
  }

  /// The byte that a character stands for; nil for a character of a text.
  package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    let offset = scalar.value &- origin
    return (0x80...0xFF).contains(offset) ? UInt8(offset) : nil
  }

  private static func escape(_ byte: UInt8) -> Unicode.Scalar {
    // Above all surrogates and below the last character, so that it always exists.
    Unicode.Scalar(origin + UInt32(byte)) ?? "\u{FFFD}"
  }
}
