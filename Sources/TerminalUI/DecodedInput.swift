package import Ground
package import SetupCore

/// What the bytes of a terminal mean.
package enum DecodedInput: Equatable, Sendable {
  /// A key by itself.
  case key(Key)
  /// A whole paste.
  case paste(FileContent)
  /// What follows a paste without marks that came in several reads.
  case morePaste(FileContent)
  /// The window came to the front or left it.
  case focus(Bool)
  /// A click or a step of the wheel.
  case mouse(MouseReport)
}
