package import Ground

/// A key by its meaning, whatever bytes the terminal sent for it.
package enum Key: Equatable, Hashable, Sendable {
  case enter
  case escape
  case tab
  case backTab
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case backspace
  case delete
  /// A character typed by itself, the space included.
  case character(Character)
  /// A letter with Control, in lower case: `control("l")`.
  case control(Character)
}

/// What the outside of a front end sends in.
package enum InputEvent: Equatable, Sendable {
  case key(Key)
  /// Characters that arrived together: text where a field has the focus, else a key each.
  case text(String)
  /// A whole paste as one event, bytes as they came.
  case paste(FileContent)
  /// What follows the last paste, of one that came without marks and in pieces.
  case morePaste(FileContent)
  /// The terminal's new size; also sent once before anything else.
  case resize(Size)
  /// Time passed while a frame asked for ticks, in milliseconds since the last event or tick.
  case tick(milliseconds: Int)
  /// The terminal's window came to the front or left it; not every terminal tells.
  case focus(Bool)
  /// Ctrl-C or SIGINT.
  case interrupt
  /// Another signal that ends the program, by its number.
  case terminate(signal: Int32)
  /// The terminal is gone.
  case endOfInput
}
