internal import Dispatch
internal import SetupCore
internal import SetupRuntime

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// The lines of standard input, as they come.
enum InputLines {
  /// The most bytes of a line that are kept: one more than an answer may have, so that it shows.
  private static let longest = PastedAnswer.byteLimit + 1

  /// Starts to read; the stream ends with the input.
  static func stream() -> AsyncStream<[UInt8]> {
    let (lines, feed) = AsyncStream<[UInt8]>.makeStream()
    // A read that nobody answers blocks its thread, which may be none of the pool's.
    DispatchQueue(label: "attio-setup.input").async {
      var line: [UInt8] = []
      var byte: UInt8 = 0
      while true {
        let count = read(0, &byte, 1)
        let reason = errno
        if count < 0, reason == EINTR { continue }
        if count < 0, reason == EAGAIN {
          Waiting.toRead(0)
          continue
        }
        guard count == 1 else { break }
        if byte == UInt8(ascii: "\n") {
          feed.yield(line)
          line = []
        } else if line.count < longest {
          line.append(byte)
        }
      }
      if !line.isEmpty { feed.yield(line) }
      feed.finish()
    }
    return lines
  }
}
