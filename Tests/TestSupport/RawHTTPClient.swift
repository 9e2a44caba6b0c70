import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A client that writes bytes to a TCP socket of this machine and reads what comes back.
///
/// It knows nothing of the code under test, follows nothing and hides nothing. Each exchange has a
/// connection and a thread of its own, so that a server in the same process is never starved.
package struct RawHTTPClient: Sendable {
  /// The address of this machine to connect to.
  package enum Address: Sendable {
    /// 127.0.0.1.
    case ipv4
    /// ::1.
    case ipv6
  }

  /// The port to connect to.
  package var port: Int
  /// The address to connect to.
  package var address: Address
  /// The limit for a whole exchange.
  package var deadline: Duration

  /// Prepares a client; nothing is connected yet.
  package init(port: Int, address: Address = .ipv4, deadline: Duration = .seconds(20)) {
    self.port = port
    self.address = address
    self.deadline = deadline
  }

  /// Sends one request and reads one answer.
  ///
  /// `Host`, `Content-Length` and `Connection: close` are added where they are absent.
  package func request(
    _ method: String,
    _ target: String,
    headers: [(name: String, value: String)] = [],
    body: String = ""
  ) async throws -> RawHTTPResponse {
    var lines = headers
    let present = Set(headers.map { $0.name.lowercased() })
    if !present.contains("host") { lines.append(("Host", "127.0.0.1:\(port)")) }
    if !present.contains("connection") { lines.append(("Connection", "close")) }
    if !present.contains("content-length"), !body.isEmpty || method != "GET" {
      lines.append(("Content-Length", "\(body.utf8.count)"))
    }
    let head = lines.map { "\($0.name): \($0.value)\r\n" }.joined()
    return try await send("\(method) \(target) HTTP/1.1\r\n\(head)\r\n\(body)")
  }

  /// Sends the text as it is and reads one answer.
  ///
  /// - Throws: `RawHTTPError` where nothing that reads as an answer came back.
  package func send(_ text: String) async throws -> RawHTTPResponse {
    let bytes = try await exchange(Array(text.utf8))
    guard let response = RawHTTPResponse(bytes) else { throw RawHTTPError.notHTTP(bytes) }
    return response
  }

  /// When an exchange is over.
  package enum Extent: Sendable {
    /// With the first complete answer, or with the connection.
    case oneAnswer
    /// With the connection.
    case untilClosed
  }

  /// Sends bytes and reads until the exchange is over.
  ///
  /// - Throws: `RawHTTPError` for a refused connection and for the deadline.
  package func exchange(
    _ bytes: [UInt8],
    reading extent: Extent = .oneAnswer
  ) async throws -> [UInt8] {
    let queue = DispatchQueue(label: "raw-http-client")
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(with: Result { try blockingExchange(bytes, reading: extent) })
      }
    }
  }

  private func blockingExchange(_ bytes: [UInt8], reading extent: Extent) throws -> [UInt8] {
    let end = ContinuousClock.now + deadline
    let connection = try RawConnection(port: port, address: address)
    defer { connection.close() }
    // A server may answer and close before it has read everything; its answer still counts.
    try? connection.write(bytes, until: end)
    var received: [UInt8] = []
    while let more = try connection.read(until: end) {
      received += more
      if extent == .oneAnswer, RawHTTPResponse(received)?.isComplete == true { break }
    }
    return received
  }
}

/// What went wrong below HTTP.
package enum RawHTTPError: Error {
  /// A system call failed with that errno.
  case system(call: String, errno: CInt)
  /// The exchange took longer than its deadline.
  case deadline
  /// What came back does not read as HTTP.
  case notHTTP([UInt8])
}
