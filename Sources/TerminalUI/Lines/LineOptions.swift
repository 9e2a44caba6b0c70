/// What the line mode is told from outside.
package struct LineOptions: Equatable, Sendable {
  /// The value of `TERM`, empty where it is not set.
  package var terminalType: String
  /// Why there are lines where a full screen was expected, as sentences; nil where they were asked for.
  package var reason: String?

  /// Collects the options.
  package init(terminalType: String, reason: String? = nil) {
    self.terminalType = terminalType
    self.reason = reason
  }
}
