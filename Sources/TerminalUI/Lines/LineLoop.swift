import CNcurses
import Glibc
import Ground
package import SetupCore

/// Runs a program of pure functions in line mode: the same state machine as in the full screen, with
/// numbered answers, and output that only grows.
package enum LineLoop {
  /// Runs until the program is finished or a signal ends it; blocks its thread.
  ///
  /// Ctrl-C, SIGINT and the end of input arrive as `.interrupt`; after `.terminate` the loop ends
  /// whatever the program says. Otherwise as `EventLoop.run`.
  ///
  /// - Throws: Why nobody can be asked here; nothing has been shown then.
  package static func run<State, Event, Effect>(
    _ program: ScreenProgram<State, Event, Effect>,
    from state: State,
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void
  ) throws(TerminalError) -> State {
    guard TerminalSession.isInteractive else { throw .notInteractive }
    let mailbox = try Mailbox<Event>()
    defer { mailbox.close() }
    let terminal = try LineTerminal(wake: mailbox.writeDescriptor)
    var run = LineRun(
      program: program,
      state: state,
      terminal: terminal,
      mailbox: mailbox,
      perform: perform
    )
    run.untilFinished()
    return run.leave()
  }
}

/// One run of the line loop.
struct LineRun<State: Sendable, Event: Sendable, Effect: Sendable>: ~Copyable {
  typealias Perform = @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void

  private let program: ScreenProgram<State, Event, Effect>
  private let mailbox: Mailbox<Event>
  private let perform: Perform
  private var terminal: LineTerminal
  private var state: State
  private var timers = LoopTimers(now: .now)
  private var transcript = LineTranscript()
  private var buffer = LineBuffer()
  /// Whether the last thing printed is a prompt.
  private var isPrompting = false
  private var mustEnd = false

  init(
    program: ScreenProgram<State, Event, Effect>,
    state: State,
    terminal: consuming LineTerminal,
    mailbox: Mailbox<Event>,
    perform: @escaping Perform
  ) {
    self.program = program
    self.state = state
    self.mailbox = mailbox
    self.perform = perform
    self.terminal = terminal
  }

  mutating func untilFinished() {
    send(program.event(.resize(Size(columns: 200, rows: 1000))))
    show()
    while !isOver {
      if let line = nextLine() { take(line: line) } else { wait() }
    }
  }

  /// Gives the terminal back and the state out.
  consuming func leave() -> State {
    if isPrompting { terminal.write("\n") }
    return state
  }

  private var isOver: Bool { mustEnd || program.isFinished(state) }

  /// A line that was typed; while something runs only a way out of it counts, the rest waits.
  private mutating func nextLine() -> FileContent? {
    let isBusy = program.linePage(state).waiting != nil
    return isBusy ? buffer.takeWayOut() : buffer.take()
  }
}

// MARK: - Waiting

