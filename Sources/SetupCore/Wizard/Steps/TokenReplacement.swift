/// The token that stands in the env file today and would be replaced by this run.
package struct ReplacedToken: Equatable, Sendable {
  /// The token.
  package var secret: Secret
  /// What Attio said of it; nil until it has answered.
  package var verification: Verification?

  init(_ secret: Secret) {
    self.secret = secret
  }

  /// Whose token it is; nil where Attio does not know it or was not asked.
  package var identity: Identity? { verification?.identity }
}

extension WizardState {
  /// The token in the env file, where the candidate is another one.
  private var tokenInTheWay: Secret? {
    let own = tokenSources.first { $0.place == .envFile(envFileName) }?.value
    return own == token.candidate ? nil : own
  }

  /// Goes on with the candidate, after a look at whose token it would replace.
  mutating func acceptCandidate() -> [WizardEffect] {
    guard let old = tokenInTheWay, token.verification?.identity != nil else {
      token.replaced = tokenInTheWay.map { ReplacedToken($0) }
      return goOnWithCandidate()
    }
    token.replaced = ReplacedToken(old)
    return wait(for: "Asking \(options.apiHost) whose token the old one is", .asking) {
      .identify($0, old)
    }
  }

  /// Goes on, unless the old token belongs to another workspace: that has to be said first.
  mutating func showOldIdentity(_ verification: Verification) -> [WizardEffect] {
    token.replaced?.verification = verification
    let new = token.verification?.identity?.workspaceID
    guard let old = verification.identity?.workspaceID, old != new else {
      return goOnWithCandidate()
    }
    token.page = .otherWorkspace
    token.selection = ListSelection()
    scroll = 0
    return []
  }

  mutating func goOnWithCandidate() -> [WizardEffect] {
    token.page = .field
    token.accepted = token.candidate
    prepareScopes()
    go(to: .scopes)
    return []
  }

  /// The old token, where this run has written over it and it may still work.
  package var tokenToDelete: Secret? {
    guard method == .accessToken, apply.applied.contains(.envFile), let replaced = token.replaced
    else { return nil }
    let state = replaced.verification?.connection.state
    return state == .tokenInactive || state == .tokenMalformed ? nil : replaced.secret
  }
}
