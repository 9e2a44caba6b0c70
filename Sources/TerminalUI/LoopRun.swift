import CNcurses
import Glibc
import SetupCore

/// One run of the event loop: its state and what it does when something arrives.
struct LoopRun<State: Sendable, Event: Sendable, Effect: Sendable>: ~Copyable {
  typealias Perform = @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void

  private let program: ScreenProgram<State, Event, Effect>
  private let mailbox: Mailbox<Event>
  private let perform: Perform
  private var painter: FramePainter
  private let minimumSize: Size
  private var session: TerminalSession
  private var state: State
  private var size: Size
  private var decoder = KeyDecoder()
  private var timers = LoopTimers(now: .now)
  private var inputBuffer = [UInt8](repeating: 0, count: 16_384)
  private var needsPainting = true
  private var mouse = MouseTargets()
  private var mustEnd = false

  init(
    program: ScreenProgram<State, Event, Effect>,
    state: State,
    session: consuming TerminalSession,
    mailbox: Mailbox<Event>,
    minimumSize: Size,
    perform: @escaping Perform
  ) {
    self.program = program
    self.state = state
    self.mailbox = mailbox
    self.minimumSize = minimumSize
    self.perform = perform
    painter = FramePainter(symbols: session.symbols, colors: session.colors)
    size = session.size()
    self.session = session
  }

  mutating func untilFinished() {
    deliver(.resize(size))
    while !isOver {
      paintIfNeeded()
      wait()
    }
  }

  /// Gives the terminal back and the state out.
  consuming func leave() -> State {
    if decoder.silence != nil { session.unreadInput = .discard }
    return state
  }

  private var isOver: Bool { mustEnd || program.isFinished(state) }

  private var isTooSmall: Bool {
    size.columns < minimumSize.columns || size.rows < minimumSize.rows
  }
}

// MARK: - Waiting

extension LoopRun {
  private mutating func wait() {
    timers.silence = decoder.silence
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.readDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, 2, timers.timeoutMilliseconds(at: .now))
    guard count >= 0 else { return }
    // Signals first: of a terminal that goes away both the signal and the end of input arrive.
    if descriptors[1].revents != 0 { takeMail() }
    if descriptors[0].revents != 0 {
      takeInput()
    } else if timers.isSilenceDue(at: .now) {
      take(decoder.settle())
    }
    if timers.isTickDue(at: .now) {
      let elapsed = ContinuousClock.now - timers.lastEvent
      deliver(.tick(milliseconds: LoopTimers.milliseconds(elapsed)))
    }
  }

  private mutating func takeMail() {
    let (events, signals) = mailbox.takeAll()
    cnc_guard_acknowledge()
    for signal in signals where !isOver { take(signal: signal) }
    for event in events { send(event) }
  }

  private mutating func takeInput() {
    let count = read(STDIN_FILENO, &inputBuffer, inputBuffer.count)
    let reason = errno
    if count > 0 {
      let pause = ContinuousClock.now - timers.lastInput
      timers.noteInput(at: .now)
      take(decoder.decode(Array(inputBuffer[..<count]), after: pause))
    } else if count == 0 || (reason != EINTR && reason != EAGAIN) {
      deliver(.endOfInput)
    }
  }
}

// MARK: - Events

extension LoopRun {
  private mutating func take(_ inputs: [DecodedInput]) {
    for (index, input) in TypedText.gathered(inputs).enumerated() where !isOver {
      // Signals do not wait for a thousand keys that came together.
      if index % Self.inputsBetweenSignals == Self.inputsBetweenSignals - 1 { takeSignals() }
      switch input {
      case .text(let text):
        if !isTooSmall { deliver(.text(text)) }
      case .single(let input): take(input)
      }
    }
  }

  private static var inputsBetweenSignals: Int { 64 }

  private mutating func takeSignals() {
    for signal in mailbox.takeSignals() where !isOver { take(signal: signal) }
    cnc_guard_acknowledge()
    mailbox.announceEvents()
  }

