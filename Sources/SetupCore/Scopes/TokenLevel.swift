/// For whom a token acts, as Attio's `token_level` says it.
package enum TokenLevel {
  /// The value of a token that an admin made for the workspace.
  package static let workspace = "workspace"
  /// The value of a token that acts for one member.
  package static let user = "user"

  /// The level as a phrase that follows "acts for"; nil where Attio did not say.
  package static func words(_ level: String?) -> String? {
    switch level {
    case workspace: "the workspace"
    case user: "one member"
    default: level
    }
  }
}
