import CNcurses
import SetupCore

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the loops of both faces have in common: the state machine, its effects, mail, time and stops.
struct LoopCore<State: Sendable, Event: Sendable, Effect: Sendable> {
  typealias Perform = @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void

  let program: ScreenProgram<State, Event, Effect>
  let mailbox: Mailbox<Event>
  private let perform: Perform
  private(set) var state: State
  var timers = LoopTimers(now: .now)
  /// Set where the loop ends whatever the program says.
  var mustEnd = false

  init(
    program: ScreenProgram<State, Event, Effect>,
    state: State,
    mailbox: Mailbox<Event>,
    perform: @escaping Perform
  ) {
    self.program = program
    self.state = state
    self.mailbox = mailbox
    self.perform = perform
  }

  var isOver: Bool { mustEnd || program.isFinished(state) }

  /// Sends an event, starts the effects that follow, and gives the texts for the terminal's clipboard.
  mutating func send(_ event: Event) -> [String] {
    guard !isOver else { return [] }
    let effects = program.reduce(&state, event)
    timers.noteEvent(at: .now)
    return effects.compactMap { effect in
      if let text = program.clipboardText(effect) { return text }
      perform(effect) { [mailbox] event in mailbox.post(event) }
      return nil
    }
  }

  /// Waits for mail, for what can be read, or for the time; nil where a signal cut it short.
  func wait(for input: Int32) -> (hasMail: Bool, hasInput: Bool)? {
    var descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.readDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, 2, timers.timeoutMilliseconds(at: .now)) >= 0 else { return nil }
    return (descriptors[1].revents != 0, descriptors[0].revents != 0)
  }

  /// How much time has passed, in milliseconds, where that is to be told now.
  var dueTick: Int? {
    guard timers.isTickDue(at: .now) else { return nil }
    return LoopTimers.milliseconds(ContinuousClock.now - timers.lastEvent)
  }

  /// Takes everything that other threads and signals left.
  func takeMail() -> (events: [Event], signals: [Int32]) {
    defer { cnc_guard_acknowledge() }
    return mailbox.takeAll()
  }

  /// Takes the signals alone.
  func takeSignals() -> [Int32] {
    defer {
      cnc_guard_acknowledge()
      mailbox.announceEvents()
    }
    return mailbox.takeSignals()
  }

  /// Stops the program until the shell continues it.
  ///
  /// - Parameter group: Whether everyone is stopped whom the terminal would stop for Ctrl-Z.
  /// - Returns: The signals that came besides, and whether it was continued in the background (`bg`), so
  ///   that it has to stop again rather than write into the shell. Where the system refused to stop, there
  ///   was no SIGCONT, and stopping again would never end.
  func stop(group: Bool) -> (signals: [Int32], isBehindShell: Bool) {
    cnc_guard_stop(group)
    let signals = mailbox.takeSignalsAfterStop { cnc_guard_is_foreground() }
    cnc_guard_acknowledge()
    return (
      signals.filter { $0 != SIGCONT && $0 != SIGTSTP && $0 != SIGWINCH },
      signals.contains(SIGCONT) && !cnc_guard_is_foreground()
    )
  }
}
