import Ground

/// What follows from what is known, wherever the user stands.
extension WizardHall {
  /// The env file relative to the project.
  var envFileName: String {
    folder.report?.target.name ?? options.envFileName ?? ".env"
  }

  /// The scopes that the project wants, prerequisites included.
  var wantedScopes: [String] { wanted.scopes.names }

  /// The scopes that the token has; nil where that is not known, as of an app's tokens to come.
  var grantedScopes: [String]? { method == .accessToken ? token.granted : nil }

  /// Takes the project's own wish, and nothing where it has none: nobody was asked.
  mutating func noteWantedScopes() {
    guard !isWantedTouched, let noted = WantedScopes.of(noted: folder.report?.wantedScopes)
    else { return }
    wanted = ScopeSelection(noted)
  }

  /// Why nothing can be written in this folder; nil where it can.
  var projectProblem: SetupError? {
    if let failure = folder.failure { return failure }
    guard let blocked = folder.report.flatMap({ PlanObstacle.unwritable($0) }) else { return nil }
    return SetupError(
      .file,
      "\(blocked.name) cannot be written: \(blocked.problem ?? "")",
      remedy: "Change that and look again, or name another folder with --directory or another "
        + "file with --env-file."
    )
  }

  /// What this run has written so far, in a sentence; files of a former folder with their folder.
  var writtenSoFar: String? {
    let former = formerFolders.flatMap { folder in
      folder.run.written.map { SafeText.cleaned("\(folder.directory)/\($0)") }
    }
    let names = former + folder.run.written
    return names.isEmpty ? nil : "Written so far: \(names.joined(separator: ", "))."
  }
}

// MARK: - The token

extension WizardHall {
  /// The tokens that stand in the project or the shell: the file's own first, which Enter keeps,
  /// since taking the shell's would overwrite it.
  var tokenSources: [TokenSource] {
    let sources =
      folder.report?.sources.filter { TokenShape.of($0.value.reveal()).isSendable } ?? []
    let own = TokenSource.Place.envFile(envFileName)
    return sources.filter { $0.place == own } + sources.filter { $0.place != own }
  }

  /// The place that a token stands in, as texts say it.
  func place(of source: TokenSource) -> String {
    switch source.place {
    case .environment: "the shell's \(options.variable)"
    case .envFile(let name): name
    }
  }

  /// The old token, where this run has written over it and it may still work.
  var tokenToDelete: OldToken? {
    guard method == .accessToken else { return nil }
    return folder.run.replaced.first { $0.life != .dead && $0.secret != token.accepted }
  }
}

// MARK: - The app

extension WizardHall {
  /// The app as far as it is known: as entered, as the command line names it, as the project does;
  /// what the shell names fills the gaps, as it wins at a run.
  var appSettings: AppSettings {
    let report = folder.report
    let found = report.map { $0.app.filled(from: $0.appInShell) } ?? AppSettings()
    return enteredApp.filled(from: options.connect.settings).filled(from: found)
  }

  /// The redirect URI that counts, checked or not.
  var redirectURI: String { appSettings.redirectURI ?? RedirectURI.standardText }

  /// The variables of the shell that hold another app's settings and win over the env file.
  var winningShellVariables: [String] {
    guard method == .manyWorkspaces, let shell = folder.report?.appInShell else { return [] }
    let app = appSettings
    let pairs = [
      (AppSettings.clientIDVariable, shell.clientID.map { $0 == app.clientID }),
      (AppSettings.clientSecretVariable, shell.clientSecret.map { $0 == app.clientSecret }),
      (AppSettings.redirectURIVariable, shell.redirectURI.map { $0 == redirectURI }),
    ]
    return pairs.filter { $0.1 == false }.map(\.0)
  }

  /// Where the token of a workspace goes, to follow "in".
  func tokenPlace(_ store: TokenStoreKind?) -> String {
    switch store {
    case .keyring: "the system's keyring"
    case .file: storeFile ?? "a file that only you can read"
    case nil: "the place that you choose"
    }
  }

  /// The path of the file for tokens, short where it is in the home folder; nil while it is not known.
  var storeFile: String? {
    guard let storeProbe else { return nil }
    let path = SafeText.cleaned(storeProbe.filePath, limit: 300)
    guard let home = folder.report?.home, !home.isEmpty, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }
}

// MARK: - What it comes to

extension WizardHall {
  /// What the run came to, by the rule of every face; nil before Attio confirmed anything.
  var judgement: Judgement? {
    switch method {
    case .accessToken: proof?.report?.judgement
    case .manyWorkspaces: connected.last.map { judgement(of: $0) }
    }
  }

  /// What the connecting of a workspace came to.
  func judgement(of result: ConnectResult) -> Judgement {
    result.judgement(
      wanted: wantedScopes.isEmpty ? nil : wantedScopes,
      overriding: overridingShell
    )
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

  /// The exit code of the last room: 0 only where nothing stands against the connection.
  var doneExitCode: Int32 { judgement?.exitCode ?? ExitStatus.unknown }

  /// The wanted scopes that the verified token lacks.
  var missingScopes: [String] {
    guard let granted = proof?.verification.identity?.scopes else { return [] }
    return ScopeSet(names: wantedScopes).missing(from: ScopeSet(names: granted)).names
  }

  /// The granted scopes that nobody wants.
  var unusedScopes: [String] {
    guard let granted = proof?.verification.identity?.scopes else { return [] }
    return ScopeSet(names: granted).unused(by: ScopeSet(names: wantedScopes)).names
  }

  /// The way through Attio's dashboard, of the token's workspace where that is known.
  var guide: DashboardGuide {
    let slug = proof?.verification.identity?.workspaceSlug
    return DashboardGuide(workspaceSlug: slug ?? token.identity?.workspaceSlug)
  }

  /// What the explanation of a failure needs to know.
  var context: ConnectionContext {
    var context = ConnectionContext(
      variable: options.variable,
      envFileName: envFileName,
      host: options.apiHost,
      certificateFile: options.certificateFile,
      guide: guide
    )
    context.isSandbox = options.isSandbox
    context.missingScopes = ScopeSet(names: missingScopes)
    context.granted = proof?.verification.identity.map { ScopeSet(names: $0.scopes) }
    return context
  }
}
