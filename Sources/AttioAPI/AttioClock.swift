import FoundationEssentials

/// The clocks that calls depend on, so that tests need not wait.
package struct AttioClock: Sendable {
  /// Seconds since 1970, as the machine believes.
  package var unixSeconds: @Sendable () -> Double
  /// Seconds from some fixed moment; never goes back.
  package var monotonicSeconds: @Sendable () -> Double
  /// Waits, and returns early when the task is cancelled.
  package var pause: @Sendable (_ seconds: Double) async -> Void

  /// Collects the clocks.
  package init(
    unixSeconds: @escaping @Sendable () -> Double,
    monotonicSeconds: @escaping @Sendable () -> Double,
    pause: @escaping @Sendable (_ seconds: Double) async -> Void
  ) {
    self.unixSeconds = unixSeconds
    self.monotonicSeconds = monotonicSeconds
    self.pause = pause
  }

  /// The machine's clocks.
  package static let system: AttioClock = {
    let start = ContinuousClock.now
    return AttioClock(
      unixSeconds: { Date().timeIntervalSince1970 },
      monotonicSeconds: { (ContinuousClock.now - start) / .seconds(1) },
      pause: { try? await Task.sleep(for: .seconds($0)) }
    )
  }()
}
