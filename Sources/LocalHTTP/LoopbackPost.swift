import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends a POST to an address of this machine, and to no other.
package enum LoopbackPost {
  /// Sends it and waits for the status.
  ///
  /// - Parameters:
  ///   - url: An address of plain http; only 127.0.0.1, ::1 and localhost are taken.
  ///   - headers: Header lines besides the host's and the length.
  ///   - body: The body.
  ///   - limit: How long to wait at most.
  /// - Returns: The status; nil where nobody answered in time.
  package static func send(
    to url: String,
    headers: [LocalHeader],
    body: [UInt8],
    within limit: Duration = .seconds(5)
  ) async -> Int? {
    guard let target = Target(url) else { return nil }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let status = await exchange(target, headers, body, limit, group)
    try? await group.shutdownGracefully()
    return status
  }

  private static func exchange(
    _ target: Target,
    _ headers: [LocalHeader],
    _ body: [UInt8],
    _ limit: Duration,
    _ group: MultiThreadedEventLoopGroup
  ) async -> Int? {
    let answer = group.next().makePromise(of: Int.self)
    let amount = TimeAmount.milliseconds(limit.components.seconds * 1000)
    let bootstrap = ClientBootstrap(group: group).connectTimeout(amount)
      .channelInitializer { channel in
        channel.pipeline.addHTTPClientHandlers().flatMapThrowing {
          try channel.pipeline.syncOperations.addHandler(StatusReader(answer))
        }
      }
    do {
      let channel = try await bootstrap.connect(host: target.host, port: target.port).get()
      let timer = channel.eventLoop.scheduleTask(in: amount) { channel.close(promise: nil) }
      var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: target.path)
      head.headers.add(name: "Host", value: "\(target.host):\(target.port)")
      head.headers.add(name: "Content-Length", value: "\(body.count)")
      head.headers.add(name: "Connection", value: "close")
      for header in headers { head.headers.add(name: header.name, value: header.value) }
      channel.write(HTTPClientRequestPart.head(head), promise: nil)
      channel.write(HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
      try await channel.writeAndFlush(HTTPClientRequestPart.end(nil)).get()
      let status = try await answer.futureResult.get()
      timer.cancel()
      try? await channel.close().get()
      return status
    } catch {
      // Failing a promise that is kept changes nothing.
      answer.fail(error)
      return nil
    }
  }

  /// The parts of an address of this machine.
  private struct Target {
    var host: String
    var port: Int
    var path: String

    init?(_ url: String) {
      let scheme = "http://"
      guard url.hasPrefix(scheme) else { return nil }
      let rest = url.dropFirst(scheme.count)
      let authority = rest.prefix { $0 != "/" && $0 != "?" }
      let tail = rest[authority.endIndex...]
      path = tail.hasPrefix("/") ? String(tail) : "/" + tail
      guard LoopbackName.matches(host: String(authority)) else { return nil }
      let isBracketed = authority.hasPrefix("[")
      let name =
        isBracketed ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
      host = String(name)
      let after =
        isBracketed ? authority.drop { $0 != "]" }.dropFirst() : authority[name.endIndex...]
      guard let number = after.isEmpty ? 80 : Int(after.dropFirst()) else { return nil }
      port = number
    }
  }
}

/// Keeps a promise with the status of an answer.
private final class StatusReader: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart

  private let promise: EventLoopPromise<Int>

  init(_ promise: EventLoopPromise<Int>) {
    self.promise = promise
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data) { promise.succeed(Int(head.status.code)) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    promise.fail(ChannelError.eof)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    promise.fail(error)
    context.close(promise: nil)
  }
}
