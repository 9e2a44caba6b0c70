/// Tells a paste from typing in a terminal without bracketed paste, where only timing is left.
///
/// A burst is a run of text bytes (printable, CR, LF, Tab) that one read returned. A person's keys arrive
/// one a read; a program that types for a person (`tmux send-keys`, `expect`) sends a few together. So a
/// burst is a paste when it holds 16 printable bytes or more, with two exceptions:
/// - one character over and over is a key held down while the program was busy, up to what is held down
///   within some seconds;
/// - a single short line (under 32 printable bytes) that ends with one Enter was typed by a script.
///
/// The line ends inside a paste belong to it, the last one included: they never press Enter.
enum TextBurst {
  /// How much of a paste came together, which says how long more of it may take.
  enum Length: Sendable {
    case short
    case long

    /// Within this time what comes belongs to the same paste: nobody pastes twice so quickly.
    var continuation: Duration { self == .long ? .milliseconds(300) : .milliseconds(5) }
  }

  /// The printable bytes that make a burst a paste.
  static let pasteThreshold = 16
  /// The printable bytes from which on a line with its Enter is a paste too.
  static let lineThreshold = 32
  /// A read of this many bytes may be one of several that belong to the same paste, and no key is held down
  /// for so long.
  static let continuedReadThreshold = 256

  static func isText(_ byte: UInt8) -> Bool {
    isPrintable(byte) || isLineEnd(byte) || byte == 0x09
  }

  /// How much of a paste a burst is; nil for one that is whole, as a line with its end is.
  static func openLength(_ burst: [UInt8]) -> Length? {
    if burst.count >= continuedReadThreshold { return .long }
    return burst.last.map(isLineEnd) == true ? nil : .short
  }

  static func isPaste(_ burst: ArraySlice<UInt8>) -> Bool {
    if burst.count >= continuedReadThreshold { return true }
    let printable = burst.lazy.filter(isPrintable)
    let count = printable.count
    guard count >= pasteThreshold, let first = printable.first else { return false }
    if printable.allSatisfy({ $0 == first }) { return false }
    return count >= lineThreshold || !isLineWithEnter(burst)
  }

  /// Where the text ends that begins at an index: before a control character, of one byte or two.
  ///
  /// - Parameters:
  ///   - bytes: What a read returned.
  ///   - start: The index.
  ///   - before: The text that it goes on, whose last character may be cut.
  /// - Returns: The index of the first byte that is no text, or the end.
  static func end(in bytes: [UInt8], from start: Int, after before: ArraySlice<UInt8>) -> Int {
    var missing = missingBytes(after: before)
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if missing > 0, byte & 0xC0 == 0x80 {
        missing -= 1
      } else if !isText(byte) || beginsSequence(bytes, index) {
        return index
      } else {
        missing = PartialCharacter.continuationBytes(after: byte)
      }
      index += 1
    }
    return index
  }

  /// How many bytes the last character of a text lacks.
  static func missingBytes(after text: ArraySlice<UInt8>) -> Int {
    for (distance, byte) in text.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      return max(0, PartialCharacter.continuationBytes(after: byte) - distance)
    }
    return 0
  }

  /// Whether a control character of the C1 set stands here that begins a sequence, by itself or in UTF-8.
  private static func beginsSequence(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index] == 0xC2, index + 1 < bytes.count { return isIntroducer(bytes[index + 1]) }
    return isIntroducer(bytes[index])
  }

  /// SS3, DCS, SOS, CSI, OSC, PM or APC in one byte (ECMA-48 section 5.3).
  static func isIntroducer(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8F, 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F: true
    default: false
    }
  }

  private static func isLineWithEnter(_ burst: ArraySlice<UInt8>) -> Bool {
    guard let last = burst.last, isLineEnd(last) else { return false }
    return burst.dropLast().allSatisfy { !isLineEnd($0) }
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A }
}
