/// A difference between two texts in the unified format of `diff -u`, safe to show.
package struct UnifiedDiff: Equatable, Sendable {
  /// One line of the difference.
  package struct Line: Equatable, Sendable {
    /// What the first column says.
    package enum Kind: Equatable, Sendable {
      case fileHeader
      case hunkHeader
      case context
      case removed
      case added
      /// The remark that the line before has no line end.
      case remark
    }

    /// What the line is.
    package var kind: Kind
    /// The text without the mark of the first column, control characters removed, values masked.
    package var text: String

    /// Collects kind and text.
    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The lines, headers included; empty where nothing differs.
  package var lines: [Line]

  /// Collects the lines.
  package init(lines: [Line]) {
    self.lines = lines
  }
}
