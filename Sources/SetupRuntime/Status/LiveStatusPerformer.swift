package import SetupCore
internal import Synchronization

/// Performs the live status's effects away from the thread that owns the terminal.
package final class LiveStatusPerformer: Sendable {
  private let world: SetupWorld
  private let request: StatusRequest
  private let running = RunningEffects()
  private let fixing = Mutex<(id: EffectID, task: Task<LiveStatusEvent, Never>)?>(nil)
  private let lastAnswer = Mutex<(Verification, RivalToken?)?>(nil)

  /// Performs effects for the project that the request names.
  package init(world: SetupWorld, request: StatusRequest) {
    self.world = world
    self.request = request
  }

  /// Starts an effect and returns at once; its result is posted from any thread.
  package func perform(
    _ effect: LiveStatusEffect,
    post: @escaping @Sendable (LiveStatusEvent) -> Void
  ) {
    switch effect {
    case .check(let id, let what): running.start(id) { [self] in post(await check(id, what, post)) }
    case .fix(let id, let fix): start(id, fix, post)
    case .openLink(let url):
      // A plain Task would inherit the main actor, which waits for the terminal.
      Task { @concurrent [world] in post(.linkOpened(await Desktop(world).open(url))) }
    case .cancel(let id):
      running.cancel(id)
      fixing.withLock { if $0?.id == id { $0?.task.cancel() } }
    }
  }

  /// Waits for a writing that was started, and gives its event; nil where nothing was written.
  package func finishFixing() async -> LiveStatusEvent? {
    guard let task = fixing.withLock({ $0?.task }) else { return nil }
    task.cancel()
    return await task.value
  }

  private func start(
    _ id: EffectID,
    _ fix: StatusFix,
    _ post: @escaping @Sendable (LiveStatusEvent) -> Void
  ) {
    fixing.withLock { current in
      let task = Task { @concurrent [self] in
        let event = await self.fix(id, fix, post)
        post(event)
        return event
      }
      current = (id, task)
    }
  }

  private func check(
    _ id: EffectID,
    _ what: LiveCheck,
    _ post: @escaping @Sendable (LiveStatusEvent) -> Void
  ) async -> LiveStatusEvent {
    var request = request
    if what == .local, let answer = lastAnswer.withLock({ $0 }) {
      request.question = .answered(answer.0)
      request.rival = answer.1
    }
    do throws(SetupError) {
      let findings = try await StatusReader(world: world).findings(for: request) { progress in
        if case .tryingAgain(let failure) = progress { post(.tryingAgain(id, after: failure)) }
      }
      lastAnswer.withLock { $0 = (findings.verification, findings.rival) }
      return .checked(id, StatusReport(findings), jitter: .random(in: 0..<1))
    } catch {
      return .checkFailed(id, error)
    }
  }

  /// The plan that keeps every value: of the token, or of the app whose workspaces' tokens are stored.
  private func planRequest(_ project: ProjectReport) -> PlanRequest {
    let isStored = if case .workspace = request.value { true } else { false }
    return PlanRequest(
      setting: isStored
        ? AppSettings().envSettings : [.token(nil, variable: request.project.variable)],
      in: project,
      wanted: WantedScopes.of(noted: project.wantedScopes)
    )
  }

  /// Applies the one entry of the plan that puts the row right.
  private func fix(
    _ id: EffectID,
    _ fix: StatusFix,
    _ post: @escaping @Sendable (LiveStatusEvent) -> Void
  ) async -> LiveStatusEvent {
    do throws(SetupError) {
      let directory = request.project.directory
      let turn = try await world.takeTurn(in: directory) { post(.waitsForTurn(id)) }
      defer { turn.end() }
      let project = try await world.survey(request.project)
      var plan = try await world.plan(planRequest(project))
      for index in plan.entries.indices {
        plan.entries[index].isOn = plan.entries[index].id == fix.entry
      }
      return .fixed(id, await world.apply(plan, in: project.directory, during: turn) { _ in })
    } catch {
      return .fixFailed(id, error)
    }
  }
}
