import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What listens, and who is connected to it.
struct Listeners {
  var channels: [any Channel]
  var connections: OpenConnections
  var port: Int
}

/// Opens the listening sockets of one server.
struct ListenerBinder {
  let group: MultiThreadedEventLoopGroup
  let headers: [LocalHeader]
  let limits: ConnectionLimits
  let handler: LocalServer.Handler
  let connections: OpenConnections

  init(
    group: MultiThreadedEventLoopGroup,
    headers: [LocalHeader],
    limits: ConnectionLimits,
    handler: @escaping LocalServer.Handler
  ) {
    self.group = group
    self.headers = headers
    self.limits = limits
    self.handler = handler
    connections = OpenConnections(limit: limits.open)
  }

  func bind(port: Int, addresses: LoopbackAddresses) async throws(LocalServerError) -> Listeners {
    switch addresses {
    case .ipv4: try await bindOne("127.0.0.1", port: port)
    case .ipv6: try await bindOne("::1", port: port)
    case .both: try await bindBoth(port: port)
    }
  }

  private func bindOne(
    _ address: String,
    port: Int
  ) async throws(LocalServerError) -> Listeners {
    do {
      let channel = try await listen(address, port)
      let bound = channel.localAddress?.port ?? port
      return Listeners(channels: [channel], connections: connections, port: bound)
    } catch {
      throw Self.reason(error, port: port)
    }
  }

  private func bindBoth(port: Int) async throws(LocalServerError) -> Listeners {
    // A port that is free for one family can be taken for the other; only a port that the system
    // picked may be given back for another try.
    var tries = port == 0 ? 16 : 1
    while true {
      var listeners = try await bindOne("127.0.0.1", port: port)
      do {
        listeners.channels.append(try await listen("::1", listeners.port))
        return listeners
      } catch let error as IOError where Self.lacksIPv6(error) {
        return listeners
      } catch {
        tries -= 1
        await close(listeners)
        guard tries > 0 else { throw Self.reason(error, port: listeners.port) }
      }
    }
  }

  private func close(_ listeners: Listeners) async {
    for channel in listeners.channels {
      try? await channel.close()
    }
  }

  private func listen(_ address: String, _ port: Int) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [connections, headers, limits, handler] channel in
        connections.add(channel)
        return channel.eventLoop.makeCompletedFuture {
          let patience = TimeAmount(limits.patience)
          try Self.configure(
            channel,
            ConnectionHandler(adding: headers, patience, connections, handler)
          )
        }
      }
      .bind(to: SocketAddress(ipAddress: address, port: port))
      .get()
  }

  private static func configure(
    _ channel: any Channel,
    _ handler: ConnectionHandler
  ) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 16 << 10
    limits.maxHeaderListSize = 64 << 10
    limits.maxHeaderFieldCount = 100
    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
      withEncoderConfiguration: .init(),
      withDecoderLimitConfiguration: limits
    )
    try channel.pipeline.syncOperations.addHandler(handler)
  }

  private static func lacksIPv6(_ error: IOError) -> Bool {
    [EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT].contains(error.errnoCode)
  }

  private static func reason(_ error: any Error, port: Int) -> LocalServerError {
    guard let error = error as? IOError else { return .cannotListen(reason: "\(error)") }
    return switch error.errnoCode {
    case EADDRINUSE: .portInUse(port)
    case EACCES, EPERM: .notPermitted(port)
    default: .cannotListen(reason: "\(error)")
    }
  }
}
