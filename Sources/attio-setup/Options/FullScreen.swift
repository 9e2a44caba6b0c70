internal import SetupCore
internal import TerminalUI

/// Whether and how the full screen can be shown here.
struct FullScreen {
  private let options: SharedOptions
  private let environment: [String: String]

  init(_ options: SharedOptions, environment: [String: String]) {
    self.options = options
    self.environment = environment
  }

  /// Why nobody can be asked here, as a sentence; nil where somebody can.
  var obstacle: String? {
    if options.noInput { return "--no-input forbids questions." }
    if environment["CI"]?.isEmpty == false { return "CI is set, so nobody can answer questions." }
    guard TerminalSession.isInteractive else { return "There is no terminal here to ask at." }
    if options.plain || environment["ACCESSIBLE"] == "1" || environment["TERM"] == "dumb" {
      return "There is no line mode yet."
    }
    if let size = TerminalSession.reportedSize(), size.columns < 60 || size.rows < 16 {
      return "This window is \(size.columns)x\(size.rows), and 60x16 is needed."
    }
    return nil
  }

  /// What the full screen is told of the terminal.
  var terminalOptions: TerminalOptions {
    let isPlain = options.noColor || environment["NO_COLOR"]?.isEmpty == false
    return TerminalOptions(
      terminalType: environment["TERM"] ?? "",
      color: isPlain ? .never : .whereAvailable
    )
  }
}
