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
  /// - Parameters:
  ///   - program: The state machine and its pages.
  ///   - state: Where it starts.
  ///   - options: What the loop needs to know about the terminal.
  ///   - perform: Starts an effect, as in `EventLoop.run`.
  /// - Returns: The last state.
  /// - Throws: Why nobody can be asked here; nothing has been shown then.
  package static func run<State, Event, Effect>(
    _ program: ScreenProgram<State, Event, Effect>,
    from state: State,
    options: LineOptions,
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void
  ) throws(TerminalError) -> State {
    guard TerminalSession.isInteractive else { throw .notInteractive }
    let mailbox = try Mailbox<Event>()
    defer { mailbox.close() }
    let terminal = try LineTerminal.opened(
      type: options.terminalType,
      wake: mailbox.writeDescriptor
    )
    if let reason = options.reason { terminal.write(lines: [reason]) }
    let core = LoopCore(program: program, state: state, mailbox: mailbox, perform: perform)
    var run = LineRun(core, terminal: terminal)
    run.untilFinished()
    return run.leave()
  }
}

/// One run of the line loop.
struct LineRun<State: Sendable, Event: Sendable, Effect: Sendable>: ~Copyable {
  private var core: LoopCore<State, Event, Effect>
  private var terminal: LineTerminal
  private var transcript = LineTranscript()
  private var reader = LineReader()
  /// Whether the last thing printed is a prompt.
  private var isPrompting = false

  init(_ core: LoopCore<State, Event, Effect>, terminal: consuming LineTerminal) {
    self.core = core
    self.terminal = terminal
  }

  private var page: LinePage { core.program.linePage(core.state) }

  mutating func untilFinished() {
    send(core.program.event(.resize(Size(columns: 200, rows: 1000))))
    show()
    while !core.isOver {
      if !takeLine() { wait() }
    }
  }

  /// Gives the terminal back and the state out.
  consuming func leave() -> State {
    if isPrompting { terminal.write("\n") }
    return core.state
  }

  /// Whether what is typed may be seen: nothing of a secret, and nothing before it is asked for.
  private var isEchoing: Bool {
    isPrompting && page.entry?.isSecret != true
  }

  /// Takes a line that was typed; false where there is none.
  ///
  /// While something runs only a way out of it counts, and the rest waits.
  private mutating func takeLine() -> Bool {
    let isBusy = page.waiting != nil
    guard !isBusy else {
      guard let outcome = reader.takeWayOut() else { return false }
      take(outcome)
      return true
    }
    let (echo, outcome) = reader.next()
    if isEchoing, !echo.isEmpty { terminal.write(echo) }
    guard outcome != .typing else { return false }
    take(outcome)
    return true
  }

  private mutating func take(_ outcome: LineEditor.Outcome) {
    switch outcome {
    case .typing: break
    case .line(let line): take(line: line)
    // Ctrl-D leaves as Ctrl-C does.
    case .end: input(.interrupt)
    case .lostPaste:
      say(["More of what you pasted came late and was not used. Paste it again."])
      if isPrompting { prompt(page) }
    }
  }
}

// MARK: - Waiting

extension LineRun {
  private mutating func wait() {
    let page = page
    core.timers.tick = page.tickMilliseconds.map { .milliseconds($0) }
    core.timers.silence = reader.silence
    guard let (hasMail, hasInput) = core.wait(for: reader.isAtEnd ? -1 : STDIN_FILENO) else {
      return
    }
    if hasMail { takeMail() }
    if hasInput {
      if !core.isOver { read(isSecret: page.entry?.isSecret ?? false) }
    } else if core.timers.isSilenceDue(at: .now) {
      reader.settle()
    }
    if let passed = core.dueTick {
      send(core.program.event(.tick(milliseconds: passed)))
      show(afterMilliseconds: passed)
    }
  }

  private mutating func takeMail() {
    let (events, signals) = core.takeMail()
    for signal in signals where !core.isOver { take(signal: signal) }
    for event in events { send(event) }
    if !events.isEmpty, !core.isOver { show() }
  }

