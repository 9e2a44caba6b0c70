import SetupCore

/// The bytes of a UTF-8 character that has not fully arrived.
struct PartialCharacter: Sendable {
  enum Meaning {
    case typed
    /// It followed an Esc and is swallowed.
    case withAlt
  }

  private var bytes: [UInt8] = []
  private var meaning = Meaning.typed
  /// How many bytes are to come; 0 for a byte that begins no character.
  private(set) var missingBytes = 0

  init() {}

  init(lead: UInt8, meaning: Meaning) {
    self.meaning = meaning
    bytes = [lead]
    missingBytes = Self.continuationBytes(after: lead)
  }

  /// How many bytes follow the first one of a character; 0 for a byte that begins none.
  static func continuationBytes(after lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 1
    case 0xE0...0xEF: 2
    case 0xF0...0xF4: 3
    default: 0
    }
  }

  /// Takes a byte; false where it does not continue the character.
  mutating func append(_ byte: UInt8) -> Bool {
    guard missingBytes > 0, byte & 0xC0 == 0x80 else { return false }
    bytes.append(byte)
    missingBytes -= 1
    return true
  }

  /// The control character of the C1 set that the whole character is, as a terminal in UTF-8 sends it; nil for
  /// any other.
  var control: UInt8? {
    guard meaning == .typed, bytes.count == 2, bytes[0] == 0xC2, bytes[1] < 0xA0 else { return nil }
    return bytes[1]
  }

  /// The key of the whole character; nil for what is not UTF-8, a control character, or typed with Alt.
  var key: Key? {
    guard meaning == .typed, let text = String(validating: bytes, as: UTF8.self),
      let character = text.first, let scalar = text.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return nil }
    return .character(character)
  }
}
