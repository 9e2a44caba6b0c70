#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// The three descriptors that every program is started with, or should be.
enum StandardStreams {
  /// Opens the ones that are closed on `/dev/null`: otherwise the next file that is opened takes
  /// the place, and what is printed goes into it.
  static func fillClosed() {
    var descriptor: Int32 = 0
    repeat { descriptor = open("/dev/null", O_RDWR) } while (0...2).contains(descriptor)
    if descriptor > 2 { close(descriptor) }
  }
}
