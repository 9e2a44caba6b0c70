/// Tells a paste from typing in a terminal without bracketed paste, where only timing is left.
///
/// A burst is a run of text bytes (printable, CR, LF, Tab) that one read returned. A person's keys arrive
/// one a read; a program that types for a person (`tmux send-keys`, `expect`) sends a few together. So a
/// burst is a paste when it holds 16 printable bytes or more, with two exceptions:
/// - one character over and over is a key held down while the program was busy;
/// - a single short line (under 32 printable bytes) that ends with one Enter was typed by a script.
///
/// The line ends inside a paste belong to it, the last one included: they never press Enter.
enum TextBurst {
  /// The printable bytes that make a burst a paste.
  static let pasteThreshold = 16
  /// The printable bytes from which on a line with its Enter is a paste too.
  static let lineThreshold = 32
  /// A read of this many bytes may be one of several that belong to the same paste.
  static let continuedReadThreshold = 256

  static func isText(_ byte: UInt8) -> Bool {
    isPrintable(byte) || isLineEnd(byte) || byte == 0x09
  }

  static func isPaste(_ burst: ArraySlice<UInt8>) -> Bool {
    let printable = burst.lazy.filter(isPrintable)
    let count = printable.count
    guard count >= pasteThreshold, let first = printable.first else { return false }
    if printable.allSatisfy({ $0 == first }) { return false }
    return count >= lineThreshold || !isLineWithEnter(burst)
  }

  private static func isLineWithEnter(_ burst: ArraySlice<UInt8>) -> Bool {
    guard let last = burst.last, isLineEnd(last) else { return false }
    return burst.dropLast().allSatisfy { !isLineEnd($0) }
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A }
}
