#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Writes text to an open descriptor, whole.
struct FileHandleText {
  /// Where messages go.
  static let standardError = FileHandleText(descriptor: 2)

  let descriptor: Int32

  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}

#if canImport(Darwin)
private let systemWrite = Darwin.write
#else
private let systemWrite = Glibc.write
#endif
