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
      channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
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
