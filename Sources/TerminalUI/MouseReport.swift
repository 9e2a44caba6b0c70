package import SetupCore

/// A press of the left button or a step of the wheel, and where.
package struct MouseReport: Equatable, Sendable {
  /// What was done.
  package enum Action: Equatable, Sendable {
    /// The left button.
    case press
    /// The wheel, away from the user.
    case wheelUp
    /// The wheel, towards the user.
    case wheelDown
  }

  /// What was done.
  package var action: Action
  /// The cell.
  package var place: Position

  /// Takes a report with the code of the button and the place counted from 1 (xterm control sequences,
  /// "mouse tracking").
  ///
  /// Nil for the other buttons, releases, motion, and clicks with a modifier, which belong to the terminal.
  init?(code: Int, column: Int, row: Int) {
    switch code {
    case 0: action = .press
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return nil
    }
    guard column > 0, row > 0 else { return nil }
    place = Position(row: row - 1, column: column - 1)
  }
}
