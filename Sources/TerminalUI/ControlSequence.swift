import SetupCore

/// What follows `ESC [` or `ESC O`, and the key it stands for.
///
/// Sources: ECMA-48 section 5.4 (the form), the xterm control sequences document (function keys and
/// modifiers), the kitty keyboard protocol, xterm's modifyOtherKeys and the win32-input-mode of Windows
/// Terminal, which an earlier program may have left switched on.
struct ControlSequence: Sendable {
  /// Parameters and intermediate bytes; longer ones than any known are cut, their end is still found.
  private(set) var body: [UInt8] = []

  private static let longestBody = 64

  mutating func append(_ byte: UInt8) {
    if body.count < Self.longestBody { body.append(byte) }
  }

  var isEmpty: Bool { body.isEmpty }

  /// Whether the body is a plain number, as in `ESC [ 3 $` of rxvt for Shift-Delete.
  var isNumber: Bool { !body.isEmpty && body.allSatisfy { (0x30...0x39).contains($0) } }

  func startsPaste(final: UInt8) -> Bool {
    final == UInt8(ascii: "~") && body == Array("200".utf8)
  }

  /// Whether the window came to the front (xterm's focus reports); nil for any other sequence.
  func focus(final: UInt8) -> Bool? {
    guard body.isEmpty else { return nil }
    switch final {
    case UInt8(ascii: "I"): return true
    case UInt8(ascii: "O"): return false
    default: return nil
    }
  }

  /// A mouse report in decimal, `ESC [ < code ; column ; row M`; nil for a release and any other sequence.
  func mouseReport(final: UInt8) -> MouseReport? {
    guard final == UInt8(ascii: "M"), body.first == UInt8(ascii: "<"),
      body.dropFirst().allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") })
    else { return nil }
    let fields = body.dropFirst().split(separator: UInt8(ascii: ";")).map(Self.number)
    guard fields.count == 3 else { return nil }
    return MouseReport(code: fields[0], column: fields[1], row: fields[2])
  }

  /// The key of a sequence that began with `ESC [`; nil for reports, answers and keys without a meaning.
  func controlKey(final: UInt8) -> Key? {
    guard let fields = keyFields else { return nil }
    switch final {
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      return Self.numberedKey(fields.map { $0.first ?? 0 })
    case UInt8(ascii: "u"): return CodedKey(fields: fields)?.key
    default: return Self.cursorKey(final)
    }
  }

  /// The key of a sequence that began with `ESC O`.
  func applicationKey(final: UInt8) -> Key? {
    if final == UInt8(ascii: "M") { return .enter }
    return Self.cursorKey(final)
  }

  /// The numbers of a record of win32-input-mode, `ESC [ Vk ; Sc ; Uc ; Kd ; Cs ; Rc _`; nil for no such record.
  var windowsRecord: WindowsKeyboard.Record? {
    guard body.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }) else {
      return nil
    }
    let numbers = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.isEmpty ? nil : Self.number($0) }
    return WindowsKeyboard.Record(numbers)
  }

  /// The fields between semicolons, each as its parts between colons; nil for a private sequence (an answer
  /// or a mouse report), for one with intermediate bytes and for the release of a key.
  private var keyFields: [[Int]]? {
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let fields = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
    let isReleased = fields.count > 1 && fields[1].dropFirst().first == Self.releaseEvent
    return isReleased ? nil : fields
  }

  private static let releaseEvent = 3

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func cursorKey(_ final: UInt8) -> Key? {
    switch final {
    // Lower case: rxvt with Shift or Control.
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  private static func numberedKey(_ parameters: [Int]) -> Key? {
    switch parameters.first {
    case 1, 7: .home
    case 4, 8: .end
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    case 27 where parameters.count == 3:
      CodedKey(code: parameters[2], modifiers: parameters[1]).key
    default: nil
    }
  }
}
