import AttioAPI
import AttioSandbox
import Ground
import SetupRuntime
import Synchronization
import TestSupport
import Testing

@testable import SetupCore

@Suite(.alone) struct ConnectEffectTests {
  /// A performer over a sandbox, and what it posts.
  private struct Stage {
    let performer: EffectPerformer
    let sandbox: RunningSandbox
    let posts: Posts
    let port: Int

    func perform(_ effect: WizardEffect) {
      performer.perform(effect) { [posts] in posts.note($0) }
    }

    func prepare(_ number: Int, _ request: ConnectRequest) async throws -> ConnectOffer {
      perform(.prepareConnect(EffectID(number), request))
      return try await posts.first {
        guard case .connectPrepared(EffectID(number), let offer) = $0 else { return nil }
        return offer
      }
    }

    /// Goes the browser's way up to the answer.
    func approve(_ number: Int, _ offer: ConnectOffer) async throws -> Secret {
      let query = try await ConnectStage.answer(offer, "sandbox=approve", sandbox: sandbox)
      _ = try await RawHTTPClient(port: port).request("GET", "/callback?\(query)")
      return try await posts.first {
        guard case .answerArrived(EffectID(number), .code(let code)) = $0 else { return nil }
        return code
      }
    }
  }

  /// The events that were posted, in order.
  private final class Posts: Sendable {
    struct Missing: Error { var events: String }

    private let kept = Mutex<[WizardEvent]>([])

    func note(_ event: WizardEvent) { kept.withLock { $0.append(event) } }

    func first<Value>(_ pick: (WizardEvent) -> Value?) async throws -> Value {
      let limit = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < limit {
        let events = kept.withLock(\.self)
        if let value = events.lazy.compactMap(pick).first { return value }
        try await Task.sleep(for: .milliseconds(10))
      }
      throw Missing(events: kept.withLock { "\($0)" })
    }
  }

  private func staged(_ body: (Stage, ConnectRequest) async throws -> Void) async throws {
    let sandbox = try await Sandbox(options: .init(slowDelay: .seconds(5))).start()
    let port = try await ConnectStage.freePort()
    let transport = Transport.curl(try .isolated())
    let api = try BaseURL(parsing: sandbox.apiURL)
    let client = AttioClient(base: api, transport: transport)
    var world = SetupWorld(
      environment: ["HOME": "/nonexistent"],
      verifier: AttioVerifier(client: client, timeoutSeconds: 10),
      api: api,
      authorizationServer: OAuthClient(
        app: try BaseURL(parsing: sandbox.appURL),
        transport: transport
      )
    )
    world.connectTools = try ConnectStage.tools(sandbox, store: MemoryStore())
    let performer = EffectPerformer(world: world)
    let stage = Stage(performer: performer, sandbox: sandbox, posts: Posts(), port: port)
    do { try await body(stage, try ConnectStage.request(port: port)) } catch { Issue.record(error) }
    _ = await performer.finishConnecting()
    #expect(await isFree(port))
    await sandbox.stop()
  }

  private func isFree(_ port: Int) async -> Bool {
    (try? await RawHTTPClient(port: port).request("GET", "/callback")) == nil
  }

  @Test func `prepare, answer and finish end with a connected workspace`() async throws {
    try await staged { stage, request in
      let offer = try await stage.prepare(1, request)
      let code = try await stage.approve(1, offer)
      stage.perform(.finishConnect(EffectID(2), prepared: EffectID(1), code: code))
      let result: ConnectResult = try await stage.posts.first {
        guard case .connected(EffectID(2), let result) = $0 else { return nil }
        return result
      }
      #expect(result.workspace.slug == "sandbox-workspace")
      stage.perform(.endConnect(prepared: EffectID(1), .finished))
    }
  }

  @Test func `a new link gets the port of the one it replaces`() async throws {
    try await staged { stage, request in
      let old = try await stage.prepare(1, request)
      stage.perform(.endConnect(prepared: EffectID(1), .replaced))
      let new = try await stage.prepare(2, request)
      #expect(old.listener == .ready && new.listener == .ready)
      #expect(old.attempt.state != new.attempt.state)
      #expect(old.attempt.challenge != new.attempt.challenge)
    }
  }

  @Test func `a prepared request that is cancelled or ended early gives its port back`()
    async throws
  {
    try await staged { stage, request in
      stage.perform(.prepareConnect(EffectID(1), request))
      stage.perform(.cancel(EffectID(1)))
      stage.perform(.prepareConnect(EffectID(2), request))
      stage.perform(.endConnect(prepared: EffectID(2), .left))
      let offer = try await stage.prepare(3, request)
      #expect(offer.listener == .ready)
    }
  }

  @Test func `finishing what has ended fails in words`() async throws {
    try await staged { stage, _ in
      let effect = WizardEffect.finishConnect(
        EffectID(2),
        prepared: EffectID(1),
        code: Secret("code")
      )
      stage.perform(effect)
      let failure: ConnectFailure = try await stage.posts.first {
        guard case .connectFailed(EffectID(2), let failure) = $0 else { return nil }
        return failure
      }
      #expect(failure.happening().contains("ended"))
    }
  }

  @Test(arguments: ["ATTIO_CLIENT_ID", "ATTIO_CLIENT_SECRET", "ATTIO_REDIRECT_URI", "none"])
  func `the app's settings are read back from the env file`(missing: String) async throws {
    let folder = try TemporaryFolder()
    let directory = folder.path
    try await staged { stage, given in
      let values = [
        "ATTIO_CLIENT_ID": "from-the-file", "ATTIO_CLIENT_SECRET": "secret-of-the-file",
        "ATTIO_REDIRECT_URI": given.credentials.redirectURI.text,
      ]
      let lines = values.filter { $0.key != missing }.map { "\($0.key)=\($0.value)\n" }
      try Disk.makeFile("\(directory)/.env", lines.joined(), mode: 0o600)
      var request = given
      request.directory = directory
      request.envFileName = ".env"
      guard missing != "none" else {
        #expect(try await stage.prepare(1, request).attempt.clientID == "from-the-file")
        return
      }
      stage.perform(.prepareConnect(EffectID(1), request))
      let failure: ConnectFailure = try await stage.posts.first {
        guard case .connectFailed(EffectID(1), let failure) = $0 else { return nil }
        return failure
      }
      #expect(failure.happening().contains(missing))
    }
  }

  @Test func `where tokens can be kept is found out`() async throws {
    try await staged { stage, _ in
      stage.perform(.probeStore(EffectID(1)))
      let probe: StoreProbe = try await stage.posts.first {
        guard case .storeProbed(EffectID(1), let probe) = $0 else { return nil }
        return probe
      }
      #expect(probe.keyringProblem == .keyringLocked)
    }
  }

  @Test func `the run's end stops an exchange that hangs`() async throws {
    try await staged { stage, request in
      let offer = try await stage.prepare(1, request)
      let query = try await ConnectStage.answer(
        offer,
        "sandbox=approve&sandbox_exchange=slow",
        sandbox: stage.sandbox
      )
      let answer = try AuthorizationAnswer(query: query, state: offer.attempt.state)
      guard case .code(let code) = answer else { throw ConnectFailure.denied }
      stage.perform(.finishConnect(EffectID(2), prepared: EffectID(1), code: code))
      _ = try await stage.posts.first {
        $0 == .connectProgressed(EffectID(2), .exchanging) ? 1 : nil
      }
      let start = ContinuousClock.now
      #expect(await stage.performer.finishConnecting().isEmpty)
      #expect(ContinuousClock.now - start < .seconds(4))
    }
  }
}
