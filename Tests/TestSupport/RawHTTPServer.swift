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
    /// Read a request: its header, and the body whose length the header names.
    case readRequest
    /// Send these bytes.
    case send([UInt8])
    /// Send nothing for this long; ends early when the server stops.
    case pause(milliseconds: Int32)
    /// Keep the connection open until the client closes it or the server stops.
    case hold
    /// End the connection with a reset instead of an orderly close.
    case reset
    /// Carry bytes to and from this port of 127.0.0.1, as a proxy does after CONNECT.
    case tunnel(port: UInt16)

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
    var accepted = 0
  }

  /// The port that the system chose.
  package let port: UInt16
  private let listener: Int32
  private let stopReader: Int32
  private let stopWriter: Int32
  private let log = Mutex(Log())
  private let identity: TLSIdentity?
  private let script: @Sendable (_ connection: Int) -> [Step]

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - identity: The certificate to speak TLS with; nil for plain text.
  ///   - script: The steps for the connection of this number, counted from 0.
  /// - Throws: `RawSocketError` where the system has no socket or thread.
  package init(
    identity: TLSIdentity? = nil,
    script: @escaping @Sendable (_ connection: Int) -> [Step]
  ) throws {
    (listener, port) = try RawSocket.listen()
    (stopReader, stopWriter) = try RawSocket.pipe()
    self.identity = identity
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

  /// The requests so far, whole, in their order.
  package var requests: [String] { log.withLock(\.requests) }

  /// How many connections there were, those without a request included.
  package var connections: Int { log.withLock(\.accepted) }

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
      log.withLock { $0.accepted += 1 }
      RawSocket.startThread { [self] in serve(connection, number) }
    }
    close(listener)
  }

  private func serve(_ connection: Int32, _ number: Int) {
    if let channel = RawChannel(connection, identity) {
      for step in script(number) {
        guard perform(step, on: channel) else { break }
      }
      channel.finish()
    }
    close(connection)
  }

  /// Comes back false where the connection is over.
  private func perform(_ step: Step, on channel: RawChannel) -> Bool {
    switch step {
    case .readRequest:
      return readRequest(channel)
    case .send(let bytes):
      return channel.send(bytes)
    case .pause(let milliseconds):
      return !RawSocket.isReadable(stopReader, within: milliseconds)
    case .hold:
      while channel.isReadable(orStopped: stopReader) {
        guard channel.read() != nil else { return false }
      }
      return false
    case .reset:
      RawSocket.resetOnClose(channel.descriptor)
      return false
    case .tunnel(let port):
      carry(between: channel.descriptor, and: port)
      return false
    }
  }

  private func readRequest(_ channel: RawChannel) -> Bool {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while !bytes.contains(end) {
      guard channel.isReadable(orStopped: stopReader), let more = channel.read() else {
        return false
      }
      bytes += more
    }
    // A connection that is closed before its body was read is reset, and the answer lost with it.
    let head = String(decoding: bytes, as: UTF8.self)
    let length = head.firstMatch(of: /(?i)\r\ncontent-length: (\d+)\r\n/).flatMap { Int($0.1) } ?? 0
    let start = bytes.firstRange(of: end)?.upperBound ?? bytes.count
    while bytes.count < start + length {
      guard channel.isReadable(orStopped: stopReader), let more = channel.read() else { break }
      bytes += more
    }
    let text = String(decoding: bytes, as: UTF8.self)
    log.withLock { $0.requests.append(text) }
    return true
  }

  private func carry(between client: Int32, and port: UInt16) {
    guard let server = RawSocket.connect(port: port) else { return }
    defer { close(server) }
    while let ready = RawSocket.readable([client, server], orStopped: stopReader) {
      for source in ready {
        let target = source == client ? server : client
        guard let bytes = RawSocket.read(source), RawSocket.send(bytes, to: target) else { return }
      }
    }
  }
}

/// One connection, in plain text or encrypted; blocks the calling thread.
private struct RawChannel {
  let descriptor: Int32
  private let session: TLSSession?

  /// Agrees on the encryption first; nil where the client does not go along.
  init?(_ descriptor: Int32, _ identity: TLSIdentity?) {
    self.descriptor = descriptor
    session = identity.map { TLSSession(on: descriptor, as: $0) }
    guard session?.accept() != false else { return nil }
  }

  func isReadable(orStopped stop: Int32) -> Bool {
    session?.hasBytes == true || RawSocket.isReadable(descriptor, orStopped: stop)
  }

  func read() -> [UInt8]? {
    session.map { $0.read() } ?? RawSocket.read(descriptor)
  }

  func send(_ bytes: [UInt8]) -> Bool {
    session?.send(bytes) ?? RawSocket.send(bytes, to: descriptor)
  }

  func finish() {
    session?.close()
  }
}
