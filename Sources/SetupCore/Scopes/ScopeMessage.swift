internal import AttioTables

/// Reads the scopes out of Attio's 403 message, which names them by the dashboard's labels.
///
/// Seen live: "requires scopes: Read-Write access to the Records scope".
package enum ScopeMessage {
  /// Gives the scopes that a message names; empty where it names none that is known.
  package static func scopes(in message: String) -> ScopeSet {
    let parts = message.split(separator: " access to the ")
    return ScopeSet(
      zip(parts, parts.dropFirst()).compactMap { before, after in
        guard let level = level(endOf: before), let resource = resource(startOf: after) else {
          return nil
        }
        return Scope(resource, level)
      }
    )
  }

  private static func level(endOf text: Substring) -> AccessLevel? {
    switch text.split(separator: " ").last?.lowercased() {
    case "read": .read
    case "read-write", "write": .readWrite
    default: nil
    }
  }

  private static func resource(startOf text: Substring) -> String? {
    guard let end = text.firstRange(of: " scope") else { return nil }
    let label = comparable(text[..<end.lowerBound])
    return ScopeResources.known.first {
      label == comparable($0.label) || label == comparable($0.resource)
    }?.resource
  }

  /// Only two labels are confirmed: spelling, spaces and a plural must not decide about the rest.
  private static func comparable(_ label: some StringProtocol) -> String {
    let letters = label.lowercased().filter(\.isLetter)
    return letters.hasSuffix("s") ? String(letters.dropLast()) : letters
  }
}
