/// The status screen: a room, and what it works with.
package struct LiveStatusState: Equatable, Sendable {
  /// The desk, and what the run was told and did.
  package var hall: StatusHall
  /// The room.
  package var room = StatusRoom()

  /// Starts without knowing anything.
  package init(options: LiveStatusOptions) {
    hall = StatusHall(options: options)
  }

  /// The keys that mean something now.
  package var keys: [KeyBinding] {
    hall.desk.overlay?.bindings.map(\.key) ?? room.keys(hall)
  }
}

/// What the status room works with.
package struct StatusHall: RoomHall {
  /// What the command line fixed.
  package let options: LiveStatusOptions
  /// The terminal, and what is waited for.
  var desk = Desk<LiveStatusEffect>()
  /// The files that were put right, relative to the project, in order.
  package private(set) var written: [String] = []
  /// What can be taken back of it; nil while nothing was written.
  package private(set) var promise: UndoPromise?
  /// How the screen ended; nil while it is open.
  package private(set) var outcome: LiveStatusOutcome?

  init(options: LiveStatusOptions) {
    self.options = options
  }

  /// Takes down what was written, once for each file.
  mutating func note(_ result: ApplyResult) {
    for path in result.written where !written.contains(path) { written.append(path) }
    promise = promise?.and(UndoPromise(result)) ?? UndoPromise(result)
  }

  /// Closes the screen.
  mutating func end(_ outcome: LiveStatusOutcome) {
    self.outcome = outcome
    desk.stopWaiting()
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
