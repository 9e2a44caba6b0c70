import SetupRuntime
import Synchronization
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Does something at the n-th system call of a write, counted from 1.
final class CallCounter: Sendable {
  enum Event: Equatable, Sendable {
    case error(Errno)
    case kill
  }

  private let seen = Mutex<[FileCall]>([])
  private let position: Int
  private let event: Event

  init(at position: Int = .max, _ event: Event = .kill) {
    self.position = position
    self.event = event
  }

  /// The calls so far.
  var calls: [FileCall] { seen.withLock { $0 } }

  var fileCalls: FileCalls {
    FileCalls { call in
      let count = self.seen.withLock { seen in
        seen.append(call)
        return seen.count
      }
      guard count == self.position else { return nil }
      switch self.event {
      case .error(let reason): return reason
      case .kill:
        kill(getpid(), SIGKILL)
        return nil
      }
    }
  }
}

extension FileCalls {
  /// Refuses every call of one kind.
  static func refusing(_ refused: FileCall, _ reason: Errno) -> FileCalls {
    FileCalls { $0 == refused ? reason : nil }
  }
}
