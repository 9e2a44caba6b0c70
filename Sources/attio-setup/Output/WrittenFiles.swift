internal import SetupCore
internal import SetupRuntime
internal import Synchronization

/// Takes down what `apply` has written so far, for the last line of a run that is stopped.
final class WrittenFiles: Sendable {
  private let state = Mutex<(plan: Plan?, paths: [String])>((nil, []))

  func note(_ progress: UnattendedSetup.Progress) {
    state.withLock { state in
      switch progress {
      case .identified: break
      case .planned(let plan): state.plan = plan
      case .wrote(let id):
        guard id != .untrack, let path = state.plan?.entry(id)?.path, !state.paths.contains(path)
        else { return }
        state.paths.append(path)
      }
    }
  }

  /// Says in one line whether anything was written.
  var sentence: String {
    let paths = state.withLock { $0.paths }
    return paths.isEmpty
      ? "Nothing was written."
      : "Written: \(paths.joined(separator: ", ")). Undo with: attio-setup undo"
  }
}
