package import Ground
package import SetupCore

/// The wizard's whole job without a question.
package struct UnattendedSetup: Sendable {
  /// What to do.
  package struct Request: Equatable, Sendable {
    /// How much Attio is asked.
    package enum Verifying: Equatable, Sendable {
      /// Before the plan, and again with the value that was read back.
      case beforeAndAfter
      /// Not at all.
      case never
    }

    /// Which project.
    package var project: ProjectRequest
    /// The token to write.
    package var token: Secret
    /// The scopes that the project wants; nil for those of its example, else the token's own.
    package var wantedScopes: [String]?
    /// Whether a tracked env file may be taken out of git's index.
    package var untrack: Bool
    /// Whether the env file may be one that others own or can change.
    package var trustsEnvFile: Bool
    /// Whether a token of another workspace may be replaced.
    package var replacesWorkspace: Bool
    /// Whether the token's workspace is put into the example's comment.
    package var pins = false
    /// Whether the token may take the place of a reference or an encrypted value.
    package var replacesReference = false
    /// Whether it ends with the plan.
    package var isDryRun: Bool
    /// How much Attio is asked.
    package var verifying: Verifying
    /// What the explanation of a failure needs to know.
    package var context: ConnectionContext

    /// Describes the usual job.
    package init(project: ProjectRequest, token: Secret) {
      self.project = project
      self.token = token
      untrack = false
      trustsEnvFile = false
      replacesWorkspace = false
      isDryRun = false
      verifying = .beforeAndAfter
      context = ConnectionContext()
    }
  }

  /// What is told while the job goes on.
  package enum Progress: Sendable {
    case identified(Identity)
    /// Another run is changing the project, and is waited for.
    case waiting
    case planned(Plan)
    case wrote(PlanEntry.ID)
    /// How the writing ended, also where it was stopped.
    case applied(ApplyResult)
  }

  /// What the job came to.
  package struct Outcome: Sendable {
    /// The plan, as it was applied or would be.
    package var plan: Plan
    /// How the writing ended; nil for a dry run.
    package var result: ApplyResult?
    /// The state of the connection and of the files afterwards.
    package var report: StatusReport
    /// The exit code.
    package var exitCode: Int32
    /// The token that was replaced and may still work.
    package var tokenToDelete: OldToken?
  }

  private let world: SetupWorld

  /// Works in a world.
  package init(world: SetupWorld) {
    self.world = world
  }

  /// Does the job; throws where it ends before anything, or before everything, was written.
  package func run(
    _ request: Request,
    progress: @escaping @Sendable (Progress) -> Void
  ) async throws(SetupError) -> Outcome {
    let identity = try await identify(request, progress)
    guard !request.isDryRun else { return try await run(request, identity, during: nil, progress) }
    let turn = try await world.takeTurn(in: request.project.directory) { progress(.waiting) }
    defer { turn.end() }
    return try await run(request, identity, during: turn, progress)
  }

  /// Makes the plan, and carries it out where the turn was taken for that.
  private func run(
    _ request: Request,
    _ identity: Identity?,
    during turn: ProjectTurn?,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws(SetupError) -> Outcome {
    let project = try await world.survey(request.project)
    try project.pin?.confirm(identity, replaces: request.pins && request.replacesWorkspace)
    let replaced = try await confirmWorkspace(request, project, new: identity)
    let wanted = WantedScopes.of(
      named: request.wantedScopes,
      noted: project.wantedScopes,
      granted: identity?.scopes
    )
    let plan = try await self.plan(planRequest(request, project, identity, wanted: wanted))
    progress(.planned(plan))
    try PlanObstacle.confirmWritable(project)
    try PlanObstacle.confirmUntracked(plan, cure: ", or add --untrack to have it done")
    try PlanObstacle.confirmAgreed(plan)
    guard let turn else {
      let verification = identity.map {
        Verification(connection: Connection(state: .connected, httpStatus: 200), identity: $0)
      }
      let report = try await status(
        request,
        wanted: wanted,
        question: verification.map { .answered($0) } ?? .offline
      )
      return Outcome(plan: plan, result: nil, report: report, exitCode: ExitStatus.good)
    }
    let result = await world.apply(plan, in: project.directory, during: turn) {
      progress(.wrote($0))
    }
    progress(.applied(result))
    try PlanObstacle.confirmFinished(result)
    let isAsked = request.verifying == .beforeAndAfter
    let report = try await status(request, wanted: wanted, question: isAsked ? .live : .offline)
    return Outcome(
      plan: plan,
      result: result,
      report: report,
      exitCode: isAsked ? report.exitCode : ExitStatus.good,
      tokenToDelete: replaced?.life == .dead ? nil : replaced
    )
  }

  private func pin(_ request: Request, _ identity: Identity?) throws(SetupError) -> PinRequest {
    if let pin = PinRequest(identity?.workspaceSlug, replaces: request.replacesWorkspace) {
      return pin
    }
    throw SetupError(
      .unknown,
      "Attio did not name the slug of the token's workspace, so it can't be pinned. Nothing was "
        + "written.",
      remedy: "Run it without --pin."
    )
  }

  private func plan(_ request: PlanRequest) async throws(SetupError) -> Plan {
    do throws(SetupError) {
      return try await world.plan(request)
    } catch {
      guard error.name == SetupError.referenceName else { throw error }
      var error = error
      error.remedy += " To put the token in its place, add --replace-reference."
      throw error
    }
  }

  private func planRequest(
    _ request: Request,
    _ project: ProjectReport,
    _ identity: Identity?,
    wanted: ScopeSet?
  ) throws(SetupError) -> PlanRequest {
    var plan = PlanRequest(
      setting: [.token(request.token, variable: request.project.variable)],
      in: project,
      wanted: wanted,
      untrack: request.untrack
    )
    if request.pins { plan.pin = try pin(request, identity) }
    plan.replacesReference = request.replacesReference
    plan.consent.trustsEnvFile = request.trustsEnvFile
    return plan
  }

  /// Stops where the env file's token belongs to another workspace and nobody allowed to replace it.
  ///
  /// - Returns: The token that is replaced, with what is known of it.
  private func confirmWorkspace(
    _ request: Request,
    _ project: ProjectReport,
    new: Identity?
  ) async throws(SetupError) -> OldToken? {
    let own = project.sources.first { $0.place == .envFile(project.target.name) }?.value
    guard let own, own != request.token, TokenShape.of(own.reveal()).isSendable else { return nil }
    guard let new else { return OldToken(own) }
    let old = OldToken(own, verification: await world.verifier.identify(own))
    guard let identity = old.identity else { return old }
    guard identity.workspaceID == new.workspaceID || request.replacesWorkspace else {
      throw SetupError(
        .actionNeeded,
        "The token in \(project.target.name) belongs to \(identity.workspace), the new one to "
          + "\(new.workspace). Nothing was written.",
        remedy: "Check which of the two the project needs. To replace it, add --replace-workspace.",
        name: "other_workspace"
      )
    }
    return old
  }

  private func identify(
    _ request: Request,
    _ progress: @Sendable (Progress) -> Void
  ) async throws(SetupError) -> Identity? {
    guard request.verifying == .beforeAndAfter else { return nil }
    let verification = await world.verifier.identify(request.token)
    if verification.connection.state == .connected, let identity = verification.identity {
      progress(.identified(identity))
      return identity
    }
    throw SetupError(verification.connection, context: request.context)
  }

  private func status(
    _ request: Request,
    wanted: ScopeSet?,
    question: StatusRequest.Question
  ) async throws(SetupError) -> StatusReport {
    try await StatusReader(world: world).report(
      for: StatusRequest(
        project: request.project,
        value: .envFile,
        question: question,
        wantedScopes: wanted?.names,
        context: request.context
      )
    )
  }
}
