package import SetupCore
internal import Synchronization

/// Performs the wizard's effects away from the thread that owns the terminal.
package final class EffectPerformer: Sendable {
  private let world: SetupWorld
  private let running: RunningEffects
  private let connections: ConnectPerformer
  private let writing = Mutex<(id: EffectID, task: Task<ApplyResult, Never>)?>(nil)

  /// Performs effects in a world.
  package init(world: SetupWorld) {
    self.world = world
    let running = RunningEffects()
    self.running = running
    connections = ConnectPerformer(world.connectTools, running)
  }

  /// Starts an effect and returns at once; its result is posted from any thread.
  package func perform(
    _ effect: WizardEffect,
    post: @escaping @Sendable (WizardEvent) -> Void
  ) {
    switch effect {
    case .cancel(let id): cancel(id)
    case .apply(let id, let plan, let directory, let run):
      write(id, post) { world, done in
        await world.applyInTurn(plan, in: directory, continuing: run) {
          post(.waitsForTurn(id))
        } done: {
          done($0)
        }
      }
    case .inspectProject(let id, _), .identify(let id, _), .makePlan(let id, _),
      .verify(let id, _), .query(let id, _), .planClient(let id, _):
      running.start(id) { [world] in
        if let event = await Self.result(of: effect, in: world, post) { post(event) }
      }
    case .probeStore(let id): connections.probeStore(id, post)
    case .prepareConnect(let id, let request): connections.prepare(id, request, post)
    case .finishConnect(let id, let prepared, let code):
      connections.finish(id, prepared, code, post)
    case .endConnect(let prepared, let ending): connections.end(prepared, ending)
    case .copyThroughTerminal: break
    case .openLink, .copy:
      // A plain Task would inherit the main actor, which waits for the terminal.
      Task { @concurrent [world] in
        if let event = await Self.result(of: effect, in: world, post) { post(event) }
      }
    }
  }

  /// Waits for a writing that was started, and gives its number and report.
  package func finishWriting() async -> (EffectID, ApplyResult)? {
    guard let (id, task) = writing.withLock({ $0 }) else { return nil }
    task.cancel()
    return (id, await task.value)
  }

  /// Stops every connection that is being made, and gives the results of those that had come so far
  /// that a token was stored.
  package func finishConnecting() async -> [WizardEvent] {
    await connections.stop()
  }

  private func cancel(_ id: EffectID) {
    running.cancel(id)
    connections.end(id, .left)
    writing.withLock { current in
      if current?.id == id { current?.task.cancel() }
    }
  }

  private func write(
    _ id: EffectID,
    _ post: @escaping @Sendable (WizardEvent) -> Void,
    _ work:
      @escaping @Sendable (SetupWorld, @escaping @Sendable (PlanEntry.ID) -> Void) async ->
      ApplyResult
  ) {
    writing.withLock { current in
      let task = Task { @concurrent [world] in
        let result = await work(world) { post(.entryApplied(id, $0)) }
        post(.applied(id, result))
        return result
      }
      current = (id, task)
    }
  }

  /// Tells a second try, which makes a wait longer than one would expect.
  private static func retries(
    _ id: EffectID,
    _ post: @escaping @Sendable (WizardEvent) -> Void
  ) -> @Sendable (AttioVerifier.Progress) -> Void {
    { progress in
      if case .tryingAgain(let failure) = progress { post(.tryingAgain(id, after: failure)) }
    }
  }

  private static func result(
    of effect: WizardEffect,
    in world: SetupWorld,
    _ post: @escaping @Sendable (WizardEvent) -> Void
  ) async -> WizardEvent? {
    switch effect {
    case .inspectProject(let id, let request):
      do throws(SetupError) {
        return .projectInspected(id, try await world.inspect(request))
      } catch {
        return .projectFailed(id, error)
      }
    case .makePlan(let id, let request):
      do throws(SetupError) {
        return .planned(id, try await world.plan(request))
      } catch {
        return .planFailed(id, error)
      }
    case .identify(let id, let token):
      return .identified(id, await world.verifier.identify(token, progress: retries(id, post)))
    case .verify(let id, let request):
      do throws(SetupError) {
        let findings = try await world.verifyWritten(request, progress: retries(id, post))
        return .verified(id, findings)
      } catch {
        return .verificationFailed(id, error)
      }
    case .query(let id, let request):
      return .queried(
        id,
        await world.query(request) { post(.tryingAgain(id, after: $0)) }
      )
    case .planClient(let id, let request):
      do throws(SetupError) {
        return .clientPlanned(id, try world.planClient(request))
      } catch {
        return .clientPlanFailed(id, error)
      }
    case .openLink(let url): return .linkOpened(await Desktop(world).open(url))
    case .copy(let copied):
      return switch await Desktop(world).copy(copied.text) {
      case .tried(let result): .copied(copied.what, result)
      case .needsTerminal: .clipboardNeedsTerminal(copied)
      }
    case .apply, .cancel, .probeStore, .prepareConnect, .finishConnect, .endConnect,
      .copyThroughTerminal:
      return nil
    }
  }
}
