#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Waits for a descriptor.
///
/// Whoever shares one may have made it non-blocking, for this process too.
package enum Waiting {
  /// Waits until there is something to read, the end included.
  ///
  /// - Returns: False where that took longer than `milliseconds`, or a signal came; -1 waits for ever.
  @discardableResult
  package static func toRead(_ descriptor: Int32, milliseconds: Int32 = -1) -> Bool {
    wait(for: descriptor, POLLIN, milliseconds)
  }

  /// Waits until something can be written.
  package static func toWrite(_ descriptor: Int32) {
    _ = wait(for: descriptor, POLLOUT, -1)
  }

  private static func wait(for descriptor: Int32, _ events: Int32, _ milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }
}
