internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Lets work that writes files end in order when a signal ends the program.
///
/// The work is cancelled, cleans up behind itself, and the program then ends by the same signal. A
/// second signal ends it at once.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let received = Atomic<Int32>(0)

  /// The signal that came; nil where none did.
  static var signalNumber: Int32? {
    let number = received.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  /// Runs work that is cancelled by SIGINT, SIGTERM and SIGHUP.
  static func cancelling<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    // The handler may not be the first to ask for the variable, which makes it.
    guard signalNumber == nil else { throw CancellationError() }
    for number in signals { watch(number) }
    let task = Task { try await work() }
    let watcher = Task {
      while signalNumber == nil { try await Task.sleep(for: .milliseconds(20)) }
      task.cancel()
    }
    defer { watcher.cancel() }
    return try await task.value
  }

  /// Lets signals end the program at once again, where what they may not break off has been done.
  static func release() {
    for number in signals where !EndingSignals.isIgnored(number) { EndingSignals.reset(number) }
  }

  /// Runs work that a signal cancels, and then ends the program by it.
  ///
  /// - Parameters:
  ///   - work: The work.
  ///   - leaving: Called before the end by a signal, with what the work came to.
  /// - Returns: What the work came to.
  /// - Throws: `CancellationError` where a signal had come before.
  static func leaving<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () async -> Result<Value, Failure>,
    leaving: (Result<Value, Failure>) -> Void = { _ in }
  ) async throws -> Result<Value, Failure> {
    let result = try await cancelling(work)
    if let number = signalNumber {
      leaving(result)
      endBySignal(number)
    }
    release()
    return result
  }

  /// Runs work that blocks its thread, and looks at `signalNumber` by itself while it does.
  static func noting<Value, Failure: Error>(
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // The handler may not be the first to ask for the variable, which makes it.
    guard signalNumber == nil else { return try work() }
    for number in signals { watch(number) }
    defer { release() }
    return try work()
  }

  /// Ends the program by the signal that came, so that the shell knows.
  static func endBySignal(_ number: Int32) -> Never {
    fflush(nil)
    EndingSignals.reset(number)
    // The threads of the pool have all signals blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    _exit(128 + number)
  }

  private static func watch(_ number: Int32) {
    let handler: @convention(c) (Int32) -> Void = { number in
      EndingSignals.reset(number)
      Interruption.received.store(number, ordering: .releasing)
    }
    // `nohup` and its kind have the signal ignored, and it stays so.
    if !EndingSignals.isIgnored(number) { signal(number, handler) }
  }
}
