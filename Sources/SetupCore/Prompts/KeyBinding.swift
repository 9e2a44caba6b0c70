/// What a key does at a place, and how the footer, the help and the line mode say it.
package struct KeyBinding: Equatable, Sendable {
  /// The keys, any of which will do.
  package var keys: [Key]
  /// What the footer calls the keys.
  package var name: String
  /// What the footer says they do, one or two words.
  package var hint: String
  /// Where the row is told.
  package var place = Place.footer
  /// The letter that the line mode has for it, where the keys are none.
  package var letter: Character?
  /// What the keys are to the whole screen.
  package var role = Role.other

  /// Where a row of the keys is told.
  package enum Place: Equatable, Sendable {
    /// In the footer and in the help.
    case footer
    /// In the help only.
    case help
    /// Nowhere: another row speaks for it.
    case nowhere
  }

  /// What keys are to the whole screen.
  package enum Role: Equatable, Sendable {
    /// They take what is offered.
    case confirm
    /// They lead back or out.
    case back
    /// They explain the keys.
    case help
    /// They change the highlighted row.
    case row
    case other
  }

  /// Whether the footer of the narrowest terminal must still name it.
  package var isEssential: Bool { role == .confirm || role == .back || role == .help }
}
