import Subprocess
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The standard input of a program, filled before the program starts.
///
/// Writing while the program runs would end this process with SIGPIPE when the program does not
/// read; a pipe that is full already and closed cannot do that.
enum InputPipe {
  /// Gives the end to read from; nil where the bytes do not fit into a pipe.
  static func make(holding bytes: [UInt8]) throws(Errno) -> FileDescriptor? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(rawValue: errno) }
    defer { close(ends[1]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let count = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    guard count == bytes.count else {
      close(ends[0])
      return nil
    }
    return FileDescriptor(rawValue: ends[0])
  }
}
