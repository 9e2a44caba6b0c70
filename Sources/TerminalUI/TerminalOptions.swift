package import SetupCore

/// Whether colours may be used.
package enum ColorChoice: Equatable, Sendable {
  /// As many as the terminal has, 16 at most.
  case whereAvailable
  /// None: bold, dim, underline and reverse only.
  case never
}

/// What the full screen is told about the terminal from outside.
package struct TerminalOptions: Equatable, Sendable {
  /// The value of `TERM`, empty where it is not set.
  package var terminalType: String
  /// Whether colours may be used.
  package var color: ColorChoice
  /// Below this the loop shows "too small" in place of the program's frame.
  package var minimumSize: Size

  /// Collects the options; 60x16 is the smallest size that every screen is drawn for.
  package init(
    terminalType: String,
    color: ColorChoice = .whereAvailable,
    minimumSize: Size = Size(columns: 60, rows: 16)
  ) {
    self.terminalType = terminalType
    self.color = color
    self.minimumSize = minimumSize
  }
}
