import SetupRuntime
import Synchronization
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Does something at the n-th system call that touches a file, counted from 1.
///
/// `counter.run { … }` makes all code of the body, tasks that it starts included, use these calls.
final class CallCounter: Sendable {
  enum Event: Equatable, Sendable {
    /// This one call fails.
    case error(Errno)
    /// This call and every later one of its kind fail.
    case errors(Errno)
    /// This read or write handles one byte.
    case short
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
    FileCalls { call -> FileFault? in
      let (count, broken) = self.seen.withLock { seen in
        seen.append(call)
        return (seen.count, self.position <= seen.count ? seen[self.position - 1] : nil)
      }
      guard count >= self.position, let broken else { return nil }
      switch self.event {
      case .errors(let reason): return call == broken ? .error(reason) : nil
      case .error(let reason): return count == self.position ? .error(reason) : nil
      case .short: return count == self.position ? .short : nil
      case .kill:
        if count == self.position { kill(getpid(), SIGKILL) }
        return nil
      }
    }
  }

  /// Runs a body whose file calls are counted.
  func run<Value>(_ body: () throws -> Value) rethrows -> Value {
    try FileCalls.$current.withValue(fileCalls, operation: body)
  }

  /// Runs a body whose file calls are counted.
  func run<Value>(_ body: () async throws -> Value) async rethrows -> Value {
    try await FileCalls.$current.withValue(fileCalls, operation: body)
  }
}

extension FileCalls {
  /// Refuses every call of one kind.
  static func refusing(_ refused: FileCall, _ reason: Errno) -> FileCalls {
    FileCalls { call -> Errno? in call == refused ? reason : nil }
  }
}
