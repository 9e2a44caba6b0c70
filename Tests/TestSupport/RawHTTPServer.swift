import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A server on 127.0.0.1 that sends exactly the bytes that a test tells it to.
///
/// It knows no HTTP but the end of a request.
package final class RawHTTPServer: Sendable {
  /// One thing to do on a connection.
  package enum Step: Sendable {
    /// Read until the empty line behind a request's header.
    case readRequest
    /// Send these bytes.
    case send([UInt8])
    /// Send nothing for this long; ends early when the server stops.
    case pause(milliseconds: Int32)
    /// Keep the connection open until the client closes it or the server stops.
    case hold
    /// End the connection with a reset instead of an orderly close.
    case reset

    /// Sends a text.
    package static func send(_ text: String) -> Step { .send(Array(text.utf8)) }

    /// Sends a whole answer with a body of known length.
    package static func answer(
      _ status: Int,
      _ body: String = "",
      headers: [String] = []
    ) -> Step {
      let lines = ["HTTP/1.1 \(status) Scripted", "Content-Length: \(body.utf8.count)"] + headers
      return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
  }

  /// What a server was told by its clients.
  private struct Log {
    var requests: [String] = []
    var running = 0
  }

  /// The port that the system chose.
  package let port: UInt16
  private let listener: Int32
  private let stopReader: Int32
  private let stopWriter: Int32
  private let log = Mutex(Log())
  private let script: @Sendable (_ connection: Int) -> [Step]

  /// Starts to listen.
  ///
  /// - Parameter script: The steps for the connection of this number, counted from 0.
  /// - Throws: `RawSocketError` where the system has no socket or thread.
  package init(script: @escaping @Sendable (_ connection: Int) -> [Step]) throws {
    (listener, port) = try RawSocket.listen()
    (stopReader, stopWriter) = try RawSocket.pipe()
    self.script = script
    RawSocket.startThread { [self] in acceptConnections() }
  }

  /// Starts to listen; every connection gets the same steps after its request was read.
  package convenience init(_ steps: Step...) throws {
    try self.init { _ in [.readRequest] + steps }
  }

  deinit {
    // Every thread holds the server, so none waits on this any more.
    close(stopReader)
  }

  /// The requests' headers so far, whole, in their order.
  package var requests: [String] { log.withLock(\.requests) }

  /// How many connections are open now.
  package var openConnections: Int { log.withLock(\.running) }

  /// Ends the listening and every connection.
  package func stop() {
    close(stopWriter)
  }

  private func acceptConnections() {
    var count = 0
    while RawSocket.isReadable(listener, orStopped: stopReader) {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      let number = count
      count += 1
      log.withLock { $0.running += 1 }
      RawSocket.startThread { [self] in serve(connection, number) }
    }
    close(listener)
  }

  private func serve(_ connection: Int32, _ number: Int) {
    for step in script(number) {
      guard perform(step, on: connection) else { break }
    }
    close(connection)
    log.withLock { $0.running -= 1 }
  }

  /// Comes back false where the connection is over.
  private func perform(_ step: Step, on connection: Int32) -> Bool {
    switch step {
    case .readRequest:
      return readRequest(connection)
    case .send(let bytes):
      return RawSocket.send(bytes, to: connection)
    case .pause(let milliseconds):
      return !RawSocket.isReadable(stopReader, within: milliseconds)
    case .hold:
      while RawSocket.isReadable(connection, orStopped: stopReader) {
        guard RawSocket.read(connection) != nil else { return false }
      }
      return false
    case .reset:
      RawSocket.resetOnClose(connection)
      return false
    }
  }

  private func readRequest(_ connection: Int32) -> Bool {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while !bytes.contains(end) {
      guard RawSocket.isReadable(connection, orStopped: stopReader),
        let more = RawSocket.read(connection)
      else { return false }
      bytes += more
    }
    let text = String(decoding: bytes, as: UTF8.self)
    log.withLock { $0.requests.append(text) }
    return true
  }
}
