internal import SetupCore
internal import Synchronization

/// The effects that run now, by which one of them is stopped.
final class RunningEffects: Sendable {
  private let tasks = Mutex<[EffectID: Task<Void, Never>]>([:])

  /// Starts work away from the calling thread; it is forgotten when it has ended.
  func start(_ id: EffectID, _ work: @escaping @Sendable () async -> Void) {
    tasks.withLock { tasks in
      // A plain Task would inherit the main actor, which waits for the terminal.
      tasks[id] = Task { @concurrent in
        await work()
        self.forget(id)
      }
    }
  }

  /// Stops an effect; one that has ended is no longer known.
  func cancel(_ id: EffectID) {
    tasks.withLock { _ = $0.removeValue(forKey: id)?.cancel() }
  }

  private func forget(_ id: EffectID) {
    tasks.withLock { _ = $0.removeValue(forKey: id) }
  }
}
