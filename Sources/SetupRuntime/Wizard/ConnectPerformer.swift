import Ground
internal import SetupCore
internal import Synchronization

/// Performs the effects of connecting a workspace; keeps its sessions by the effect that prepared
/// them.
final class ConnectPerformer: Sendable {
  typealias Post = @Sendable (WizardEvent) -> Void

  private enum Entry {
    /// It is being made; the ending is there where it is to end as soon as it is made.
    case preparing(ConnectEnding?)
    case ready(ConnectSession)
  }

  private struct State {
    var entries: [EffectID: Entry] = [:]
    /// The finishing effects that run, with the effect that prepared their session.
    var finishing: [EffectID: EffectID] = [:]
    /// The sessions that are to end or are ending, with what is set when they have ended.
    var leaving: [EffectID: Awaited<Bool>] = [:]
  }

  private let tools: ConnectTools
  private let running: RunningEffects
  private let state = Mutex(State())

  init(_ tools: ConnectTools, _ running: RunningEffects) {
    self.tools = tools
    self.running = running
  }

  func probeStore(_ id: EffectID, _ post: @escaping Post) {
    running.start(id) { [tools] in post(.storeProbed(id, await tools.probeStore())) }
  }

  func prepare(_ id: EffectID, _ request: ConnectRequest, _ post: @escaping Post) {
    // A session that ends still holds the port that the next one needs.
    let leaving = state.withLock { state in
      state.entries[id] = .preparing(nil)
      return Array(state.leaving.values)
    }
    // Not among the running effects: what is prepared has to be ended, and not left half-way.
    Task { @concurrent [self] in
      for other in leaving { _ = await other.value(within: Self.leavingLimit) }
      do throws(ConnectFailure) {
        let request = try AppSettingsReading.readBack(request)
        let session = try await ConnectSession.start(request, tools: tools) {
          post(.answerArrived(prepared: id, $0))
        }
        if let ending = keep(session, id) {
          await session.end(ending)
          forget(id)
        } else {
          post(.connectPrepared(id, session.offer))
        }
      } catch {
        forget(id)
        post(.connectFailed(id, error))
      }
    }
  }

  func finish(_ id: EffectID, _ prepared: EffectID, _ code: Secret, _ post: @escaping Post) {
    let session = state.withLock { state -> ConnectSession? in
      guard case .ready(let session) = state.entries[prepared] else { return nil }
      state.finishing[id] = prepared
      return session
    }
    guard let session else {
      let connection = Connection(state: .notChecked, message: "The request has ended.")
      return post(.connectFailed(id, .exchange(connection)))
    }
    running.start(id) { [self] in
      let result = await session.finish(code: code) { post(.connectProgressed(id, $0)) }
      // Nil where the run ends, which then tells the result itself.
      guard state.withLock({ $0.finishing.removeValue(forKey: id) }) != nil else { return }
      post(Self.event(id, result))
    }
  }

  /// Ends the session of a preparing effect; other numbers mean nothing here.
  func end(_ prepared: EffectID, _ ending: ConnectEnding) {
    state.withLock { state in
      switch state.entries[prepared] {
      case .preparing(nil):
        state.entries[prepared] = .preparing(ending)
        state.leaving[prepared] = Awaited()
      case .ready(let session):
        state.entries[prepared] = nil
        state.leaving[prepared] = Awaited()
        // A plain Task would inherit the main actor, which waits for the terminal.
        Task { @concurrent in
          await session.end(ending)
          self.forget(prepared)
        }
      case .preparing, nil: break
      }
    }
  }

  /// Ends every session, waits for those that were ending, and gives the results that came now.
  func stop() async -> [WizardEvent] {
    let (sessions, finishing) = state.withLock { state in
      var sessions: [EffectID: ConnectSession] = [:]
      for (id, entry) in state.entries {
        if case .ready(let session) = entry { sessions[id] = session }
      }
      defer { state.finishing = [:] }
      return (sessions, state.finishing)
    }
    var events: [WizardEvent] = []
    for (id, session) in sessions {
      let result = await session.end(.left)
      guard case .success(let connected) = result,
        let finish = finishing.first(where: { $0.value == id })?.key
      else { continue }
      events.append(.connected(finish, connected))
    }
    let leaving = state.withLock { state in
      for (id, entry) in state.entries {
        guard case .preparing = entry else { continue }
        state.entries[id] = .preparing(.left)
        state.leaving[id] = state.leaving[id] ?? Awaited()
      }
      return Array(state.leaving.values)
    }
    for other in leaving { _ = await other.value(within: Self.leavingLimit) }
    return events
  }

  /// What an ending may take: the browser fetches its page, and answers under way finish.
  private static let leavingLimit = Duration.seconds(5)

  private func forget(_ id: EffectID) {
    let leaving = state.withLock { state in
      state.entries[id] = nil
      return state.leaving.removeValue(forKey: id)
    }
    leaving?.set(true)
  }

  /// Keeps a session that is ready, or tells how it is to end at once.
  private func keep(_ session: ConnectSession, _ id: EffectID) -> ConnectEnding? {
    state.withLock { state in
      if case .preparing(let ending?) = state.entries[id] { return ending }
      state.entries[id] = .ready(session)
      return nil
    }
  }

  private static func event(
    _ id: EffectID,
    _ result: Result<ConnectResult, ConnectFailure>
  ) -> WizardEvent {
    switch result {
    case .success(let result): .connected(id, result)
    case .failure(let failure): .connectFailed(id, failure)
    }
  }
}
