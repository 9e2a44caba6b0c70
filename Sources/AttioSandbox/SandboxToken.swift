/// What the sandbox knows about a token.
struct SandboxToken: Equatable, Sendable {
  var scenario: SandboxScenario
  var workspace: SandboxWorkspace
  var scopes: [String]
  /// The app's identifier for tokens of the OAuth flow; nil for a workspace's own token.
  var clientID: String?
  /// Seconds since 1970.
  var issuedAt: Int
}
