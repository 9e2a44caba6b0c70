import NIOCore
import Synchronization

/// The connections that are open now, so that a stop can end them.
final class OpenConnections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  func add(_ channel: any Channel) {
    let key = ObjectIdentifier(channel)
    channels.withLock { $0[key] = channel }
    channel.closeFuture.whenComplete { _ in
      self.channels.withLock { $0[key] = nil }
    }
  }

  /// Ends idle connections now, and busy ones after their answer or after `grace`.
  func end(within grace: Duration, on loop: any EventLoop) async {
    let open = channels.withLock { Array($0.values) }
    for channel in open {
      // Not NIO's quiescing: its HTTP handler traps when a request is left unfinished then.
      channel.pipeline.fireUserInboundEventTriggered(EndOfServer())
    }
    let timeout = loop.scheduleTask(in: TimeAmount(grace)) {
      for channel in open {
        channel.close(promise: nil)
      }
    }
    let closed = EventLoopFuture.andAllComplete(open.map(\.closeFuture), on: loop)
    try? await closed.get()
    timeout.cancel()
  }
}

/// Tells a connection that it ends once the answer that is under way is written.
struct EndOfServer: Sendable {}
