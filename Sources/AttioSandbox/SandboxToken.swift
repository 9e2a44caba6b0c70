/// What the sandbox knows about a token.
struct SandboxToken: Equatable, Sendable {
  /// The token itself.
  var text: String
  var scenario: SandboxScenario
  var workspace: SandboxWorkspace
  var scopes: [String]
  /// The app's identifier for tokens of the OAuth flow; nil for a workspace's own token.
  var clientID: String?
  /// Seconds since 1970.
  var issuedAt: Int
  /// The app's or the token's own identifier.
  var identifier: String {
    clientID ?? SandboxWorkspace.uuid("client of \(text)")
  }
}
