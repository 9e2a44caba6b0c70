package import SetupCore

/// Whether colours may be used.
package enum ColorChoice: Equatable, Sendable {
  /// The basic eight, or where there are 256 such as can be read on light and dark alike.
  case whereAvailable
  /// None: bold, dim, underline and reverse only.
  case never
}

/// Whether clicks and the wheel may be taken.
package enum MouseChoice: Equatable, Sendable {
  /// Where the terminal is known to report them; selecting text then takes Shift.
  case whereKnown
  /// Never: the terminal selects text with the bare mouse.
  case never
}

/// A program between this one and the terminal, which lets only what it knows through.
package enum Multiplexer: Equatable, Sendable {
  /// The terminal itself.
  case none
  /// `TMUX` is set.
  case tmux
  /// GNU screen; `STY` is set.
  case screen
}

/// What the full screen is told about the terminal from outside.
package struct TerminalOptions: Equatable, Sendable {
  /// The value of `TERM`, empty where it is not set.
  package var terminalType: String
  /// Whether colours may be used.
  package var color: ColorChoice
  /// Whether the mouse may be used.
  package var mouse: MouseChoice
  /// What a text for the clipboard has to pass.
  package var multiplexer: Multiplexer
  /// Below this the loop shows "too small" in place of the program's frame.
  package var minimumSize: Size

  /// Collects the options; 60x16 is the smallest size that every screen is drawn for.
  package init(
    terminalType: String,
    color: ColorChoice = .whereAvailable,
    mouse: MouseChoice = .whereKnown,
    multiplexer: Multiplexer = .none,
    minimumSize: Size = Size(columns: 60, rows: 16)
  ) {
    self.terminalType = terminalType
    self.color = color
    self.mouse = mouse
    self.multiplexer = multiplexer
    self.minimumSize = minimumSize
  }
}
