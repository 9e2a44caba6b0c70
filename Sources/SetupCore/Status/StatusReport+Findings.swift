import Ground

extension StatusReport {
  /// Draws the conclusions from what was found.
  package init(_ findings: StatusFindings) {
    let cleaning = FindingsCleaning(token: findings.checked?.value)
    var findings = findings
    findings.verification = cleaning.cleaned(findings.verification)
    var context = findings.context
    context.variable = findings.variable
    context.envFileName = findings.envFileName
    context.guide = findings.guide
    context.missingScopes = findings.missingScopes
    context.reference = (findings.checked?.value).flatMap { SecretReference.of($0.reveal()) }
    context.granted = findings.grantedScopes
    // After /v2/self nothing but the objects is asked for.
    if findings.verification.identity != nil {
      context.needed = ScopeSet([Scope("object_configuration", .read)])
    }
    context.origin = findings.checked?.origin ?? context.origin
    findings.context = context

    connection = findings.verification.connection
    explanation = ConnectionExplanation(connection, context: context)
    project = Project(findings)
    token = Token(findings.checked)
    token.level = findings.verification.identity?.level
    workspace = findings.verification.identity.map { Workspace($0) }
    scopes = Scopes(findings)
    objects = findings.verification.objects ?? []
    probe = findings.probe?.map { cleaning.cleaned($0) }
    checks = Self.checks(of: findings)
    isSandbox = findings.isSandbox
    let level = token.level
    calls = findings.calls?.map {
      JudgedCall($0, granted: findings.grantedScopes, level: level)
    }
    judgement = Judgement(findings, explanation, checks: checks, calls: calls ?? [])
  }

  /// Makes every check, in the order in which they are shown.
  static func checks(of findings: StatusFindings) -> [Check] {
    Check.ID.allCases.compactMap { id -> Check? in
      switch id {
      case .tokenPresent: TokenPresentCheck.check(findings)
      case .tokenSource: TokenSourceCheck.check(findings)
      case .tokenShape: TokenShapeCheck.check(findings)
      case .tokenElsewhere: TokenElsewhereCheck.check(findings)
      case .fileMode: FileModeCheck.check(findings)
      case .fileOwner: FileOwnerCheck.check(findings)
      case .gitIgnored: GitIgnoredCheck.check(findings)
      case .gitUntracked: GitUntrackedCheck.check(findings)
      case .gitHistory: GitHistoryCheck.check(findings)
      case .shipIgnored: ShipIgnoredCheck.check(findings)
      case .examplePresent: ExamplePresentCheck.check(findings)
      case .authActive: AuthActiveCheck.check(findings)
      case .apiAddress: ApiAddressCheck.check(findings)
      case .workspacePinned: WorkspacePinnedCheck.check(findings)
      case .clock: ClockCheck.check(findings)
      case .scopesGranted: ScopesGrantedCheck.check(findings)
      case .scopesCode: ScopesCodeCheck.check(findings)
      case .apiObjects: ApiObjectsCheck.check(findings)
      }
    }
  }
}

extension StatusReport.Project {
  fileprivate init(_ findings: StatusFindings) {
    directory = SafeText.cleaned(findings.directory, limit: 4096)
    envFile = SafeText.cleaned(findings.envFileName, limit: 4096)
    variable = findings.variable
    repository =
      switch findings.git.availability {
      case .repository(let root): SafeText.cleaned(root, limit: 4096)
      case .noRepository, .missing, .refused: nil
      }
  }
}

extension StatusReport.Token {
  fileprivate init(_ checked: CheckedToken?) {
    origin = checked?.origin
    masked = checked?.value.masked
  }
}

extension StatusReport.Workspace {
  init(_ identity: Identity) {
    id = identity.workspaceID
    name = identity.workspaceName
    slug = identity.workspaceSlug
  }
}

extension StatusReport.Scopes {
  fileprivate init(_ findings: StatusFindings) {
    granted = findings.grantedScopes?.names ?? []
    wanted = findings.wantedScopes?.names ?? []
    missing = findings.missingScopes.names
    unused = findings.unusedScopes.names
  }
}
