import SetupRuntime
import Synchronization
import SystemPackage
import Testing

/// At which of its calls a piece of work is failed or stopped.
struct FaultSweep {
  /// The calls that the work makes undisturbed.
  let calls: [FileCall]

  /// One error, whether every later call of the same kind fails by it, too, and where it is tried.
  struct Fault: Codable, Sendable, CustomTestStringConvertible {
    let code: CInt
    var goesOn = false
    /// The calls that it is tried at, by their names; empty for all that change something.
    var calls: [String] = []

    init(_ reason: Errno, goesOn: Bool = false, at calls: [FileCall] = []) {
      code = reason.rawValue
      self.goesOn = goesOn
      self.calls = calls.map(\.rawValue)
    }

    var event: CallCounter.Event {
      let reason = Errno(rawValue: code)
      return goesOn ? .errors(reason) : .error(reason)
    }

    var testDescription: String { "\(Errno(rawValue: code))\(goesOn ? ", for good" : "")" }
  }

  /// The errors of a broken disk at every call, those of a full one and of a system that refuses
  /// where these come from.
  static let faults = [
    Fault(.ioError, at: FileCall.allCases.filter { $0 != .close }),
    Fault(.ioError, goesOn: true),
    Fault(.noSpace, at: full), Fault(.noSpace, goesOn: true, at: full),
    Fault(.permissionDenied, at: refused), Fault(.notPermitted, at: refused),
    Fault(.notPermitted, goesOn: true, at: refused),
  ]

  private static let full: [FileCall] = [
    .write, .truncate, .copyAttributes, .synchronize, .rename, .makeFolder,
  ]
  private static let refused: [FileCall] = [
    .lock, .changeOwner, .copyAttributes, .changeMode, .rename, .remove, .makeFolder, .removeFolder,
  ]

  /// What a program has to bear without a difference: a signal at a call, and calls that do less.
  static let disturbances: [FileFault] = [.error(.interrupted), .short]

  /// Calls that change nothing: to be stopped before one is to be stopped before the next change.
  private static let looking: [FileCall] = [
    .read, .status, .readLink, .realPath, .access, .list, .close, .open,
  ]

  /// The calls that change something, counted from 1.
  var changes: [Int] {
    calls.indices.filter { !Self.looking.contains(calls[$0]) }.map { $0 + 1 }
  }

  /// The calls at which a fault is tried, counted from 1.
  func positions(of fault: Fault) -> [Int] {
    guard !fault.calls.isEmpty else { return changes }
    return calls.indices.filter { fault.calls.contains(calls[$0].rawValue) }.map { $0 + 1 }
  }

  /// What stands beside an expectation that fails.
  func place(_ position: Int) -> Comment {
    Comment(rawValue: "call \(position), \(calls[position - 1])")
  }

  /// Runs work whose every second call is disturbed.
  static func disturbing<Value>(
    by fault: FileFault,
    _ body: () async throws -> Value
  ) async rethrows -> Value {
    let count = Mutex(0)
    let calls = FileCalls { _ -> FileFault? in
      count.withLock {
        $0 += 1
        return $0.isMultiple(of: 2) ? fault : nil
      }
    }
    return try await FileCalls.$current.withValue(calls, operation: body)
  }
}
