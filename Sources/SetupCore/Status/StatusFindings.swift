package import Ground

/// All that a status is made from: what was found on disk, in git and at Attio.
package struct StatusFindings: Equatable, Sendable {
  /// The absolute path of the project.
  package var directory: String
  /// The variable that holds the token.
  package var variable: String
  /// The env file, relative to the project.
  package var envFileName: String
  /// The env file as it was found.
  package var envFile: FileSnapshot
  /// The permission bits of the project's folder; nil where they are not known.
  package var folderMode: UInt32?
  /// The numeric user who looks at it; nil where that is not known.
  package var userID: UInt32?
  /// Where the variable stands, the place that wins first; empty values included.
  package var sources: [TokenSource]
  /// The files that look like env files and hold the variable, and that nothing loads by itself.
  package var elsewhere: [String] = []
  /// Where direnv has the shell's variable from; nil where it did not set it.
  package var direnv: DirenvSource?
  /// The token that was checked and where it came from; nil where there is none.
  package var checked: CheckedToken?
  /// The other place whose value matters beside the checked one; nil where there is none.
  package var rival: RivalToken?
  /// What git said about the env file now.
  package var git: GitFindings
  /// Why no rule can be put into the project's `.gitignore`; nil where one can.
  package var ignoreFileProblem: PlanError?
  /// What git said about the past.
  package var history: HistoryFindings
  /// What in the folder becomes an image or a package.
  package var ship: ShipFindings
  /// What stands in `.env.example`.
  package var example: ExampleFindings
  /// The addresses of Attio's that the env files set.
  package var addresses: [AddressInFile] = []
  /// The workspace that the example names as the project's; nil where it names none.
  package var pin: WorkspacePin?
  /// The scopes the project wants; nil where it names none.
  package var wantedScopes: ScopeSet?
  /// What Attio said.
  package var verification: Verification {
    didSet { grantedScopes = Self.grantedScopes(verification) }
  }
  /// What came of one read for each granted resource; nil where that was not asked for.
  package var probe: [ProbeResult]?
  /// The calls that are to be judged; nil where none was named.
  package var calls: [MatchedCall]?
  /// What the project's source calls; nil where it was not read.
  package var scan: CodeScan?
  /// Whether the user asked not to ask Attio.
  package var isOffline: Bool
  /// What the explanation of the connection needs besides.
  package var context: ConnectionContext

  /// Collects what is always known; the rest is set as it is found out.
  package init(
    directory: String,
    envFile: FileSnapshot,
    git: GitFindings,
    verification: Verification
  ) {
    self.directory = directory
    self.envFile = envFile
    self.git = git
    self.verification = verification
    grantedScopes = Self.grantedScopes(verification)
    variable = "ATTIO_API_KEY"
    envFileName = ".env"
    sources = []
    history = HistoryFindings()
    ship = ShipFindings()
    example = ExampleFindings()
    isOffline = false
    context = ConnectionContext()
  }

  /// Whether the token is one of a connected workspace; the env file then holds the app's secrets.
  var isStored: Bool { checked?.origin == .workspaceStore }

  /// The variable that the next developer has to know of: that of the token, or that of the app where
  /// its workspaces' tokens are stored.
  package var exampleVariable: String { isStored ? AppSettings.clientIDVariable : variable }

  /// The scopes that Attio named; nil where it did not.
  package private(set) var grantedScopes: ScopeSet?

  private static func grantedScopes(_ verification: Verification) -> ScopeSet? {
    verification.identity.map { ScopeSet(names: $0.scopes) }
  }

  /// The wanted scopes that the token does not have; empty where either side is not known.
  package var missingScopes: ScopeSet {
    guard let grantedScopes, let wantedScopes else { return ScopeSet() }
    return wantedScopes.missing(from: grantedScopes)
  }

  /// The scopes that the token has and nobody wants; empty where either side is not known.
  package var unusedScopes: ScopeSet {
    guard let grantedScopes, let wantedScopes else { return ScopeSet() }
    return grantedScopes.unused(by: wantedScopes)
  }

  /// Where the token's scopes are ticked.
  var scopePlace: ScopePlace { isStored ? .app : .token(guide) }

  /// Whether an imitation of Attio is asked; only one accepts its tokens.
  var isSandbox: Bool {
    context.isSandbox
      || verification.connection.state == .connected
        && checked.map { SandboxToken.isOne($0.value) } == true
  }

  /// The dashboard of the token's workspace.
  var guide: DashboardGuide {
    var guide = context.guide
    guide.workspaceSlug = verification.identity?.workspaceSlug ?? guide.workspaceSlug
    return guide
  }
}

/// The token that was checked.
package struct CheckedToken: Equatable, Sendable {
  /// The kind of place it came from; the raw values are promised to scripts.
  package enum Origin: String, Sendable {
    case envFile = "env_file"
    case environment
    case workspaceStore = "workspace_store"
  }

  /// The kind of place it came from.
  package var origin: Origin
  /// The token.
  package var value: Secret

  /// Collects place and value.
  package init(origin: Origin, value: Secret) {
    self.origin = origin
    self.value = value
  }
}

/// What git knows of the past; nil stands for "could not be found out".
package struct HistoryFindings: Equatable, Sendable {
  /// Whether any commit ever held the env file.
  package var wasEnvFileCommitted: Bool?
  /// Whether any commit holds the token that is in use.
  package var isTokenCommitted: Bool?
  /// The tracked files that hold the token that is in use.
  package var filesWithToken: [String]?
  /// Why something of this is not known, a phrase without a period; nil where all is.
  package var reason: String?

  /// Collects the answers.
  package init(
    wasEnvFileCommitted: Bool? = nil,
    isTokenCommitted: Bool? = nil,
    filesWithToken: [String]? = nil,
    reason: String? = nil
  ) {
    self.wasEnvFileCommitted = wasEnvFileCommitted
    self.isTokenCommitted = isTokenCommitted
    self.filesWithToken = filesWithToken
    self.reason = reason
  }
}

/// What stands in `.env.example`.
package struct ExampleFindings: Equatable, Sendable {
  /// Whether the file is there.
  package var isPresent: Bool
  /// Whether it names the variable.
  package var namesVariable: Bool

  /// Collects the findings.
  package init(isPresent: Bool = false, namesVariable: Bool = false) {
    self.isPresent = isPresent
    self.namesVariable = namesVariable
  }
}
