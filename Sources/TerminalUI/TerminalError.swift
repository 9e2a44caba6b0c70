/// Why the full screen cannot be shown; line mode is the way out of all of them.
package enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or standard output is not a terminal.
  case notInteractive
  /// The terminal cannot place its cursor (`dumb`).
  case noCursorMovement(type: String)
  /// The terminal type is unknown here, and so are the usual ones.
  case unknownType(String)
  /// What is typed would show on the screen, with the system's reason as an errno.
  case inputShows(reason: Int32)
  /// The system refused, with its reason as an errno.
  case system(call: String, reason: Int32)
}