  private mutating func take(_ input: DecodedInput) {
    switch input {
    case .key(.control("c")): deliver(.interrupt)
    case .key(.control("\\")): deliver(.terminate(signal: SIGQUIT))
    case .key(.control("z")): suspend(stopping: .group)
    case .key(let key):
      if key == .control("l") { repaintWhole() }
      if !isTooSmall { deliver(.key(key)) }
    case .paste(let content):
      if !isTooSmall { deliver(.paste(content)) }
    case .morePaste(let content):
      if !isTooSmall { deliver(.morePaste(content)) }
    case .focus(let isInFront): deliver(.focus(isInFront))
    case .mouse(let report): take(report)
    }
  }

  /// A click counts against what is on the screen, not against what will be there in a moment.
  private mutating func take(_ report: MouseReport) {
    guard session.hasMouse, !isTooSmall, !needsPainting else { return }
    let keys =
      switch report.action {
      case .press: mouse.keys(at: report.place)
      case .wheelUp: mouse.wheelUp
      case .wheelDown: mouse.wheelDown
      }
    for key in keys where !isOver { deliver(.key(key)) }
  }

  private mutating func take(signal: Int32) {
    switch signal {
    case SIGINT: deliver(.interrupt)
    case SIGWINCH: takeSize()
    case SIGTSTP: suspend(stopping: .process)
    case SIGCONT: takeUpAgain()
    default: deliver(.terminate(signal: signal))
    }
  }

  private mutating func takeSize() {
    let newSize = session.size()
    painter.resize(to: newSize)
    needsPainting = true
    guard newSize != size else { return }
    size = newSize
    deliver(.resize(size))
  }

  private mutating func deliver(_ input: InputEvent) {
    send(program.event(input))
    // Of a terminal that goes away more than one hang-up may come.
    session.isGone = input == .endOfInput || input == .terminate(signal: SIGHUP)
    switch input {
    case .terminate, .endOfInput:
      mustEnd = true
      session.unreadInput = .discard
    case .interrupt: session.unreadInput = .discard
    default: session.unreadInput = .keep
    }
  }

  private mutating func send(_ event: Event) {
    guard !isOver else { return }
    let effects = program.reduce(&state, event)
    needsPainting = true
    timers.noteEvent(at: .now)
    for effect in effects {
      if let text = program.clipboardText(effect) {
        session.copy(text)
        continue
      }
      perform(effect) { [mailbox] event in mailbox.post(event) }
    }
  }
}

// MARK: - The screen

extension LoopRun {
  private mutating func paintIfNeeded() {
    guard needsPainting else { return }
    needsPainting = false
    let frame =
      isTooSmall
      ? TooSmallScreen.frame(size: size, minimum: minimumSize) : program.screen(state, size)
    painter.paint(frame, in: size)
    mouse = frame.mouse
    timers.tick = frame.tickMilliseconds.map { .milliseconds($0) }
  }

  private mutating func repaintWhole() {
    painter.repaintWhole()
    needsPainting = true
  }
}

// MARK: - Stopping and going on

/// Who is stopped.
private enum StopTarget {
  /// Everyone whom the terminal would stop for Ctrl-Z.
  case group
  case process
}

extension LoopRun {
  private mutating func suspend(stopping target: StopTarget) {
    session.suspend()
    var target = target
    while true {
      cnc_guard_stop(target == .group)
      let signals = mailbox.takeSignalsAfterStop { cnc_guard_is_foreground() }
      cnc_guard_acknowledge()
      for signal in signals where signal != SIGCONT && signal != SIGTSTP && signal != SIGWINCH {
        take(signal: signal)
      }
      // Continued in the background (`bg`): stop again rather than write into the shell. Where the system
      // refused to stop, there was no SIGCONT and this would never end.
      let isBehindShell = signals.contains(SIGCONT) && !session.isInForeground
      guard isBehindShell, !isOver else { break }
      target = .process
    }
    mailbox.announceEvents()
    guard !isOver else { return }
    comeBack()
  }

  /// After SIGCONT without a stop of ours (`kill -STOP`): the shell has changed the modes.
  private mutating func takeUpAgain() {
    guard session.isInForeground else { return suspend(stopping: .process) }
    session.suspend()
    comeBack()
  }

  /// Takes the terminal again; where what is typed would show, nothing may be asked any more.
  private mutating func comeBack() {
    session.resume()
    takeSize()
    guard !session.hidesInput else { return }
    // A hang-up comes with a SIGCONT, which may be taken first.
    deliver(TerminalSession.isTerminalGone ? .endOfInput : .interrupt)
    mustEnd = true
  }
}
