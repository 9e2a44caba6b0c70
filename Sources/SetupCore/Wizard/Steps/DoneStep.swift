extension WizardState {
  /// The exit code of the last screen: 0, or 1 where a wanted scope is missing or another value wins.
  package var doneExitCode: Int32 {
    missingScopes.isEmpty && winningShellToken == nil && winningShellVariables.isEmpty
      ? ExitStatus.good : ExitStatus.actionNeeded
  }

  /// The wanted scopes that the verified token lacks.
  package var missingScopes: [String] {
    guard let granted = apply.verification?.identity?.scopes else { return [] }
    return ScopeSet(names: wantedScopes).missing(from: ScopeSet(names: granted)).names
  }

  /// The granted scopes that nobody wants.
  package var unusedScopes: [String] {
    guard let granted = apply.verification?.identity?.scopes else { return [] }
    return ScopeSet(names: granted).unused(by: ScopeSet(names: wantedScopes)).names
  }

  /// The shell's value, where it would win over the env file and is another one.
  package var winningShellToken: Secret? {
    guard method == .accessToken, let first = project.report?.sources.first,
      first.place == .environment
    else { return nil }
    return first.value == token.accepted ? nil : first.value
  }

  /// The variables of the shell that hold another app's settings and win over the env file.
  package var winningShellVariables: [String] {
    guard method == .manyWorkspaces, let shell = project.report?.appInShell else { return [] }
    let app = appSettings
    let pairs = [
      (AppSettings.clientIDVariable, shell.clientID.map { $0 == app.clientID }),
      (AppSettings.clientSecretVariable, shell.clientSecret.map { $0 == app.clientSecret }),
      (AppSettings.redirectURIVariable, shell.redirectURI.map { $0 == redirectURI }),
    ]
    return pairs.filter { $0.1 == false }.map(\.0)
  }

  mutating func handleDone(_ intent: Intent) -> [WizardEffect] {
    intent == .confirm || intent == .back ? end(exitCode: doneExitCode) : []
  }
}
