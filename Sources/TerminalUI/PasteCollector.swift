/// Gathers the bytes of a bracketed paste up to its end mark, whichever way the reads cut them.
struct PasteCollector: Sendable {
  /// The most bytes that one paste keeps, 4 MiB; what comes after is swallowed up to the end mark.
  static let limit = 4 * 1_024 * 1_024

  private static let endMark = Array("\u{1B}[201~".utf8)

  private var content: [UInt8] = []
  private var matchedMarkBytes = 0

  /// Takes bytes from an index on; returns the index after the last one taken and whether that was the
  /// end of the paste.
  mutating func collect(_ bytes: [UInt8], from start: Int) -> (next: Int, isComplete: Bool) {
    var index = start
    while index < bytes.count {
      if matchedMarkBytes == 0 {
        let mark = bytes[index...].firstIndex(of: 0x1B) ?? bytes.count
        append(bytes[index..<mark])
        index = mark
        guard index < bytes.count else { break }
      }
      match(bytes[index])
      index += 1
      if matchedMarkBytes == Self.endMark.count { return (index, true) }
    }
    return (index, false)
  }

  /// Hands the content out and starts anew.
  mutating func take() -> [UInt8] {
    // A paste that stops inside what could have become the end mark keeps those bytes.
    if matchedMarkBytes < Self.endMark.count { append(Self.endMark[..<matchedMarkBytes]) }
    matchedMarkBytes = 0
    defer { content = [] }
    return content
  }

  private mutating func match(_ byte: UInt8) {
    if byte == Self.endMark[matchedMarkBytes] {
      matchedMarkBytes += 1
      return
    }
    append(Self.endMark[..<matchedMarkBytes])
    // The mark has one Esc, its first byte: a mismatch can only start it again from there.
    matchedMarkBytes = byte == Self.endMark[0] ? 1 : 0
    if matchedMarkBytes == 0 { append([byte][...]) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    content.append(contentsOf: bytes.prefix(Self.limit - content.count))
  }
}
