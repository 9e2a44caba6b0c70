import Ground
import SetupCore

/// Turns the bytes that a terminal sends into keys and pastes.
///
/// Feed it what a read returned, read by read. A terminal may cut its bytes anywhere, so the decoder keeps
/// what is incomplete and says in `silence` after how much quiet `settle` decides about it: an Esc alone
/// is the key, an unfinished sequence is dropped.
///
/// - A sequence without a meaning here (answers to queries, function keys, Alt with a key) is swallowed
///   whole and never lands in a field, in its forms of seven and of eight bits. A control character ends
///   any sequence, so Ctrl-C always arrives.
/// - A bracketed paste is one event, see ``PasteCollector``; one that stays silent for a second without its
///   end mark ends there, and one in which Ctrl-C comes alone is dropped for it, since a program that waits
///   for the mark would be deaf.
/// - Text that arrives together is one paste or some keys by the rule of ``TextBurst``.
/// - Bytes that are not UTF-8 are dropped, except in a paste.
package struct KeyDecoder: Sendable {
  private enum Mode {
    case ground
    case character
    case escape
    case doubleEscape
    case controlSequence
    case applicationSequence
    case linuxFunctionKey
    case string
    case stringEscape
    case mouseReport
    case bracketedPaste
    case burst
  }

  private var mode = Mode.ground
  private var decoded: [DecodedInput] = []
  private var sequence = ControlSequence()
  private var character = PartialCharacter()
  private var mouseBytes: [UInt8] = []
  /// The character of a string that is being swallowed, in which the terminator's byte may stand.
  private var stringCharacter = PartialCharacter()
  private var paste = PasteCollector()
  private var burst: [UInt8] = []
  /// What the last read ended with, where that was a paste without marks.
  private var openPaste: TextBurst.Length?
  private var windows = WindowsKeyboard()

  /// Between the bytes of a paste there is no such pause: what comes alone after it was pressed.
  private static let lonePause = Duration.milliseconds(25)

  /// Starts with nothing incomplete.
  package init() {}

  /// After how long without a byte `settle` is to be called; nil when nothing is incomplete.
  package var silence: Duration? {
    switch mode {
    case .ground: nil
    case .escape, .doubleEscape: .milliseconds(50)
    case .burst: .milliseconds(100)
    case .bracketedPaste: .seconds(1)
    default: .milliseconds(500)
    }
  }

  /// Takes what one read returned.
  ///
  /// - Parameters:
  ///   - bytes: The bytes in their order.
  ///   - pause: How long nothing had come before them.
  /// - Returns: What they mean together with what was incomplete.
  package mutating func decode(
    _ bytes: [UInt8],
    after pause: Duration = .zero
  ) -> [DecodedInput] {
    if mode == .bracketedPaste, pause >= Self.lonePause, bytes.allSatisfy({ $0 == 0x03 }) {
      return leavePaste(bytes)
    }
    if let length = openPaste, pause >= length.continuation { openPaste = nil }
    var index = 0
    while index < bytes.count {
      switch mode {
      case .bracketedPaste: index = takePaste(bytes, from: index)
      case .ground, .burst: index = takeText(bytes, from: index)
      default:
        step(bytes[index])
        index += 1
      }
    }
    return takeDecoded()
  }

  /// Decides about what is incomplete, because nothing followed.
  package mutating func settle() -> [DecodedInput] {
    let settled = mode
    mode = .ground
    switch settled {
    case .escape: emit(.escape)
    case .doubleEscape:
      emit(.escape)
      emit(.escape)
    case .burst: finishBurst(atEndOfRead: true)
    case .bracketedPaste: decoded.append(.paste(FileContent(paste.take())))
    default: break
    }
    return takeDecoded()
  }

  private mutating func takeDecoded() -> [DecodedInput] {
    defer { decoded = [] }
    return decoded
  }

  private mutating func emit(_ key: Key?) {
    if let key { decoded.append(.key(key)) }
  }
}

// MARK: - Text and pastes

extension KeyDecoder {
  private mutating func takePaste(_ bytes: [UInt8], from index: Int) -> Int {
    let (next, isComplete) = paste.collect(bytes, from: index)
    if isComplete {
      decoded.append(.paste(FileContent(paste.take())))
      mode = .ground
    }
    return next
  }

