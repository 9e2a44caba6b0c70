internal import Ground
internal import SetupRuntime

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Writes text to an open descriptor, whole.
struct FileHandleText {
  /// Where results go.
  static let standardOutput = FileHandleText(descriptor: 1)
  /// Where messages go.
  static let standardError = FileHandleText(descriptor: 2)

  let descriptor: Int32

  /// Writes all of it, odd bytes as they are shown; gives the reason where that failed, else nil.
  @discardableResult
  func write(_ text: String) -> Int32? {
    let bytes = Array(SystemText.shown(text).utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      let reason = errno
      if count >= 0 {
        start += count
      } else if reason == EAGAIN {
        Waiting.toWrite(descriptor)
      } else if reason != EINTR {
        return reason
      }
    }
    return nil
  }
}

#if canImport(Darwin)
private let systemWrite = Darwin.write
#else
private let systemWrite = Glibc.write
#endif
