import Ground

extension WizardState {
  /// The token in the env file, where the candidate is another one.
  private var tokenInTheWay: Secret? {
    let own = tokenSources.first { $0.place == .envFile(envFileName) }?.value
    return own == token.candidate ? nil : own
  }

  /// Goes on with the candidate, after a look at whose token it would replace.
  mutating func acceptCandidate() -> [WizardEffect] {
    guard let old = tokenInTheWay, token.verification?.identity != nil else {
      token.replaced = tokenInTheWay.map { OldToken($0) }
      return goOnWithCandidate()
    }
    token.replaced = OldToken(old)
    return wait(for: "Asking \(options.apiHost) whose token the old one is", .replaced) {
      .identify($0, old)
    }
  }

  /// Goes on, unless the old token belongs to another workspace: that has to be said first.
  mutating func showOldIdentity(_ verification: Verification) -> [WizardEffect] {
    answerAge = 0
    token.replaced?.verification = verification
    let new = token.verification?.identity?.workspaceID
    guard let old = verification.identity?.workspaceID, old != new else {
      let effects = goOnWithCandidate()
      if token.replaced?.life == .unclear {
        notice = "Attio did not say whose the token in \(envFileName) is, which this one replaces."
      }
      return effects
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
  package var tokenToDelete: OldToken? {
    guard method == .accessToken else { return nil }
    return folder.run.replaced.first { $0.life != .dead && $0.secret != token.accepted }
  }
}