  private mutating func take(signal: Int32) {
    switch signal {
    case SIGINT: input(.interrupt)
    case SIGTSTP: suspend()
    case SIGCONT:
      if terminal.isInForeground { resume() } else { suspend() }
    case SIGWINCH: break
    default:
      // Of a terminal that goes away more than one may come.
      if signal == SIGHUP { terminal.isGone = true }
      input(.terminate(signal: signal))
      core.mustEnd = true
    }
  }

  /// Reads what is there; a terminal that was closed ends everything.
  private mutating func read(isSecret: Bool) {
    let pause = ContinuousClock.now - core.timers.lastInput
    core.timers.noteInput(at: .now)
    guard reader.read(from: STDIN_FILENO, after: pause, isSecret: isSecret) == .end else { return }
    terminal.isGone = true
    input(.endOfInput)
    core.mustEnd = true
  }
}

// MARK: - Stopping and going on

extension LineRun {
  /// Stops until the shell continues the program in the foreground, or a signal ends it meanwhile.
  private mutating func suspend() {
    terminal.suspend()
    var isBehindShell = true
    while isBehindShell, !core.isOver {
      let stop = core.stop(group: false)
      for signal in stop.signals { take(signal: signal) }
      isBehindShell = stop.isBehindShell
    }
    core.mailbox.announceEvents()
    if !core.isOver { resume() }
  }

  /// Takes the terminal again, and asks again what was asked before the shell's own lines.
  private mutating func resume() {
    guard terminal.resume() else {
      // What is typed would show: nothing may be asked any more. A hang-up comes with a SIGCONT, which
      // may be taken first.
      terminal.isGone = TerminalSession.isTerminalGone
      input(terminal.isGone ? .endOfInput : .interrupt)
      core.mustEnd = true
      return
    }
    if isPrompting { prompt(page) }
  }
}

// MARK: - Events

extension LineRun {
  private mutating func take(line: LineEditor.Line) {
    terminal.unreadInput = .keep
    let page = page
    if isPrompting { terminal.write("\n") }
    isPrompting = false
    switch LineAnswer.meaning(of: line.content, isPasted: line.isPasted, on: page) {
    case .inputs(let inputs):
      for event in inputs where !core.isOver { send(core.program.event(event)) }
      if !core.isOver { sayAside() }
      if !core.isOver { show() }
    case .unknown(let sentence):
      terminal.write(lines: [sentence])
      prompt(page)
    }
  }

  /// Says what only explains, and closes it: a prompt of its own would echo what is pasted there.
  private mutating func sayAside() {
    let page = page
    guard page.isAside else { return }
    write(page.lines, of: page)
    transcript.forget()
    send(core.program.event(.key(.enter)))
  }

  private mutating func input(_ event: InputEvent) {
    terminal.unreadInput = .discard
    send(core.program.event(event))
    if !core.isOver { show() }
  }

  private mutating func send(_ event: Event) {
    // Sequences read badly aloud; a link that stands alone on its line can be selected.
    for text in core.send(event) { terminal.write(text + "\n") }
  }

  private mutating func show(afterMilliseconds passed: Int? = nil) {
    let page = page
    let lines =
      passed.map { transcript.lines(for: page, afterMilliseconds: $0) }
      ?? transcript.lines(for: page)
    if !lines.isEmpty {
      if isPrompting { terminal.write("\n") }
      isPrompting = false
      write(lines, of: page)
    }
    if page.waiting == nil, !isPrompting, !core.isOver { prompt(page) }
  }

  /// Prints lines, broken between words but for those in which every space counts.
  private func write(_ lines: [String], of page: LinePage) {
    for line in lines {
      if page.verbatim.contains(line) {
        terminal.write(line + "\n")
      } else {
        terminal.write(lines: [line])
      }
    }
  }

  private mutating func say(_ lines: [String]) {
    if isPrompting { terminal.write("\n") }
    terminal.write(lines: lines)
  }

  /// Asks, with what was typed already where it may be seen.
  private mutating func prompt(_ page: LinePage) {
    // The sign stays on the line of the last word.
    let glued = page.prompt.replacing(" > ", with: "\u{A0}>\u{A0}")
    terminal.write(terminal.fitted(glued).replacing("\u{A0}", with: " "))
    isPrompting = true
    if isEchoing { terminal.write(reader.shown) }
  }
}
