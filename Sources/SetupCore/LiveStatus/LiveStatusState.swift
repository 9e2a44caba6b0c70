/// Everything the live status knows; only `LiveStatusReducer` changes it.
package struct LiveStatusState: Equatable, Sendable {
  /// What the command line fixed.
  package var options: LiveStatusOptions
  /// The terminal's size.
  package var size = Size(columns: 80, rows: 24)
  /// What was found last; nil until the first check has ended.
  package var report: StatusReport?
  /// Why the last check could not be made.
  package var failure: SetupError?
  /// How long ago the last check ended, in milliseconds.
  package var age = 0
  /// The watch; nil where nobody watches.
  package var watch: Watch?
  /// Whether the terminal is in front, as far as it tells.
  package var isInFront = true
  /// The highlighted problem.
  package var selection = ListSelection()
  /// Whether the healthy rows are shown one by one.
  package var isUnfolded = false
  /// Whether the keys are explained over the screen.
  package var isHelpOpen = false
  /// How far the page is scrolled, in rows.
  package var scroll = 0
  /// A remark that stays until the next key.
  package var notice: String?
  /// The files that were put right, relative to the project, in order.
  package private(set) var written: [String] = []
  /// What can be taken back of it; nil while nothing was written.
  package private(set) var promise: UndoPromise?
  /// The effect that is waited for.
  package var waiting: Waiting?
  /// How the screen ended; nil while it is open.
  package var outcome: LiveStatusOutcome?
  private var lastEffect = 0

  /// Starts without knowing anything.
  package init(options: LiveStatusOptions) {
    self.options = options
  }

  /// Takes down what was written, once for each file.
  mutating func note(_ result: ApplyResult) {
    for path in result.written where !written.contains(path) { written.append(path) }
    promise = promise?.and(UndoPromise(result)) ?? UndoPromise(result)
  }

  /// Numbers a new effect and waits for it.
  mutating func wait(
    for what: String,
    _ kind: Waiting.Kind,
    _ effect: (EffectID) -> LiveStatusEffect
  ) -> [LiveStatusEffect] {
    lastEffect += 1
    let id = EffectID(lastEffect)
    waiting = Waiting(id: id, kind: kind, what: what)
    return [effect(id)]
  }

  /// Takes note that a result has come; false for one that nobody waits for.
  mutating func receive(_ id: EffectID) -> Bool {
    guard waiting?.id == id else { return false }
    waiting = nil
    return true
  }
}

/// What the command line fixed for the live status.
package struct LiveStatusOptions: Equatable, Sendable {
  /// The host that is asked, as the screen names it.
  package var apiHost: String
  /// The shortest time between two checks of a watch, in milliseconds.
  ///
  /// Never under a minute outside of tests: `/v2/self` has a small limit of its own.
  package var watchMilliseconds: Int
  /// Whether the watch is on from the start.
  package var isWatching: Bool
  /// Whether an imitation of Attio is asked.
  package var isSandbox = false

  /// Collects the options.
  package init(
    apiHost: String = "api.attio.com",
    watchMilliseconds: Int = 60_000,
    isWatching: Bool = false
  ) {
    self.apiHost = apiHost
    self.watchMilliseconds = watchMilliseconds
    self.isWatching = isWatching
  }
}

/// A watch: checks that come by themselves, apart by a minute and more.
package struct Watch: Equatable, Sendable {
  /// The time to the next check, in milliseconds.
  package var remaining: Int
  /// How many checks in a row could not be told, each of which doubles the time to the next.
  package var setbacks = 0

  /// The time to the next check: doubled for each setback, up to sixteenfold, and up to a fifth
  /// longer at random, so that many watches do not ask at the same moment.
  ///
  /// - Parameters:
  ///   - interval: The shortest time, in milliseconds.
  ///   - jitter: A random number from 0 up to, but not including, 1.
  mutating func schedule(interval: Int, jitter: Double) {
    let factor = 1 << min(setbacks, 4)
    remaining = interval * factor + Int(Double(interval) * 0.2 * jitter)
  }
}

/// How the live status ended.
package enum LiveStatusOutcome: Equatable, Sendable {
  /// The user left; the exit code.
  case left(exitCode: Int32)
  /// The user wants another token: the wizard follows.
  case replaceToken
}