extension LineRun {
  private mutating func wait() {
    timers.tick = program.linePage(state).tickMilliseconds.map { .milliseconds($0) }
    var descriptors = [
      pollfd(fd: buffer.isAtEnd ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.readDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, 2, timers.timeoutMilliseconds(at: .now)) >= 0 else { return }
    if descriptors[1].revents != 0 { takeMail() }
    if descriptors[0].revents != 0, !isOver, buffer.read(from: STDIN_FILENO) == .end {
      endOfInput(isGone: descriptors[0].revents & Int16(POLLHUP) != 0)
    }
    if timers.isTickDue(at: .now) {
      let passed = LoopTimers.milliseconds(ContinuousClock.now - timers.lastEvent)
      send(program.event(.tick(milliseconds: passed)))
      show(afterMilliseconds: passed)
    }
  }

  private mutating func takeMail() {
    let (events, signals) = mailbox.takeAll()
    cnc_guard_acknowledge()
    for signal in signals where !isOver { take(signal: signal) }
    for event in events { send(event) }
    if !events.isEmpty, !isOver { show() }
  }

  private mutating func take(signal: Int32) {
    switch signal {
    case SIGINT: input(.interrupt)
    case SIGTSTP: suspend()
    case SIGCONT: terminal.isInForeground ? resume() : suspend()
    case SIGWINCH: break
    default:
      input(.terminate(signal: signal))
      mustEnd = true
    }
  }

  /// Ctrl-D leaves as Ctrl-C does; a terminal that was closed ends everything.
  private mutating func endOfInput(isGone: Bool) {
    guard isGone else { return input(.interrupt) }
    terminal.isGone = true
    input(.endOfInput)
    mustEnd = true
  }
}

// MARK: - Stopping and going on

extension LineRun {
  /// Stops until the shell continues the program in the foreground, or a signal ends it meanwhile.
  private mutating func suspend() {
    terminal.suspend()
    var isBehindShell = true
    while isBehindShell, !isOver {
      cnc_guard_stop(false)
      let signals = mailbox.takeSignalsAfterStop { cnc_guard_is_foreground() }
      cnc_guard_acknowledge()
      for signal in signals where signal != SIGCONT && signal != SIGTSTP { take(signal: signal) }
      // As in the full screen: where the system refused to stop, there was no SIGCONT.
      isBehindShell = signals.contains(SIGCONT) && !terminal.isInForeground
    }
    mailbox.announceEvents()
    if !isOver { resume() }
  }

  /// Takes the terminal again, and asks again what was asked before the shell's own lines.
  private mutating func resume() {
    terminal.resume()
    if isPrompting { prompt(program.linePage(state)) }
  }
}

// MARK: - Events

extension LineRun {
  private mutating func take(line: FileContent) {
    terminal.unreadInput = .keep
    let page = program.linePage(state)
    // What was typed without an echo has not moved the cursor either.
    if isPrompting, !terminal.hasEcho { terminal.write("\n") }
    isPrompting = false
    terminal.setEcho(false)
    switch LineAnswer.meaning(of: line, on: page) {
    case .inputs(let inputs):
      for event in inputs where !isOver { send(program.event(event)) }
      if !isOver { sayAside() }
      if !isOver { show() }
    case .unknown(let sentence):
      terminal.write(sentence + "\n")
      prompt(page)
    }
  }

  /// Says what only explains, and closes it: a prompt of its own would echo what is pasted there.
  private mutating func sayAside() {
    let page = program.linePage(state)
    guard page.isAside else { return }
    terminal.write(page.lines.map { $0 + "\n" }.joined())
    transcript.forget()
    send(program.event(.key(.enter)))
  }

  private mutating func input(_ event: InputEvent) {
    terminal.unreadInput = .discard
    send(program.event(event))
    if !isOver { show() }
  }

  private mutating func send(_ event: Event) {
    guard !isOver else { return }
    let effects = program.reduce(&state, event)
    timers.noteEvent(at: .now)
    for effect in effects {
      // Sequences read badly aloud; a link that stands alone on its line can be selected.
      if let text = program.clipboardText(effect) {
        terminal.write(text + "\n")
        continue
      }
      perform(effect) { [mailbox] event in mailbox.post(event) }
    }
  }

  private mutating func show(afterMilliseconds passed: Int? = nil) {
    let page = program.linePage(state)
    let lines =
      passed.map { transcript.lines(for: page, afterMilliseconds: $0) }
      ?? transcript.lines(for: page)
    if !lines.isEmpty {
      if isPrompting { terminal.write("\n") }
      isPrompting = false
      terminal.write(lines.map { $0 + "\n" }.joined())
    }
    if page.waiting == nil, !isPrompting, !isOver { prompt(page) }
  }

  private mutating func prompt(_ page: LinePage) {
    terminal.write(page.prompt)
    isPrompting = true
    terminal.setEcho(!(page.entry?.isSecret ?? false))
  }
}
