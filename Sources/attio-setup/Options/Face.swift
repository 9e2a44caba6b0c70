internal import SetupCore
internal import TerminalUI

/// How a person is asked here: in a full screen, in lines, or not at all.
struct Face {
  private let options: SharedOptions
  private let environment: [String: String]

  init(_ options: SharedOptions, environment: [String: String]) {
    self.options = options
    self.environment = environment
  }

  /// Why nobody can be asked here, as a sentence; nil where somebody can.
  ///
  /// Every command that would ask looks here first.
  var obstacle: String? {
    if let prohibition { return prohibition }
    guard TerminalSession.isInteractive else { return "There is no terminal here to ask at." }
    return nil
  }

  /// What forbids questions whatever the terminal is, as a sentence; nil for nothing.
  var prohibition: String? {
    if options.noInput { return "--no-input forbids questions." }
    if environment["CI"]?.isEmpty == false { return "CI is set, so nobody can answer questions." }
    return nil
  }

  /// Runs a program until it is finished.
  ///
  /// A terminal that cannot show a full screen gets the lines.
  func run<State, Event, Effect>(
    _ program: ScreenProgram<State, Event, Effect>,
    from state: State,
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void
  ) throws(TerminalError) -> State {
    guard obstacle == nil else { throw .notInteractive }
    guard !wantsLines else { return try LineLoop.run(program, from: state, perform: perform) }
    do throws(TerminalError) {
      return try EventLoop.run(program, from: state, options: terminalOptions, perform: perform)
    } catch {
      switch error {
      case .noCursorMovement, .unknownType:
        return try LineLoop.run(program, from: state, perform: perform)
      case .notInteractive, .system: throw error
      }
    }
  }

  /// Whether the cursor may be moved at all.
  var allowsCursor: Bool {
    !options.plain && environment["ACCESSIBLE"] != "1" && environment["TERM"] != "dumb"
  }

  private var wantsLines: Bool {
    guard allowsCursor else { return true }
    guard let size = TerminalSession.reportedSize() else { return false }
    return size.columns < 60 || size.rows < 16
  }

  /// What the full screen is told of the terminal.
  private var terminalOptions: TerminalOptions {
    let isColorless = options.noColor || environment["NO_COLOR"]?.isEmpty == false
    return TerminalOptions(
      terminalType: environment["TERM"] ?? "",
      color: isColorless ? .never : .whereAvailable,
      mouse: options.noMouse ? .never : .whereKnown,
      multiplexer: multiplexer
    )
  }

  private var multiplexer: Multiplexer {
    if environment["TMUX"]?.isEmpty == false { return .tmux }
    return environment["STY"]?.isEmpty == false ? .screen : .none
  }
}
