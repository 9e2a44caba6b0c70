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
    var endings: [EffectID: Task<Void, Never>] = [:]
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
    let endings = state.withLock { state in
      state.entries[id] = .preparing(nil)
      return Array(state.endings.values)
    }
    running.start(id) { [self] in
      for ending in endings { await ending.value }
      do throws(ConnectFailure) {
        let request = try AppSettingsReading.readBack(request)
        let session = try await ConnectSession.start(request, tools: tools) {
          post(.answerArrived(prepared: id, $0))
        }
        if let ending = keep(session, id) {
          await session.end(ending)
        } else {
          post(.connectPrepared(id, session.offer))
        }
      } catch {
        state.withLock { _ = $0.entries.removeValue(forKey: id) }
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
      case .preparing: state.entries[prepared] = .preparing(ending)
      case .ready(let session):
        state.entries[prepared] = nil
        // A plain Task would inherit the main actor, which waits for the terminal.
        state.endings[prepared] = Task { @concurrent in
          await session.end(ending)
          self.state.withLock { _ = $0.endings.removeValue(forKey: prepared) }
        }
      case nil: break
      }
    }
  }

  /// Ends every session, and waits for those that were ending.
  func stop() async -> [WizardEvent] {
    let (sessions, finishing, endings) = state.withLock { state in
      var sessions: [EffectID: ConnectSession] = [:]
      for (id, entry) in state.entries {
        if case .ready(let session) = entry {
          sessions[id] = session
        } else {
          state.entries[id] = .preparing(.left)
        }
      }
      defer { state.finishing = [:] }
      return (sessions, state.finishing, Array(state.endings.values))
    }
    var events: [WizardEvent] = []
    for (id, session) in sessions {
      let result = await session.end(.left)
      guard case .success = result, let finish = finishing.first(where: { $0.value == id })?.key
      else { continue }
      events += result.map { [Self.event(finish, $0)] } ?? []
    }
    for ending in endings { await ending.value }
    return events
  }

  /// Keeps a session that is ready, or tells how it is to end at once.
  private func keep(_ session: ConnectSession, _ id: EffectID) -> ConnectEnding? {
    state.withLock { state in
      if case .preparing(let ending?) = state.entries[id] {
        state.entries[id] = nil
        return ending
      }
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