  /// A paste whose end mark never came is dropped: who presses Ctrl-C in it wants to leave.
  private mutating func leavePaste(_ bytes: [UInt8]) -> [DecodedInput] {
    _ = paste.take()
    mode = .ground
    return bytes.map { _ in .key(.control("c")) }
  }

  private mutating func takeText(_ bytes: [UInt8], from index: Int) -> Int {
    let end = TextBurst.end(in: bytes, from: index, after: mode == .burst ? burst[...] : [])
    if mode == .burst, burst.last == 0xC2, TextBurst.isIntroducer(bytes[index]) {
      // The two bytes of a control character, which the reads have parted.
      burst.removeLast()
      finishBurst(atEndOfRead: false)
      stepControl(eightBit: bytes[index])
      return index + 1
    }
    if mode == .burst {
      extendBurst(bytes[index..<end])
      if end < bytes.count { finishBurst(atEndOfRead: false) }
      return end
    }
    guard end > index else {
      openPaste = nil
      step(bytes[index])
      return index + 1
    }
    if index > 0 { openPaste = nil }
    if TextBurst.isPaste(bytes[index..<end]) {
      extendBurst(bytes[index..<end])
      mode = .burst
      let isLast = end == bytes.count
      let isLong = bytes.count >= TextBurst.continuedReadThreshold
      let isCut = TextBurst.missingBytes(after: burst[...]) > 0
      if !isLast || !(isLong || isCut) { finishBurst(atEndOfRead: isLast) }
    } else {
      openPaste = nil
      for byte in bytes[index..<end] { step(byte) }
    }
    return end
  }

  private mutating func extendBurst(_ bytes: ArraySlice<UInt8>) {
    burst.append(contentsOf: bytes.prefix(PasteCollector.limit - burst.count))
  }

  /// Gives the burst out: as a paste, or as more of the paste that the last read ended with.
  private mutating func finishBurst(atEndOfRead: Bool) {
    let content = FileContent(burst)
    decoded.append(openPaste == nil ? .paste(content) : .morePaste(content))
    if !atEndOfRead {
      openPaste = nil
    } else if openPaste != .long {
      openPaste = TextBurst.openLength(burst)
    }
    burst = []
    mode = .ground
  }
}

// MARK: - Single bytes

extension KeyDecoder {
  private mutating func step(_ byte: UInt8) {
    switch mode {
    case .ground, .burst, .bracketedPaste: stepGround(byte)
    case .character: stepCharacter(byte)
    case .escape: stepEscape(byte)
    case .doubleEscape: stepDoubleEscape(byte)
    case .controlSequence: stepControlSequence(byte)
    case .applicationSequence: stepApplicationSequence(byte)
    case .linuxFunctionKey: leaveSequence(swallowing: byte)
    case .string: stepString(byte)
    case .stringEscape: stepStringEscape(byte)
    case .mouseReport: stepMouseReport(byte)
    }
  }

  private mutating func stepGround(_ byte: UInt8) {
    switch byte {
    case 0x00: break
    case 0x08, 0x7F: emit(.backspace)
    case 0x09: emit(.tab)
    case 0x0A, 0x0D: emit(.enter)
    case 0x1B: mode = .escape
    case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x1C...0x1F: emit(.control(Character(Unicode.Scalar(byte + 0x40))))
    case 0x20...0x7E: emit(.character(Character(Unicode.Scalar(byte))))
    // No character of UTF-8 begins so.
    case 0x80...0x9F: stepControl(eightBit: byte)
    default: beginCharacter(byte, meaning: .typed)
    }
  }

  /// A control character of the C1 set (ECMA-48 section 5.3), which stands for Esc and a letter.
  private mutating func stepControl(eightBit byte: UInt8) {
    mode = .ground
    switch byte {
    case 0x8F: begin(.applicationSequence)
    case 0x9B: begin(.controlSequence)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: mode = .string
    default: break
    }
  }

  private mutating func beginCharacter(_ byte: UInt8, meaning: PartialCharacter.Meaning) {
    character = PartialCharacter(lead: byte, meaning: meaning)
    mode = character.missingBytes > 0 ? .character : .ground
  }

