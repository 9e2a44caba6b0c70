internal import Ground

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
    desk.scroll = 0
    desk.notice = nil
  }

  /// What the run came to, by the rule of every face; nil before Attio confirmed anything.
  package var judgement: Judgement? {
    guard method == .manyWorkspaces else { return apply.report?.judgement }
    return connect.results.last.map { judgement(of: $0) }
  }

  /// What the connecting of a workspace came to.
  func judgement(of result: ConnectResult) -> Judgement {
    result.judgement(
      wanted: wantedScopes.isEmpty ? nil : wantedScopes,
      overriding: overridingShell
    )
  }

  /// The exit code of the last screen: 0 only where nothing stands against the connection.
  package var doneExitCode: Int32 { judgement?.exitCode ?? ExitStatus.unknown }

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

  /// What the shell's variables hold against the app's settings; nil for nothing.
  private var overridingShell: Objection? {
    let names = winningShellVariables
    guard !names.isEmpty else { return nil }
    let verb = names.count == 1 ? "overrides" : "override"
    return Objection(
      "your shell's \(names.joined(separator: ", ")) \(verb) \(envFileName)",
      remedy: "Run: unset \(names.joined(separator: " "))"
    )
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
