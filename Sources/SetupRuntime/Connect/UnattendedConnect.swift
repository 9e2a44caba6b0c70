import Ground
package import SetupCore
internal import SystemPackage

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Connects one more workspace without a full screen.
package struct UnattendedConnect: Sendable {
  /// What to do.
  package struct Request: Sendable {
    /// Which project.
    package var project: ProjectRequest
    /// The app as the options name it; shell and env file fill what is missing.
    package var given = AppSettings()
    /// The app that is taken where nothing names one; the sandbox has such a one.
    package var fallback = AppSettings()
    /// Where the token goes; nil for the usual place.
    package var store: TokenStoreKind?
    /// Whether the request carries a PKCE challenge.
    package var sendsChallenge = true
    /// Whether a browser may be opened.
    package var opensBrowser = true
    /// How long the answer is waited for, in seconds.
    package var waitSeconds = ConnectRequest.usualWait
    /// The lines that somebody may type or paste; nil where nobody can.
    package var lines: AsyncStream<[UInt8]>?
    /// Whether a person is at the other end of `lines`.
    package var isInteractive = false

    /// Describes the usual job.
    package init(project: ProjectRequest) {
      self.project = project
    }
  }

  /// What is told while the job goes on.
  package enum Progress: Sendable {
    /// What will be kept where, before anybody is asked.
    case keeping(TokenStoreKind, StoreProbe, files: [String])
    /// The link is ready.
    case offered(ConnectOffer, acceptsPaste: Bool, seconds: Double)
    /// A browser was asked to open it.
    case opened(LinkResult)
    /// What was pasted is no answer.
    case refused(PasteRefusal)
    /// Nobody has answered so far; how many seconds are left.
    case waiting(secondsLeft: Double)
    /// Another run is changing the project, and is waited for before the env file is completed.
    case waitingForTurn
    /// The answer came and is worked on.
    case progressed(ConnectProgress)
  }

  /// What the job came to.
  package struct Outcome: Sendable {
    /// The workspace and what Attio said of its token.
    package var result: ConnectResult
    /// The scopes that the project wants; nil where it names none.
    package var wanted: [String]?
    /// How the writing of the env file ended; nil where it was complete already.
    package var writing: ApplyResult?
    /// The store's file.
    package var filePath: String

    /// 0, or 1 where the token lacks a scope that the project wants, or has none at all.
    package var exitCode: Int32 { result.judgement(wanted: wanted).exitCode }
  }

  private let world: SetupWorld

  /// Works in a world.
  package init(world: SetupWorld) {
    self.world = world
  }

  /// Does the job; throws where nothing was connected, and where the env file could not be written
  /// afterwards.
  ///
  /// A cancelled task ends the wait. Once somebody has approved it is carried to its end, because
  /// a code and its token cannot be had twice.
  package func run(
    _ request: Request,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws(SetupError) -> Outcome {
    let tools = world.connectTools
    let project = try await world.survey(request.project)
    let settings = request.given.filled(from: project.appInShell).filled(from: project.app)
      .filled(from: request.fallback)
    let credentials = try ConnectNeeds.credentials(settings)
    let probe = await world.store.probe()
    let store = try ConnectNeeds.store(named: request.store, probe)
    try confirmUsable()
    let plan = try await plan(credentials, project)
    progress(.keeping(store, probe, files: Self.files(plan)))
    var connect = ConnectRequest(
      credentials: credentials,
      directory: project.directory,
      store: store
    )
    connect.sendsChallenge = request.sendsChallenge
    connect.waitSeconds = request.waitSeconds
    connect.wantedScopes = project.wantedScopes ?? []
    var context = tools.context
    context.redirectURI = credentials.redirectURI.text
    context.envFileName = project.target.name
    let result: ConnectResult
    do throws(ConnectFailure) {
      result = try await ConnectWait(
        world: world,
        tools: tools,
        request: request,
        progress: progress
      ).run(connect)
    } catch {
      throw error.setupError(context)
    }
    return Outcome(
      result: result,
      wanted: project.wantedScopes,
      writing: try await write(credentials, lacking: plan, request, result, progress),
      filePath: probe.filePath
    )
  }

  /// The plan for what the env file lacks; nil where it lacks nothing.
  private func plan(
    _ credentials: AppCredentials,
    _ project: ProjectReport
  ) async throws(SetupError) -> Plan? {
    let additions = ConnectNeeds.additions(credentials, to: project.app)
    guard additions != AppSettings() else { return nil }
    let plan = try await world.plan(
      PlanRequest(
        setting: additions.envSettings,
        in: project,
        wanted: WantedScopes.of(noted: project.wantedScopes)
      )
    )
    try PlanObstacle.confirmWritable(project)
    try PlanObstacle.confirmUntracked(plan)
    try PlanObstacle.confirmAgreed(plan)
    return plan
  }

  /// Stops where the store could not be written after the token is there: it could not be had again.
  private func confirmUsable() throws(SetupError) {
    guard let problem = world.store.obstacle() else { return }
    var failure = SetupError(problem)
    failure.message += " Nothing was asked or written."
    if case .file = problem {
      failure.remedy = "Change that, or name another place with XDG_DATA_HOME."
    }
    throw failure
  }

  private static func files(_ plan: Plan?) -> [String] {
    (plan?.entries ?? []).filter { $0.isOn && $0.action != .keep }.map(\.path)
  }

  /// Completes the env file where it lacked something: as it is now, after a wait of minutes.
  private func write(
    _ credentials: AppCredentials,
    lacking plan: Plan?,
    _ request: Request,
    _ result: ConnectResult,
    _ progress: @Sendable (Progress) -> Void
  ) async throws(SetupError) -> ApplyResult? {
    guard plan != nil else { return nil }
    do throws(SetupError) {
      let turn = try await world.takeTurn(in: request.project.directory) {
        progress(.waitingForTurn)
      }
      defer { turn.end() }
      // The workspace is connected: a signal may not leave the app's secret out any more.
      return try await Task { [self] in await write(credentials, request, during: turn) }
        .value.get()
    } catch {
      throw SetupError(
        error.kind,
        "\(SafeText.cleaned(result.workspace.title)) is connected, and the env file was not "
          + "completed: \(error.message)",
        remedy: error.remedy,
        name: error.name
      )
    }
  }

  private func write(
    _ credentials: AppCredentials,
    _ request: Request,
    during turn: ProjectTurn
  ) async -> Result<ApplyResult?, SetupError> {
    do throws(SetupError) {
      let project = try await world.survey(request.project)
      guard let plan = try await plan(credentials, project) else { return .success(nil) }
      let writing = await world.apply(plan, in: project.directory, during: turn) { _ in }
      try PlanObstacle.confirmFinished(writing, again: "Connect again.")
      return .success(writing)
    } catch {
      return .failure(error)
    }
  }
}
