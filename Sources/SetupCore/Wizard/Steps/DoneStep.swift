package import Ground

/// What the last step offers and what came of it.
package struct DoneState: Equatable, Sendable {
  /// The page that is shown.
  package enum Page: Equatable, Sendable {
    /// The proof that it works, and what can be done next.
    case overview
    /// The first query as code, and its answer.
    case firstQuery
    /// Which language the starter client is to be in.
    case languages
    /// The plan for the starter client.
    case clientPlan
  }

  /// The page that is shown.
  package var page = Page.overview
  /// The highlighted choice of the overview.
  package var selection = ListSelection()
  /// What Attio answered to the first query; nil before it was asked.
  package var answer: QueryAnswer?
  /// The highlighted language.
  package var languages = ListSelection()
  /// The starter client that was worked out last.
  package var client: PlannedClient?
  /// The starter client that was written.
  package var written: StarterClient?
  /// Why there is no plan for a starter client, or why it was not carried out.
  package var problem: SetupError?
}

/// A way on from the last step.
package enum DoneChoice: Equatable, Sendable {
  case close
  /// Connect one more workspace of many.
  case connectAnother
  /// Look at the first query and make it.
  case firstQuery
  /// Write a starter client.
  case starterClient
}

extension WizardState {
  /// The choices of the last step, the default first.
  package var doneChoices: [DoneChoice] {
    let ways: [DoneChoice] = [.firstQuery, .starterClient]
    return method == .manyWorkspaces ? [.close, .connectAnother] + ways : [.close] + ways
  }

  /// The row of the key table that counts in the last step.
  var doneContext: KeyContext {
    switch done.page {
    case .overview: method == .accessToken ? .done : .connected
    case .firstQuery: firstQuery.language == nil ? .firstQueryByCurl : .firstQuery
    case .languages: .choice
    case .clientPlan: done.problem == nil ? .clientPlan : .reading
    }
  }

  mutating func handleDone(_ intent: Intent) -> [WizardEffect] {
    switch done.page {
    case .overview: handleOverview(intent)
    case .firstQuery: handleFirstQuery(intent)
    case .languages: handleLanguages(intent)
    case .clientPlan: handleClientPlan(intent)
    }
  }

  private mutating func handleOverview(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back: return end(exitCode: doneExitCode)
    case .newLink where method == .manyWorkspaces: return connectAnother()
    case .confirm:
      guard doneChoices.indices.contains(done.selection.index) else { return [] }
      switch doneChoices[done.selection.index] {
      case .close: return end(exitCode: doneExitCode)
      case .connectAnother: return connectAnother()
      case .firstQuery: showDone(.firstQuery)
      case .starterClient: showLanguages()
      }
    default: done.selection.move(intent, count: doneChoices.count)
    }
    return []
  }

  /// Shows a page of the last step from its top.
  mutating func showDone(_ page: DoneState.Page) {
    done.page = page
    scroll = 0
    notice = nil
  }

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
    guard method == .accessToken, let first = folder.report?.sources.first,
      first.place == .environment
    else { return nil }
    return first.value == token.accepted ? nil : first.value
  }

  /// The variables of the shell that hold another app's settings and win over the env file.
  package var winningShellVariables: [String] {
    guard method == .manyWorkspaces, let shell = folder.report?.appInShell else { return [] }
    let app = appSettings
    let pairs = [
      (AppSettings.clientIDVariable, shell.clientID.map { $0 == app.clientID }),
      (AppSettings.clientSecretVariable, shell.clientSecret.map { $0 == app.clientSecret }),
      (AppSettings.redirectURIVariable, shell.redirectURI.map { $0 == redirectURI }),
    ]
    return pairs.filter { $0.1 == false }.map(\.0)
  }
}
