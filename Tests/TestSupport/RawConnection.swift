#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One TCP connection to this machine, with deadlines; blocks the calling thread.
package struct RawConnection: Sendable {
  private let descriptor: CInt

  /// Connects.
  ///
  /// - Throws: `RawHTTPError.system`, for one where nobody listens.
  package init(port: Int, address: RawHTTPClient.Address = .ipv4) throws {
    #if canImport(Glibc)
    let kind = CInt(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    descriptor = socket(address == .ipv4 ? AF_INET : AF_INET6, kind, 0)
    guard descriptor >= 0 else { throw RawHTTPError.system(call: "socket", errno: errno) }
    let result =
      address == .ipv4
      ? Self.connectIPv4(descriptor, port: port) : Self.connectIPv6(descriptor, port: port)
    let code = errno
    guard result == 0 else {
      close()
      throw RawHTTPError.system(call: "connect", errno: code)
    }
  }

  /// Ends the connection.
  package func close() {
    #if canImport(Glibc)
    _ = Glibc.close(descriptor)
    #else
    _ = Darwin.close(descriptor)
    #endif
  }

  /// Writes all bytes.
  ///
  /// - Throws: `RawHTTPError`.
  package func write(_ bytes: [UInt8], until end: ContinuousClock.Instant) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      try wait(for: CInt(POLLOUT), until: end)
      let count = rest.withUnsafeBytes { buffer in
        send(descriptor, buffer.baseAddress, buffer.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw RawHTTPError.system(call: "send", errno: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads what is there; nil at the end of the stream, however it came.
  ///
  /// - Throws: `RawHTTPError.deadline`.
  package func read(until end: ContinuousClock.Instant) throws -> [UInt8]? {
    try wait(for: CInt(POLLIN), until: end)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  private func wait(for events: CInt, until end: ContinuousClock.Instant) throws {
    let left = (end - ContinuousClock.now) / Duration.milliseconds(1)
    guard left > 0 else { throw RawHTTPError.deadline }
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    guard poll(&entry, 1, CInt(left.rounded(.up))) > 0 else { throw RawHTTPError.deadline }
  }

  private static func connectIPv4(_ descriptor: CInt, port: Int) -> CInt {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func connectIPv6(_ descriptor: CInt, port: Int) -> CInt {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = in_port_t(port).bigEndian
    address.sin6_addr = in6addr_loopback
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }
}
