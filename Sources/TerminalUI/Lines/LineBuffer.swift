import Glibc
import Ground

/// The lines that were typed and not yet answered.
struct LineBuffer {
  /// How a read went on.
  enum Reading: Equatable {
    case more
    case end
  }

  /// The most bytes that wait; more of them is no typing.
  private static let limit = 1 << 20

  private var bytes: [UInt8] = []
  /// Whether nothing more can come.
  private(set) var isAtEnd = false

  /// Reads what is there.
  mutating func read(from descriptor: Int32) -> Reading {
    var block = [UInt8](repeating: 0, count: 16_384)
    let count = Glibc.read(descriptor, &block, block.count)
    let reason = errno
    if count > 0 {
      append(block[..<count])
      return .more
    }
    guard count == 0 || (reason != EINTR && reason != EAGAIN) else { return .more }
    isAtEnd = true
    return .end
  }

  /// Adds bytes.
  mutating func append(_ more: some Collection<UInt8>) {
    bytes += more
    if bytes.count > Self.limit { bytes = [] }
  }

  /// Takes the first whole line, without its end; nil where none is whole.
  mutating func take() -> FileContent? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { bytes.removeSubrange(...end) }
    return FileContent(Array(bytes[..<end]))
  }

  /// Takes the first line that asks to stop or to leave; the lines before it no longer count.
  mutating func takeWayOut() -> FileContent? {
    var rest = self
    while let line = rest.take() {
      let word = String(decoding: line.bytes, as: UTF8.self).lowercased()
      guard ["b", "back", "q", "quit"].contains(word) else { continue }
      self = rest
      return line
    }
    return nil
  }
}
