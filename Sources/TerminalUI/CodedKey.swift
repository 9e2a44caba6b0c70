import SetupCore

/// A key that a terminal tells by its code point and its modifiers: the kitty keyboard protocol
/// (`ESC [ code:shifted ; modifiers:event ; text u`) and xterm's modifyOtherKeys.
struct CodedKey {
  /// The code point of the key without modifiers.
  var code: Int
  /// As 1 + shift 1 + alt 2 + control 4 + super 8 + hyper 16 + meta 32 + caps lock 64 + num lock 128.
  var modifiers: Int
  /// The code point with Shift, where the terminal tells it.
  var shifted: Int?
  /// The text that the key makes, where the terminal tells it.
  var text: Int?

  init(code: Int, modifiers: Int) {
    self.code = code
    self.modifiers = modifiers
  }

  /// Takes the fields of the sequence; nil without any.
  init?(fields: [[Int]]) {
    guard let key = fields.first, let code = key.first else { return nil }
    self.init(code: code, modifiers: fields.dropFirst().first?.first ?? 1)
    shifted = key.dropFirst().first
    text = fields.dropFirst(2).first?.first
  }

  /// The key; nil for one without a meaning here.
  var key: Key? {
    switch code {
    case 9: return isPressed(1) ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 127, 8: return .backspace
    default: break
    }
    if let key = Self.keypad[code] { return isPressed(2 | 4 | 8 | 16 | 32) ? nil : key }
    guard code >= 0x20, let scalar = Self.scalar(code) else { return nil }
    if !isPressed(2 | 4 | 8 | 16 | 32) { return character(scalar) }
    guard isPressed(4), scalar.properties.isAlphabetic else { return nil }
    return Character(scalar).lowercased().first.map(Key.control)
  }

  private func isPressed(_ bits: Int) -> Bool { max(modifiers - 1, 0) & bits != 0 }

  /// What the key writes: the text as told, else the shifted letter as told, else the letter's own capital.
  private func character(_ scalar: Unicode.Scalar) -> Key {
    if let text = text.flatMap(Self.scalar) { return .character(Character(text)) }
    let hasShift = isPressed(1)
    if hasShift, let shifted = shifted.flatMap(Self.scalar) {
      return .character(Character(shifted))
    }
    let capital = scalar.properties.uppercaseMapping
    let isCapital = hasShift != isPressed(64) && capital.count == 1
    return .character(isCapital ? Character(capital) : Character(scalar))
  }

  /// A character that can be written; nil for controls and for the private numbers of function keys.
  private static func scalar(_ code: Int) -> Unicode.Scalar? {
    guard code >= 0x20, !(0xE000...0xF8FF).contains(code),
      let scalar = Unicode.Scalar(UInt32(code)),
      scalar.properties.generalCategory != .control
    else { return nil }
    return scalar
  }

  /// The numbers of the keypad (kitty keyboard protocol, "functional key definitions").
  private static let keypad: [Int: Key] = {
    var keys: [Int: Key] = [
      57_409: .character("."), 57_410: .character("/"), 57_411: .character("*"),
      57_412: .character("-"), 57_413: .character("+"), 57_414: .enter, 57_415: .character("="),
      57_416: .character(","), 57_417: .left, 57_418: .right, 57_419: .up, 57_420: .down,
      57_421: .pageUp, 57_422: .pageDown, 57_423: .home, 57_424: .end, 57_426: .delete,
    ]
    for digit in 0...9 { keys[57_399 + digit] = .character(Character("\(digit)")) }
    return keys
  }()
}
