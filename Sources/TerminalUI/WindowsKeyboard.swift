import SetupCore

/// Reads the records of win32-input-mode, in which Windows Terminal tells what Windows knows of a key: the
/// fields of a KEY_EVENT_RECORD as decimal numbers.
struct WindowsKeyboard: Sendable {
  /// One press or release of a key.
  struct Record: Equatable, Sendable {
    /// The virtual key, which says which one it was where it writes nothing.
    var key: Int
    /// The UTF-16 unit that it writes, 0 for none.
    var unit: UInt16
    /// Whether it was pressed and not released.
    var isPressed: Bool
    /// The bits of the keys held down beside it.
    var modifiers: Int
    /// How often it counts, for a key that is held down.
    var count: Int

    /// Takes the numbers in their order; what is left out is 0, and the last one 1.
    ///
    /// Nil for more of them, and for a unit that is none.
    init?(_ numbers: [Int?]) {
      guard numbers.count <= 6 else { return nil }
      let all = numbers + Array(repeating: nil, count: 6 - numbers.count)
      guard let unit = UInt16(exactly: all[2] ?? 0) else { return nil }
      key = all[0] ?? 0
      self.unit = unit
      isPressed = all[3] ?? 0 != 0
      modifiers = all[4] ?? 0
      count = min(max(all[5] ?? 1, 1), Self.mostRepeats)
    }

    /// A key held down is told one by one; no terminal sends more at once.
    private static let mostRepeats = 10

    var hasControl: Bool { modifiers & (0x04 | 0x08) != 0 }
    var hasAlt: Bool { modifiers & (0x01 | 0x02) != 0 }
    var hasShift: Bool { modifiers & 0x10 != 0 }
  }

  /// The first half of a character that needs two units, whose second comes in a record of its own.
  private var high: UInt16?

  /// The keys that a record stands for; none for nil, a release, and a key without a meaning.
  mutating func keys(of record: Record?) -> [Key] {
    guard let record, record.isPressed, let key = key(of: record) else { return [] }
    return Array(repeating: key, count: record.count)
  }

  private mutating func key(of record: Record) -> Key? {
    let half = high
    high = nil
    switch record.unit {
    case 0: return Self.named(record)
    case 0x09: return record.hasShift ? .backTab : .tab
    case 0x08, 0x7F: return .backspace
    case 0x0D, 0x0A: return .enter
    case 0x1B: return .escape
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(UInt8(record.unit) + 0x60)))
    case 0x1C...0x1F: return .control(Character(Unicode.Scalar(UInt8(record.unit) + 0x40)))
    case 0xD800...0xDBFF:
      high = record.unit
      return nil
    case 0xDC00...0xDFFF: return half.flatMap { Self.character([$0, record.unit]) }
    // AltGr is Control and Alt together, and writes.
    default: return record.hasAlt && !record.hasControl ? nil : Self.character([record.unit])
    }
  }

  private static func character(_ units: [UInt16]) -> Key? {
    guard let text = String(validating: units, as: UTF16.self), let character = text.first,
      text.unicodeScalars.first?.properties.generalCategory != .control
    else { return nil }
    return .character(character)
  }

  /// A key that writes nothing, by its virtual number (winuser.h, VK_…).
  private static func named(_ record: Record) -> Key? {
    switch record.key {
    case 0x08: .backspace
    case 0x09: record.hasShift ? .backTab : .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x21: .pageUp
    case 0x22: .pageDown
    case 0x23: .end
    case 0x24: .home
    case 0x25: .left
    case 0x26: .up
    case 0x27: .right
    case 0x28: .down
    case 0x2E: .delete
    case 0x41...0x5A where record.hasControl && !record.hasAlt:
      .control(Character(Unicode.Scalar(UInt8(record.key) + 0x20)))
    default: nil
    }
  }
}
