internal import AttioTables

/// Reads the scopes out of Attio's 403 message, which names them by the dashboard's labels.
///
/// Seen live: "requires scopes: Read-Write access to the Records scope". The onboarding guide's
/// bodies may name the strings themselves.
package enum ScopeMessage {
  /// Gives the scopes that a message names; empty where it names none that is known.
  package static func scopes(in message: String) -> ScopeSet {
    ScopeSet(labelled(in: message) + spelled(in: message))
  }

  private static func labelled(in message: String) -> [Scope] {
    let parts = message.split(separator: " access to the ")
    return zip(parts, parts.dropFirst()).compactMap { before, after in
      guard let level = level(endOf: before), let resource = resource(startOf: after) else {
        return nil
      }
      return Scope(resource, level)
    }
  }

  private static func spelled(in message: String) -> [Scope] {
    let isPart: (Character) -> Bool = { $0.isLetter || "_:-".contains($0) }
    return message.split { !isPart($0) }.map { Scope(String($0)) }.filter { scope in
      scope.level != nil && ScopeResources.known.contains { $0.resource == scope.resource }
    }
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
