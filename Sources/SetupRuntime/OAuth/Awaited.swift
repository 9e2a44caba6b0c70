import Synchronization

/// A value that is set once and that several tasks may wait for.
final class Awaited<Value: Sendable>: Sendable {
  private struct State {
    var value: Value?
    var waiting: [AsyncStream<Value>.Continuation] = []
  }

  private let state = Mutex(State())

  /// Sets the value; the first one stays.
  func set(_ value: Value) {
    let waiting = state.withLock { state in
      guard state.value == nil else { return [AsyncStream<Value>.Continuation]() }
      state.value = value
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting {
      continuation.yield(value)
      continuation.finish()
    }
  }

  /// The value, as soon as it is there; nil after the limit, and where the task is cancelled.
  func value(within limit: Duration) async -> Value? {
    let (stream, continuation) = AsyncStream<Value>.makeStream()
    let known = state.withLock { state in
      if state.value == nil { state.waiting.append(continuation) }
      return state.value
    }
    if let known { return known }
    let timeout = Task {
      try? await Task.sleep(for: limit)
      continuation.finish()
    }
    defer { timeout.cancel() }
    for await value in stream { return value }
    return nil
  }
}
