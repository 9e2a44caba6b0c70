/// A value that must never reach a screen, a log, an error or a test snapshot.
///
/// Copyable and comparable so that it can live in the state; everything that prints it prints a
/// placeholder. The memory is not wiped: Swift's `String` gives no way to promise that.
package struct Secret: Equatable, Hashable, Sendable {
  private let text: String

  /// Wraps a value that is secret from now on.
  package init(_ text: String) {
    self.text = text
  }

  /// Gives the value itself, for the env file and the Authorization header and nothing else.
  package func reveal() -> String {
    text
  }

  /// The length in characters.
  package var length: Int {
    text.count
  }

  /// Whether there is no value at all.
  package var isEmpty: Bool {
    text.isEmpty
  }

  /// The first four characters, an ellipsis and the last four; nil under 16 characters, where
  /// half of the value would be shown.
  ///
  /// What does not draw, such as an Esc, is a question mark.
  package var masked: String? {
    guard text.count >= 16 else { return nil }
    return "\(Self.shown(text.prefix(4)))…\(Self.shown(text.suffix(4)))"
  }

  private static func shown(_ part: Substring) -> String {
    String(
      part.map { character -> Character in
        let isDrawn =
          character.unicodeScalars.count == 1
          && SafeText.cleaned(String(character)) == String(character)
        return isDrawn ? character : "?"
      }
    )
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder, never the value.
  package var description: String { "<redacted>" }

  /// A placeholder, never the value.
  package var debugDescription: String { "<redacted>" }

  /// A mirror without children, so that `dump` prints the placeholder too.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
