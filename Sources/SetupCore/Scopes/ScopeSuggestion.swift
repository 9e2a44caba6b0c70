internal import AttioTables
import Ground

/// What a scope that Attio does not have was probably meant to be.
package struct ScopeSuggestion: Equatable, Sendable {
  /// The text as it was written, cleaned for a screen.
  package var text: String
  /// What it was probably meant to be; empty where nothing comes near.
  package var replacements: [Scope]

  /// The sentence for the user.
  package var sentence: String {
    guard !replacements.isEmpty else {
      return "“\(text)” is no scope: one is a resource, a colon and read or read-write, "
        + "as in record_permission:read."
    }
    let names = replacements.map(\.text).joined(separator: " and ")
    return "“\(text)” is not a scope of Attio. Did you mean \(names)?"
  }

  /// Looks at a text that should be a scope.
  ///
  /// - Parameter text: The text as the user wrote it.
  /// - Returns: Nil for a scope that Attio is known to have, and for one of the right form that
  ///   nothing known comes near: newer scopes are carried, not refused.
  package static func of(_ text: String) -> ScopeSuggestion? {
    let scope = Scope(text)
    if ScopeCatalogue.isKnown(scope) { return nil }
    let parts = text.lowercased().split { ":./ ".contains($0) }.map(String.init)
    let level = parts.last.flatMap(level(named:))
    let words = level == nil ? parts : parts.dropLast()
    let replacements = resources(named: words.last ?? "").map {
      offered($0, level ?? .read)
    }
    if replacements.isEmpty && isWellFormed(scope) { return nil }
    return ScopeSuggestion(text: SafeText.cleaned(text, limit: 60), replacements: replacements)
  }

  private static func isWellFormed(_ scope: Scope) -> Bool {
    scope.level != nil
      && scope.resource.wholeMatch(of: /[a-z][a-z_]*/) != nil
  }

  /// Words that other tools use for a level.
  private static func level(named word: String) -> AccessLevel? {
    switch word {
    case "read", "r", "readonly", "read-only", "read_only", "view": .read
    case "write", "w", "rw", "readwrite", "read_write", "read-write", "write-read", "*", "all",
      "admin", "manage", "full", "edit":
      .readWrite
    default: nil
    }
  }

  /// Resources for a word: an exact one, one that others use, or one that is a typing error away.
  private static func resources(named word: String) -> [String] {
    let name = word.replacing("-", with: "_")
    if ScopeCatalogue.resource(name) != nil { return [name] }
    if let known = aliases[name] { return known }
    let candidates = ScopeCatalogue.rows.map { ($0.resource, editDistance(name, $0.resource)) }
    guard let nearest = candidates.min(by: { $0.1 < $1.1 }) else { return [] }
    return nearest.1 <= max(1, name.count / 5) ? [nearest.0] : []
  }

  /// The highest level of a resource that does not go beyond the one that was meant, else its only.
  private static func offered(_ resource: String, _ level: AccessLevel) -> Scope {
    let scope = Scope(resource, level)
    if ScopeCatalogue.isKnown(scope) { return scope }
    return Scope(resource, level == .read ? .readWrite : .read)
  }

  /// Names found in other tools and guides, none of which Attio has.
  private static let aliases: [String: [String]] = [
    "object": ["object_configuration"],
    "objects": ["object_configuration"],
    "attribute": ["object_configuration"],
    "attributes": ["object_configuration"],
    "record": ["record_permission"],
    "records": ["record_permission"],
    "contact": ["record_permission"],
    "contacts": ["record_permission"],
    "people": ["record_permission"],
    "companies": ["record_permission"],
    "deals": ["record_permission"],
    "list": ["list_configuration", "list_entry"],
    "lists": ["list_configuration", "list_entry"],
    "entry": ["list_entry"],
    "entries": ["list_entry"],
    "user": ["user_management"],
    "users": ["user_management"],
    "member": ["user_management"],
    "members": ["user_management"],
    "workspace_member": ["user_management"],
    "workspace_members": ["user_management"],
    "note_content": ["note"],
    "thread": ["comment"],
    "threads": ["comment"],
    "recording": ["call_recording"],
    "recordings": ["call_recording"],
    "transcript": ["call_recording"],
  ]
}
