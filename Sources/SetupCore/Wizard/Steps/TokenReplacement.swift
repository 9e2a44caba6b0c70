import Ground

extension WizardState {
  /// The token in the env file, where the candidate is another one.
  private var tokenInTheWay: Secret? {
    let own = tokenSources.first { $0.place == .envFile(envFileName) }?.value
    return own == token.candidate ? nil : own
  }

  /// Goes on with the candidate, after a look at whose token it would replace.
  mutating func acceptCandidate() -> [WizardEffect] {
    token.replaced = tokenInTheWay.map { OldToken($0) }
    guard let old = token.replaced?.secret, token.verification?.identity != nil else {
      return confirmWorkspace()
    }
    return wait(for: "Asking \(options.apiHost) whose token the old one is", .replaced) {
      .identify($0, old)
    }
  }

  mutating func showOldIdentity(_ verification: Verification) -> [WizardEffect] {
    answerAge = 0
    token.replaced?.verification = verification
    let effects = confirmWorkspace()
    if token.page == .field, token.replaced?.life == .unclear {
      desk.notice =
        "Attio did not say whose the token in \(envFileName) is, which this one replaces."
    }
    return effects
  }

  /// Goes on, unless the project belongs to another workspace: that has to be said first.
  private mutating func confirmWorkspace() -> [WizardEffect] {
    let new = token.verification?.identity?.workspaceID
    let old = token.replaced?.identity?.workspaceID
    guard pinInTheWay != nil || (old != nil && old != new) else { return goOnWithCandidate() }
    token.page = .otherWorkspace
    token.selection = ListSelection()
    desk.scroll = 0
    return []
  }

  /// The workspace that the project names, where the candidate is not known to be of it.
  var pinInTheWay: WorkspacePin? {
    guard let identity = token.verification?.identity else { return nil }
    return folder.report?.pin.flatMap { $0.refuses(identity) ? $0 : nil }
  }

  /// Lets the project move to the candidate's workspace.
  mutating func switchWorkspace() -> [WizardEffect] {
    folder.consent.workspace = token.verification?.identity?.workspaceID
    return goOnWithCandidate()
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
