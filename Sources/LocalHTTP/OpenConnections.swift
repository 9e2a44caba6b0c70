import NIOCore
import Synchronization

/// The connections that are open now: so that there are never too many, and a stop can end them.
final class OpenConnections: Sendable {
  private struct Entry {
    var channel: any Channel
    var number: Int
    var isBusy = false
  }

  private let entries = Mutex<(open: [ObjectIdentifier: Entry], count: Int)>(([:], 0))
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes one in.
  ///
  /// Where there are too many, the oldest that asks nothing has to go: whoever opens
  /// connections and leaves them keeps nobody else out.
  func add(_ channel: any Channel) {
    let key = ObjectIdentifier(channel)
    let oldest = entries.withLock { entries -> (any Channel)? in
      entries.count += 1
      entries.open[key] = Entry(channel: channel, number: entries.count)
      guard entries.open.count > limit else { return nil }
      return entries.open.values.filter { !$0.isBusy }.min { $0.number < $1.number }?.channel
    }
    oldest?.close(promise: nil)
    channel.closeFuture.whenComplete { _ in
      self.entries.withLock { $0.open[key] = nil }
    }
  }

  /// Notes whether an answer is under way.
  func setBusy(_ isBusy: Bool, _ channel: any Channel) {
    entries.withLock { $0.open[ObjectIdentifier(channel)]?.isBusy = isBusy }
  }

  /// Ends idle connections now, and busy ones after their answer or after `grace`.
  func end(within grace: Duration, on loop: any EventLoop) async {
    let open = entries.withLock { $0.open.values.map(\.channel) }
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
