internal import Ground
internal import SetupCore
internal import SetupRuntime
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
    if Self.isCI(environment) { return "CI is set, so nobody can answer questions." }
    return nil
  }

  /// What to say where a secret would show while it is typed; nil for every other error.
  static func refusal(of error: TerminalError) -> SetupError? {
    guard case .inputShows = error else { return nil }
    return SetupError(
      .usage,
      "This terminal can't hide what you type, so nothing was asked.",
      remedy: "Put the token into a file that only you can read, then run: "
        + "attio-setup apply --token-file PATH"
    )
  }

  /// Whether questions are allowed at all, for a command that has no context yet.
  static func mayAsk(_ options: SharedOptions) -> Bool {
    Face(options, environment: ProcessStart.variables).prohibition == nil
  }

  /// Whether the variables say that this is a system of continuous integration; some say no by it.
  private static func isCI(_ environment: [String: String]) -> Bool {
    !["", "false", "0", "no"].contains((environment["CI"] ?? "").lowercased())
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
    var lines = LineOptions(terminalType: environment["TERM"] ?? "")
    if !allowsCursor {
      return try LineLoop.run(program, from: state, options: lines, perform: perform)
    }
    if let size = smallSize {
      lines.reason =
        "This window is \(size.columns)x\(size.rows); the full screen needs 60x16. "
        + "Here are the same questions in lines."
      return try LineLoop.run(program, from: state, options: lines, perform: perform)
    }
    do throws(TerminalError) {
      return try EventLoop.run(program, from: state, options: terminalOptions, perform: perform)
    } catch {
      switch error {
      case .noCursorMovement(let type):
        lines.reason =
          "A terminal of type \(SafeText.cleaned(type)) can't show the full screen. "
          + "Here are the same questions in lines."
      case .unknownType(let type):
        lines.reason =
          "The terminal type \(type.isEmpty ? "(TERM is not set)" : SafeText.cleaned(type)) isn't known here. "
          + "Here are the same questions in lines."
      case .notInteractive, .inputShows, .system: throw error
      }
      return try LineLoop.run(program, from: state, options: lines, perform: perform)
    }
  }

  /// Whether the cursor may be moved at all.
  var allowsCursor: Bool {
    !options.plain && environment["ACCESSIBLE"] != "1" && environment["TERM"] != "dumb"
  }

  /// The size of a window in which the full screen has no room; nil for a larger one.
  private var smallSize: Size? {
    guard let size = TerminalSession.reportedSize(), size.columns < 60 || size.rows < 16 else {
      return nil
    }
    return size
  }

  /// What the full screen is told of the terminal.
  private var terminalOptions: TerminalOptions {
    let isColorless = options.noColor || environment["NO_COLOR"]?.isEmpty == false
    return TerminalOptions(
      terminalType: environment["TERM"] ?? "",
      color: isColorless ? .never : .whereAvailable,
      mouse: options.mouse ? .whereKnown : .never,
      multiplexer: multiplexer
    )
  }

  private var multiplexer: Multiplexer {
    if environment["TMUX"]?.isEmpty == false { return .tmux }
    return environment["STY"]?.isEmpty == false ? .screen : .none
  }
}
