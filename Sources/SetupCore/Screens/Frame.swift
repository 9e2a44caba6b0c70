import Ground

/// What a stretch of text is for; the terminal decides how that looks.
package enum Role: String, CaseIterable, Sendable {
  case plain
  case title
  case muted
  /// The row or field that the keys act on.
  case focus
  /// The name of a key in the footer or a label.
  case key
  case success
  case warning
  case error
  case link
  case secret
  case added
  case removed
  case border
}

/// A stretch of text with one role.
package struct Span: Equatable, Sendable {
  /// The text, free of control characters.
  package var text: String
  /// What it is for.
  package var role: Role

  /// Collects text and role.
  package init(_ text: String, _ role: Role = .plain) {
    self.text = SafeText.printable(text)
    self.role = role
  }
}

/// A place on the screen, both from 0.
package struct Position: Equatable, Sendable {
  /// The row from 0.
  package var row: Int
  /// The column from 0.
  package var column: Int

  /// Collects row and column.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A whole screen as a value: at most as many rows as the terminal has, none wider than it.
package struct Frame: Equatable, Sendable {
  /// The rows from the top.
  package var rows: [[Span]]
  /// Where the cursor is visible, nil where it is hidden.
  package var cursor: Position?
  /// After how many milliseconds without input the loop sends a tick; nil for an idle screen.
  package var tickMilliseconds: Int?
  /// What a click or the wheel does.
  package var mouse: MouseTargets

  /// Collects rows, cursor, tick and what the mouse does.
  package init(
    rows: [[Span]],
    cursor: Position? = nil,
    tickMilliseconds: Int? = nil,
    mouse: MouseTargets = MouseTargets()
  ) {
    self.rows = rows
    self.cursor = cursor
    self.tickMilliseconds = tickMilliseconds
    self.mouse = mouse
  }
}