  private mutating func stepCharacter(_ byte: UInt8) {
    guard character.append(byte) else {
      mode = .ground
      stepGround(byte)
      return
    }
    guard character.missingBytes == 0 else { return }
    mode = .ground
    if let control = character.control {
      stepControl(eightBit: control)
    } else {
      emit(character.key)
    }
  }

  private mutating func stepEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): begin(.controlSequence)
    case UInt8(ascii: "O"): begin(.applicationSequence)
    // OSC, DCS, SOS, PM and APC: text up to its terminator.
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      mode = .string
    case 0x1B: mode = .doubleEscape
    // Alt with Backspace; Esc would leave the step whose field the user is editing.
    case 0x08, 0x7F: mode = .ground
    case 0x20...0x7E: mode = .ground
    case 0x80...: beginCharacter(byte, meaning: .withAlt)
    default:
      mode = .ground
      emit(.escape)
      stepGround(byte)
    }
  }

  /// After two Esc: rxvt sends Alt with an arrow as `ESC ESC [ A`.
  private mutating func stepDoubleEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): begin(.controlSequence)
    case UInt8(ascii: "O"): begin(.applicationSequence)
    default:
      emit(.escape)
      mode = .escape
      stepEscape(byte)
    }
  }

  private mutating func begin(_ kind: Mode) {
    mode = kind
    sequence = ControlSequence()
  }

  private mutating func stepControlSequence(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "[") where sequence.isEmpty: mode = .linuxFunctionKey
    case UInt8(ascii: "$") where sequence.isNumber: finishControlSequence(byte)
    case 0x20...0x3F: sequence.append(byte)
    case 0x40...0x7E: finishControlSequence(byte)
    default: leaveSequence(swallowing: byte)
    }
  }

  private mutating func finishControlSequence(_ final: UInt8) {
    mode = .ground
    if sequence.startsPaste(final: final) {
      mode = .bracketedPaste
    } else if sequence.isEmpty && final == UInt8(ascii: "M") {
      // An X10 mouse report: button, column and row as one byte each.
      mode = .mouseReport
      mouseBytes = []
    } else if final == UInt8(ascii: "_") {
      for key in windows.keys(of: sequence.windowsRecord) { emit(key) }
    } else if let isInFront = sequence.focus(final: final) {
      decoded.append(.focus(isInFront))
    } else if let report = sequence.mouseReport(final: final) {
      decoded.append(.mouse(report))
    } else {
      emit(sequence.controlKey(final: final))
    }
  }

  private mutating func stepApplicationSequence(_ byte: UInt8) {
    switch byte {
    case 0x30...0x3B: sequence.append(byte)
    case 0x40...0x7E:
      mode = .ground
      emit(sequence.applicationKey(final: byte))
    default: leaveSequence(swallowing: byte)
    }
  }

  private mutating func stepString(_ byte: UInt8) {
    let isContinued = stringCharacter.append(byte)
    if isContinued {
      // The terminator in one byte, as a terminal in UTF-8 sends it.
      if stringCharacter.control == 0x9C { mode = .ground }
      return
    }
    stringCharacter = PartialCharacter(lead: byte, meaning: .typed)
    switch byte {
    case 0x07, 0x18, 0x1A, 0x9C: mode = .ground
    case 0x1B: mode = .stringEscape
    case 0x20...: break
    default: leaveSequence(swallowing: byte)
    }
  }

  private mutating func stepStringEscape(_ byte: UInt8) {
    if byte == UInt8(ascii: "\\") {
      mode = .ground
    } else {
      mode = .escape
      stepEscape(byte)
    }
  }

  private mutating func stepMouseReport(_ byte: UInt8) {
    guard byte >= 0x20 else { return leaveSequence(swallowing: byte) }
    mouseBytes.append(byte - 0x20)
    guard mouseBytes.count == 3 else { return }
    mode = .ground
    let numbers = mouseBytes.map(Int.init)
    if let report = MouseReport(code: numbers[0], column: numbers[1], row: numbers[2]) {
      decoded.append(.mouse(report))
    }
  }

  /// Ends a sequence at a byte that belongs to it, or at a control character, which counts by itself.
  private mutating func leaveSequence(swallowing byte: UInt8) {
    mode = .ground
    if byte < 0x20 { stepGround(byte) }
  }
}
