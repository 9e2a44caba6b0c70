/// When the loop has to wake up without being woken.
struct LoopTimers {
  typealias Instant = ContinuousClock.Instant

  private(set) var lastEvent: Instant
  private(set) var lastInput: Instant
  /// Asked for by the last frame.
  var tick: Duration?
  /// Asked for by the decoder.
  var silence: Duration?

  init(now: Instant) {
    lastEvent = now
    lastInput = now
  }

  mutating func noteEvent(at now: Instant) { lastEvent = now }

  mutating func noteInput(at now: Instant) { lastInput = now }

  func isTickDue(at now: Instant) -> Bool { tick.map { lastEvent + $0 <= now } ?? false }

  func isSilenceDue(at now: Instant) -> Bool { silence.map { lastInput + $0 <= now } ?? false }

  /// How long `poll` may wait, -1 for ever.
  ///
  /// Rounded up, so that it is never woken too early.
  func timeoutMilliseconds(at now: Instant) -> Int32 {
    let instants = [tick.map { lastEvent + $0 }, silence.map { lastInput + $0 }].compactMap(\.self)
    guard let next = instants.min() else { return -1 }
    return Int32(clamping: max(0, Self.milliseconds(next - now) + 1))
  }

  static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
