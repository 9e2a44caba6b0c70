#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A system call that a test's server needs has failed.
package struct RawSocketError: Error {
  /// The call's name.
  package var call: String
  /// Its errno.
  package var code: Int32
}

/// The few system calls that the raw servers of the tests are made of.
package enum RawSocket {
  #if canImport(Glibc)
  private static let stream = Int32(SOCK_STREAM.rawValue)
  private static let noSignal = Int32(MSG_NOSIGNAL)
  #else
  private static let stream = SOCK_STREAM
  private static let noSignal: Int32 = 0
  #endif

  /// A socket that listens on a free port of 127.0.0.1.
  package static func listen() throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { throw RawSocketError(call: "socket", code: errno) }
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withSocketAddress(&address) { bind(descriptor, $0, size) }
    guard bound == 0 else { throw RawSocketError(call: "bind", code: errno) }
    #if canImport(Glibc)
    let listening = Glibc.listen(descriptor, 64)
    #else
    let listening = Darwin.listen(descriptor, 64)
    #endif
    guard listening == 0 else { throw RawSocketError(call: "listen", code: errno) }
    let named = withSocketAddress(&address) { getsockname(descriptor, $0, &size) }
    guard named == 0 else { throw RawSocketError(call: "getsockname", code: errno) }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// A connection to a port of 127.0.0.1; nil where nobody listens.
  package static func connect(port: UInt16) -> Int32? {
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { return nil }
    var address = loopback(port: port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    #if canImport(Glibc)
    let connected = withSocketAddress(&address) { Glibc.connect(descriptor, $0, size) }
    #else
    let connected = withSocketAddress(&address) { Darwin.connect(descriptor, $0, size) }
    #endif
    guard connected == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// A port of 127.0.0.1 that was free a moment ago and where nobody listens.
  package static func unusedPort() throws -> UInt16 {
    let (descriptor, port) = try listen()
    close(descriptor)
    return port
  }

  /// The two ends of a pipe.
  static func pipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
    let made = Glibc.pipe(&ends)
    #else
    let made = Darwin.pipe(&ends)
    #endif
    guard made == 0 else { throw RawSocketError(call: "pipe", code: errno) }
    return (ends[0], ends[1])
  }

  /// Waits until there is something to read, or the end; false when the server stops first.
  static func isReadable(_ descriptor: Int32, orStopped stop: Int32) -> Bool {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, 2, -1) < 0 && errno == EINTR {}
    return waits[1].revents == 0
  }

  /// Waits until some of these have something to read, or are at their end, and gives them; nil
  /// when the server stops first.
  static func readable(_ descriptors: [Int32], orStopped stop: Int32) -> [Int32]? {
    var waits = (descriptors + [stop]).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&waits, nfds_t(waits.count), -1) < 0 && errno == EINTR {}
    guard waits.last?.revents == 0 else { return nil }
    return waits.dropLast().filter { $0.revents != 0 }.map(\.fd)
  }

  /// Waits until there is something to read, or the end, for so long at most.
  static func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, milliseconds) > 0
  }

  /// Reads what is there; nil at the end of the connection.
  static func read(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Sends all of it; false where the other side has gone.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, noSignal)
      }
      #else
      let count = rest.withUnsafeBytes {
        Darwin.send(descriptor, $0.baseAddress, $0.count, noSignal)
      }
      #endif
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Makes the next close a reset.
  static func resetOnClose(_ descriptor: Int32) {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Runs blocking work away from the threads that Swift's tasks share.
  static func startThread(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(ThreadWork(body))
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    let failure = pthread_create(
      &thread,
      nil,
      { context in
        #if canImport(Glibc)
        guard let context else { return nil }
        #endif
        // libssl writes without MSG_NOSIGNAL, and a client that has gone must not end the tests.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
        return nil
      },
      work.toOpaque()
    )
    precondition(failure == 0, "no thread for a test's server")
    #if canImport(Glibc)
    pthread_detach(thread)
    #else
    if let thread { pthread_detach(thread) }
    #endif
  }

  private static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withSocketAddress(
    _ address: inout sockaddr_in,
    _ body: (UnsafeMutablePointer<sockaddr>) -> Int32
  ) -> Int32 {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }
}

private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
