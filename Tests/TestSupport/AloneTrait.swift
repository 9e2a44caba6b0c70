package import Testing

/// Runs the tests of a suite one at a time, also against the other suites with this trait.
///
/// They wait for real programs, sockets and terminals with a deadline. Side by side on two cores they
/// would starve each other, and a busy machine is no reason to fail. Tests without this trait run
/// side by side, and before.
package struct AloneTrait: SuiteTrait, TestTrait, TestScoping {
  /// Every test of the suite, not the suite as a whole.
  package var isRecursive: Bool { true }

  /// Waits for its turn, then runs the test.
  @concurrent
  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    await Turns.shared.take()
    await Self.untilOthersAreThrough()
    do {
      try await function()
    } catch {
      await Turns.shared.pass()
      throw error
    }
    await Turns.shared.pass()
  }
}

extension AloneTrait {
  /// Waits until the tests that run side by side leave the threads free: a task that steps aside comes
  /// back behind all that wait for one.
  private static func untilOthersAreThrough() async {
    var free = 0
    while free < 20 {
      let start = ContinuousClock.now
      await Task.yield()
      free = ContinuousClock.now - start < .milliseconds(5) ? free + 1 : 0
    }
  }
}

extension Trait where Self == AloneTrait {
  /// Runs one test at a time.
  package static var alone: Self { Self() }
}

/// A queue for something that one can have at a time.
private actor Turns {
  static let shared = Turns()

  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    guard isTaken else {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func pass() {
    guard waiting.isEmpty else { return waiting.removeFirst().resume() }
    isTaken = false
  }
}
