import Ground
package import SetupCore

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// What a status is asked for.
package struct StatusRequest: Equatable, Sendable {
  /// Which value is checked.
  package enum Value: Equatable, Sendable {
    /// The one that wins: a variable of the shell beats the file.
    case winning
    /// The one in the env file, whatever wins.
    case envFile
    /// The one of a connected workspace, from the store.
    case workspace(ConnectedWorkspace)
  }

  /// How Attio comes in.
  package enum Question: Equatable, Sendable {
    /// It is asked now.
    case live
    /// It is not asked.
    case offline
    /// It was asked already, with this answer.
    case answered(Verification)
  }

  /// What is asked besides.
  package enum Probing: Equatable, Sendable {
    /// Nothing.
    case none
    /// One harmless read for each resource that the token was granted.
    case grantedResources
  }

  /// Which project.
  package var project: ProjectRequest
  /// Which value is checked.
  package var value: Value
  /// How Attio comes in.
  package var question: Question
  /// Whether one read for each granted resource is asked besides.
  package var probing: Probing
  /// What Attio said of the other place, where `question` has an answer already.
  package var rival: RivalToken?
  /// The calls that are to be judged; nil for none.
  package var calls: [MatchedCall]?
  /// What the project's source calls; nil where it was not read.
  package var scan: CodeScan?
  /// The scopes that the project wants; nil for those that its example names.
  package var wantedScopes: [String]?
  /// What the explanation of a failure needs to know.
  package var context: ConnectionContext

  /// Collects the request, without further reads.
  package init(
    project: ProjectRequest,
    value: Value = .winning,
    question: Question = .live,
    wantedScopes: [String]? = nil,
    context: ConnectionContext = ConnectionContext()
  ) {
    self.project = project
    self.value = value
    self.question = question
    probing = .none
    self.wantedScopes = wantedScopes
    self.context = context
  }
}

