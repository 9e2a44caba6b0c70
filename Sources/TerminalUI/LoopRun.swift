import CNcurses
import Glibc
import SetupCore

/// One run of the event loop: its state and what it does when something arrives.
struct LoopRun<State: Sendable, Event: Sendable, Effect: Sendable>: ~Copyable {
  private var core: LoopCore<State, Event, Effect>
  private var painter: FramePainter
  private let minimumSize: Size
  private var session: TerminalSession
  private var size: Size
  private var decoder = KeyDecoder()
  private var inputBuffer = [UInt8](repeating: 0, count: 16_384)
  private var needsPainting = true
  private var mouse = MouseTargets()

  init(
    _ core: LoopCore<State, Event, Effect>,
    session: consuming TerminalSession,
    minimumSize: Size
  ) {
    self.core = core
    self.minimumSize = minimumSize
    painter = FramePainter(symbols: session.symbols, colors: session.colors)
    size = session.size()
    self.session = session
  }

  mutating func untilFinished() {
    deliver(.resize(size))
    while !core.isOver {
      paintIfNeeded()
      wait()
    }
  }

  /// Gives the terminal back and the state out.
  consuming func leave() -> State {
    if decoder.silence != nil { session.unreadInput = .discard }
    return core.state
  }

  private var isTooSmall: Bool {
    size.columns < minimumSize.columns || size.rows < minimumSize.rows
  }
}

// MARK: - Waiting

extension LoopRun {
  private mutating func wait() {
    core.timers.silence = decoder.silence
    guard let (hasMail, hasInput) = core.wait(for: STDIN_FILENO) else { return }
    // Signals first: of a terminal that goes away both the signal and the end of input arrive.
    if hasMail { takeMail() }
    if hasInput {
      takeInput()
    } else if core.timers.isSilenceDue(at: .now) {
      take(decoder.settle())
    }
    if let passed = core.dueTick { deliver(.tick(milliseconds: passed)) }
  }

  private mutating func takeMail() {
    let (events, signals) = core.takeMail()
    for signal in signals where !core.isOver { take(signal: signal) }
    for event in events { send(event) }
  }

  private mutating func takeInput() {
    let count = read(STDIN_FILENO, &inputBuffer, inputBuffer.count)
    let reason = errno
    if count > 0 {
      let pause = ContinuousClock.now - core.timers.lastInput
      core.timers.noteInput(at: .now)
      take(decoder.decode(Array(inputBuffer[..<count]), after: pause))
    } else if count == 0 || (reason != EINTR && reason != EAGAIN) {
      deliver(.endOfInput)
    }
  }
}

// MARK: - Events

extension LoopRun {
  private mutating func take(_ inputs: [DecodedInput]) {
    for (index, input) in TypedText.gathered(inputs).enumerated() where !core.isOver {
      // Signals do not wait for a thousand keys that came together.
      if index % Self.inputsBetweenSignals == Self.inputsBetweenSignals - 1 {
        for signal in core.takeSignals() where !core.isOver { take(signal: signal) }
      }
      switch input {
      case .text(let text):
        if !isTooSmall { deliver(.text(text)) }
      case .single(let input): take(input)
      }
    }
  }

  private static var inputsBetweenSignals: Int { 64 }

  private mutating func take(_ input: DecodedInput) {
    switch input {
    case .key(.control("c")): deliver(.interrupt)
    case .key(.control("\\")): deliver(.terminate(signal: SIGQUIT))
    case .key(.control("z")): suspend(group: true)
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
    for key in keys where !core.isOver { deliver(.key(key)) }
  }

  private mutating func take(signal: Int32) {
    switch signal {
    case SIGINT: deliver(.interrupt)
    case SIGWINCH: takeSize()
    case SIGTSTP: suspend(group: false)
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
    send(core.program.event(input))
    // Of a terminal that goes away more than one hang-up may come.
    session.isGone = input == .endOfInput || input == .terminate(signal: SIGHUP)
    switch input {
    case .terminate, .endOfInput:
      core.mustEnd = true
      session.unreadInput = .discard
    case .interrupt: session.unreadInput = .discard
    default: session.unreadInput = .keep
    }
  }

  private mutating func send(_ event: Event) {
    guard !core.isOver else { return }
    for text in core.send(event) { session.copy(text) }
    needsPainting = true
  }
}

// MARK: - The screen

extension LoopRun {
  private mutating func paintIfNeeded() {
    guard needsPainting else { return }
    needsPainting = false
    let frame =
      isTooSmall
      ? TooSmallScreen.frame(size: size, minimum: minimumSize) : core.program.screen(core.state)
    painter.paint(frame, in: size)
    mouse = frame.mouse
    core.timers.tick = frame.tickMilliseconds.map { .milliseconds($0) }
  }

  private mutating func repaintWhole() {
    painter.repaintWhole()
    needsPainting = true
  }
}

// MARK: - Stopping and going on

extension LoopRun {
  /// Stops until the shell continues the program in the foreground, or a signal ends it meanwhile.
  private mutating func suspend(group: Bool) {
    session.suspend()
    var stop = core.stop(group: group)
    for signal in stop.signals { take(signal: signal) }
    while stop.isBehindShell, !core.isOver {
      stop = core.stop(group: false)
      for signal in stop.signals { take(signal: signal) }
    }
    core.mailbox.announceEvents()
    if !core.isOver { comeBack() }
  }

  /// After SIGCONT without a stop of ours (`kill -STOP`): the shell has changed the modes.
  private mutating func takeUpAgain() {
    guard session.isInForeground else { return suspend(group: false) }
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
    core.mustEnd = true
  }
}
