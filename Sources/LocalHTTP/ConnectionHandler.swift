import NIOCore
import NIOHTTP1

/// Collects requests of one connection and writes their answers; lives on the server's thread.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// More of a body that is refused anyway is not read to the end: the connection ends.
  private static let discardLimit = 16 << 20

  private let headers: [LocalHeader]
  private let patience: TimeAmount
  private let connections: OpenConnections
  private let handler: LocalServer.Handler
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var discardedBytes = 0
  private var refusal: LocalResponse?
  private var answer: Task<Void, Never>?
  private var isEnding = false
  private var ending: Scheduled<Void>?

  init(
    adding headers: [LocalHeader],
    _ patience: TimeAmount,
    _ connections: OpenConnections,
    _ handler: @escaping LocalServer.Handler
  ) {
    self.headers = headers
    self.patience = patience
    self.connections = connections
    self.handler = handler
  }

  func channelActive(context: ChannelHandlerContext) {
    waitForRequest(context: context)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context: context)
    case .body(let buffer): append(buffer, context: context)
    case .end: finish(context: context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is EndOfServer else {
      context.fireUserInboundEventTriggered(event)
      return
    }
    isEnding = true
    if answer == nil { context.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    answer?.cancel()
    ending?.cancel()
    context.fireChannelInactive()
  }

  /// Ends the connection where no whole request comes in time.
  private func waitForRequest(context: ChannelHandlerContext) {
    connections.setBusy(false, context.channel)
    ending?.cancel()
    ending = context.eventLoop.scheduleTask(in: patience) { [channel = context.channel] in
      channel.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
    self.head = head
    body = []
    discardedBytes = 0
    refusal = RequestRules.refusal(of: head)
    guard RequestRules.expectsContinue(head) else { return }
    if let refusal {
      write(refusal, to: head, keepAlive: false, context: context)
      self.head = nil
    } else {
      let proceed = HTTPResponseHead(version: .http1_1, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(proceed)), promise: nil)
    }
  }

  private func append(_ buffer: ByteBuffer, context: ChannelHandlerContext) {
    if refusal == nil, body.count + buffer.readableBytes <= LocalServer.bodyLimit {
      body += buffer.readableBytesView
      return
    }
    refusal = refusal ?? RequestRules.bodyTooLarge
    body = []
    discardedBytes += buffer.readableBytes
    if discardedBytes > Self.discardLimit {
      context.close(promise: nil)
    }
  }

  private func finish(context: ChannelHandlerContext) {
    guard let head else { return }
    self.head = nil
    ending?.cancel()
    if let refusal {
      write(refusal, to: head, keepAlive: false, context: context)
      return
    }
    let request = LocalRequest(
      method: head.method.rawValue,
      target: head.uri,
      headers: head.headers.map { LocalHeader($0.name, $0.value) },
      body: body
    )
    body = []
    respond(to: request, head: head, context: context)
  }

  private func respond(
    to request: LocalRequest,
    head: HTTPRequestHead,
    context: ChannelHandlerContext
  ) {
    let here = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    connections.setBusy(true, context.channel)
    answer = Task { [handler] in
      let response = await handler(request)
      if let delay = response.delay {
        try? await Task.sleep(for: delay)
      }
      guard !Task.isCancelled else { return }
      loop.execute {
        let (connection, context) = here.value
        connection.answer = nil
        connection.waitForRequest(context: context)
        connection.write(response, to: head, keepAlive: head.isKeepAlive, context: context)
      }
    }
  }

  private func write(
    _ response: LocalResponse,
    to request: HTTPRequestHead,
    keepAlive: Bool,
    context: ChannelHandlerContext
  ) {
    guard response.delivery != .nothing else {
      context.close(promise: nil)
      return
    }
    var response = response
    response.headers += headers
    let isKept = keepAlive && !isEnding && response.delivery == .whole
    let head = RequestRules.head(of: response, connection: isKept ? "keep-alive" : "close")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let bytes = request.method == .HEAD ? [] : RequestRules.deliveredBody(of: response)
    if !bytes.isEmpty {
      let buffer = context.channel.allocator.buffer(bytes: bytes)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    if response.delivery == .whole {
      context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.flush()
    if !isKept {
      context.close(promise: nil)
    }
  }
}
