/// A token on its way into an Authorization header; everything that prints it prints a placeholder.
package struct BearerToken: Equatable, Sendable {
  /// Why a text cannot be sent as a token.
  package enum Problem: Error, Equatable, Sendable {
    /// There is no text.
    case empty
    /// It names a place where a secret is kept and is not the secret: `op://…`, `${…}`, `<…>`.
    case unresolvedReference
    /// It holds white space, control or non-ASCII characters, which no header can carry.
    case illegalCharacter
  }

  private let text: String

  /// Accepts what can stand in a header; says nothing about whether Attio knows it.
  package init(_ text: String) throws(Problem) {
    guard !text.isEmpty else { throw .empty }
    guard !Self.isReference(text) else { throw .unresolvedReference }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .illegalCharacter }
    self.text = text
  }

  /// The header's value, for the transport alone.
  package func headerValue() -> String { "Bearer " + text }

  private static func isReference(_ text: String) -> Bool {
    let marks = ["://", "${", "$(", "{{"]
    if marks.contains(where: { text.contains($0) }) { return true }
    if text.hasPrefix("$") || text.hasPrefix("`") { return true }
    return text.hasPrefix("<") && text.hasSuffix(">") || text.hasPrefix("%") && text.hasSuffix("%")
  }
}

extension BearerToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder, never the value.
  package var description: String { "<redacted>" }

  /// A placeholder, never the value.
  package var debugDescription: String { "<redacted>" }

  /// A mirror without children, so that `dump` prints the placeholder too.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
