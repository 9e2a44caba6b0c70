internal import SetupCore
internal import SetupRuntime
internal import Synchronization

/// Takes down how the writing of `apply` ended, for the last line of a run that is stopped.
final class WrittenFiles: Sendable {
  private let result = Mutex<ApplyResult?>(nil)

  func note(_ progress: UnattendedSetup.Progress) {
    guard case .applied(let result) = progress else { return }
    self.result.withLock { $0 = result }
  }

  /// Says in one line whether anything was written.
  var sentence: String { result.withLock { $0 }?.line ?? "Nothing was written." }
}
