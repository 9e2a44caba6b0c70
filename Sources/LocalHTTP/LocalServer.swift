import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A small HTTP/1.1 server that only this machine can reach, on one thread of its own.
package final class LocalServer: Sendable {
  /// Answers one request; runs off the server's thread, and is cancelled when the client leaves.
  package typealias Handler = @Sendable (LocalRequest) async -> LocalResponse

  /// The largest body that is read, in bytes; a larger one is answered with 413.
  package static let bodyLimit = 1 << 20

  /// The port it listens on.
  package let port: Int

  private let group: MultiThreadedEventLoopGroup
  private let listeners: [any Channel]
  private let connections: OpenConnections
  private let isStopped = Mutex(false)

  private init(group: MultiThreadedEventLoopGroup, listeners: Listeners) {
    self.group = group
    self.listeners = listeners.channels
    self.connections = listeners.connections
    self.port = listeners.port
  }

  /// Starts listening; port 0 picks a free one.
  ///
  /// - Parameters:
  ///   - port: The port.
  ///   - addresses: The addresses; one that the machine lacks counts only where it stands alone.
  ///   - headers: Lines that every answer gets, the server's own refusals too.
  ///   - limits: What connections may take.
  ///   - handler: Answers the requests that the server does not refuse by itself.
  /// - Returns: The server, which listens.
  /// - Throws: `LocalServerError` where any of the addresses is taken or refused.
  package static func start(
    port: Int = 0,
    on addresses: LoopbackAddresses = .ipv4,
    headers: [LocalHeader] = [],
    limits: ConnectionLimits = ConnectionLimits(),
    handler: @escaping Handler
  ) async throws(LocalServerError) -> LocalServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let binder = ListenerBinder(group: group, headers: headers, limits: limits, handler: handler)
    do {
      let listeners = try await binder.bind(port: port, addresses: addresses)
      return LocalServer(group: group, listeners: listeners)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Stops listening and ends every connection.
  ///
  /// Answers that are under way may finish within `grace`. A second call does nothing.
  package func stop(grace: Duration = .milliseconds(500)) async {
    let isFirst = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    guard isFirst else { return }
    for listener in listeners {
      try? await listener.close()
    }
    await connections.end(within: grace, on: group.next())
    try? await group.shutdownGracefully()
  }
}

/// The addresses of this machine that a server can listen on.
package enum LoopbackAddresses: Sendable {
  /// 127.0.0.1 alone.
  case ipv4
  /// ::1 alone.
  case ipv6
  /// 127.0.0.1 and, where the machine has it, ::1 on the same port: what `localhost` may mean.
  case both
}
