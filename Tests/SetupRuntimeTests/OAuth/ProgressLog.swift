import SetupCore
import Synchronization

/// The steps that a connection told.
final class ProgressLog: Sendable {
  private let kept = Mutex<[ConnectProgress]>([])

  func note(_ step: ConnectProgress) { kept.withLock { $0.append(step) } }

  var steps: [ConnectProgress] { kept.withLock(\.self) }
}