/// Finds out everything that a status is made from.
package struct StatusReader: Sendable {
  private let world: SetupWorld

  /// Looks around in a world.
  package init(world: SetupWorld) {
    self.world = world
  }

  /// Reads files, asks git and, where it is wanted, Attio, and draws the conclusions.
  package func report(for request: StatusRequest) async throws(SetupError) -> StatusReport {
    StatusReport(try await findings(for: request))
  }

  /// Reads files, asks git and, where it is wanted, Attio.
  func findings(
    for request: StatusRequest,
    progress: @escaping @Sendable (AttioVerifier.Progress) -> Void = { _ in }
  ) async throws(SetupError) -> StatusFindings {
    let project = try await world.survey(request.project)
    let name = project.target.name
    let wanted = request.wantedScopes ?? project.wantedScopes
    let (checked, problem) = try await checkedToken(request, project)
    let envFile = try snapshot(name, in: project.directory)
    try confirmReadable(envFile, named: name)
    // A long history takes as long as Attio's answer, so both are looked for side by side.
    async let past = history(project, token: checked?.value)
    let verification = await verification(request, token: checked?.value, problem) { token in
      await world.verifier.verify(token: token, wanted: wanted ?? [], progress: progress)
    }
    await note(verification, for: request)
    var findings = StatusFindings(
      directory: project.directory,
      envFile: envFile,
      git: project.git,
      verification: verification
    )
    findings.probe = await probe(request, checked?.value, findings.verification)
    findings.variable = request.project.variable
    findings.userID = geteuid()
    findings.folderMode = (try? FileStatus.following(findings.directory))?.mode
    findings.ship = ShipReader(project.directory).findings
    findings.envFileName = name
    findings.sources = project.sources
    findings.addresses = project.addresses
    findings.pin = project.pin
    findings.elsewhere = project.elsewhere
    findings.direnv = project.direnv
    findings.checked = checked
    findings.rival = await rival(request, project, findings)
    findings.calls = request.calls
    findings.scan = request.scan
    findings.wantedScopes = wanted.map { ScopeSet(names: $0) }
    findings.isOffline = request.question == .offline
    findings.ignoreFileProblem = PlanError(
      ignoreFile: try snapshot(".gitignore", in: project.directory)
    )
    findings.example = try example(in: project.directory, variable: findings.exampleVariable)
    findings.history = await past
    findings.context = request.context
    findings.context.workspaces = connected(to: project)
    findings.context.variable = request.project.variable
    findings.context.envFileName = name
    return findings
  }

  /// The workspaces that are connected to the project's app; nil where the project has none.
  private func connected(to project: ProjectReport) -> [String]? {
    guard let app = project.appInShell.filled(from: project.app).clientID else { return nil }
    let known = (try? world.store.workspaces()) ?? []
    return known.filter { $0.key.clientID == app }.map(\.handle)
  }

  /// The token, and why the place that it is kept in does not have it.
  private func checkedToken(
    _ request: StatusRequest,
    _ project: ProjectReport
  ) async throws(SetupError) -> (CheckedToken?, StoreError?) {
    switch request.value {
    case .winning:
      let checked = project.sources.first.map { source in
        CheckedToken(
          origin: source.place == .environment ? .environment : .envFile,
          value: source.value
        )
      }
      return (checked, nil)
    case .envFile:
      let checked = project.sources.first { $0.place == .envFile(project.target.name) }.map {
        CheckedToken(origin: .envFile, value: $0.value)
      }
      return (checked, nil)
    case .workspace(let workspace): return try await storedToken(of: workspace)
    }
  }

  private func storedToken(
    of workspace: ConnectedWorkspace
  ) async throws(SetupError) -> (CheckedToken?, StoreError?) {
    do throws(StoreError) {
      let token = try await world.store.token(of: workspace)
      return (CheckedToken(origin: .workspaceStore, value: token), nil)
    } catch {
      guard case .tokenGone = error else { throw SetupError(error) }
      return (CheckedToken(origin: .workspaceStore, value: Secret("")), error)
    }
  }

  /// Takes down what Attio confirmed of a connected workspace; that it cannot be is no failure here.
  private func note(_ verification: Verification, for request: StatusRequest) async {
    guard case .workspace(let workspace) = request.value, request.question == .live,
      let identity = verification.identity
    else { return }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    try? await world.store.note([workspace.confirmed(by: identity, at: Double(time.tv_sec))])
  }

  private func verification(
    _ request: StatusRequest,
    token: Secret?,
    _ problem: StoreError?,
    asking: (Secret) async -> Verification
  ) async -> Verification {
    switch request.question {
    case .answered(let verification): return verification
    case .offline: return Verification(connection: .offline)
    case .live where problem != nil:
      return Verification(connection: Connection(state: .tokenMissing, message: problem?.message))
    case .live:
      guard let token else { return Verification(connection: Connection(state: .tokenMissing)) }
      return await asking(token)
    }
  }

  /// Asks about the other place with a value, since it decides what is to be done: which of the two works.
  private func rival(
    _ request: StatusRequest,
    _ project: ProjectReport,
    _ findings: StatusFindings
  ) async -> RivalToken? {
    guard let checked = findings.checked, checked.origin != .workspaceStore,
      let source = RivalToken.source(beside: checked.value, in: project.sources)
    else { return nil }
    if let known = request.rival, known.source == source { return known }
    guard request.question == .live else { return RivalToken(source) }
    return RivalToken(source, verification: await world.verifier.identify(source.value, tries: 1))
  }

  private func probe(
    _ request: StatusRequest,
    _ token: Secret?,
    _ verification: Verification
  ) async -> [ProbeResult]? {
    guard request.probing == .grantedResources else { return nil }
    guard let token, let identity = verification.identity,
      verification.connection.state != .rateLimited
    else { return [] }
    return await world.verifier.prober.probe(
      token: token,
      granted: ScopeSet(names: identity.scopes),
      level: identity.level,
      objects: verification.objects ?? []
    )
  }

  private func snapshot(_ name: String, in directory: String) throws(SetupError) -> FileSnapshot {
    do throws(FileReadError) {
      return try FileReader.snapshot(of: "\(directory)/\(name)")
    } catch {
      throw SetupError(.file, error.message, remedy: error.remedy)
    }
  }

  /// A file that no reader understands says nothing about the token: neither that there is one nor
  /// that there is none.
  private func confirmReadable(_ file: FileSnapshot, named name: String) throws(SetupError) {
    if let problem = PlanError(kindOf: file, path: name) { throw SetupError(problem) }
    do throws(DotenvError) {
      try DotenvDocument.confirmReadable(file.content)
    } catch {
      throw SetupError(.file, error.message(file: name), remedy: error.remedy(file: name))
    }
  }

  private func example(
    in directory: String,
    variable: String
  ) throws(SetupError) -> ExampleFindings {
    let file = try snapshot(".env.example", in: directory)
    guard file.kind == .file else { return ExampleFindings() }
    let document = try? DotenvDocument(parsing: file.content)
    return ExampleFindings(
      isPresent: true,
      namesVariable: document?.names.contains(variable) == true
    )
  }

  private func history(_ project: ProjectReport, token: Secret?) async -> HistoryFindings {
    guard case .repository(let root) = project.git.availability else { return HistoryFindings() }
    return await HistoryReader(git: world.git)
      .findings(of: project.target.name, in: project.directory, root: root, token: token)
  }
}
