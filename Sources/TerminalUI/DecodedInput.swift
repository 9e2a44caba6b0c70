package import Ground
package import SetupCore

/// What the bytes of a terminal mean.
package enum DecodedInput: Equatable, Sendable {
  case key(Key)
  case paste(FileContent)
  /// The window came to the front or left it.
  case focus(Bool)
  case mouse(MouseReport)
}
