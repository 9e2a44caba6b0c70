import AttioSandbox
import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

@Suite(.alone) struct ConnectSessionTests {
  private struct Stage {
    var session: ConnectSession
    var sandbox: RunningSandbox
    var client: RawHTTPClient
    var log: AnswerLog
    var store: MemoryStore

    /// Goes the browser's way: the sandbox's page, the redirect, and the page after it.
    func browse(_ choice: String) async throws -> String {
      let query = try await ConnectStage.answer(session.offer, choice, sandbox: sandbox)
      let redirect = try await client.request("GET", "/callback?\(query)")
      return try #require(redirect.header("Location"))
    }

    var code: Secret {
      get throws {
        guard case .code(let code) = try #require(log.answers.first) else {
          throw ConnectFailure.denied
        }
        return code
      }
    }
  }

  /// What a test changes of the request.
  private struct Change {
    var apply: (inout ConnectRequest) -> Void

    init(_ apply: @escaping (inout ConnectRequest) -> Void) {
      self.apply = apply
    }
  }

  private func staged(
    secret: String = Sandbox.clientSecret,
    store: MemoryStore = MemoryStore(),
    timeoutSeconds: Double = 10,
    changing change: Change = Change { _ in },
    _ body: (Stage) async throws -> Void
  ) async throws {
    let options = Sandbox.Options(slowDelay: .seconds(5))
    let sandbox = try await Sandbox(options: options).start()
    let log = AnswerLog()
    let port = try await ConnectStage.freePort()
    var request = try ConnectStage.request(port: port, secret: secret)
    change.apply(&request)
    let tools = try ConnectStage.tools(sandbox, store: store, timeoutSeconds: timeoutSeconds)
    let session = try await ConnectSession.start(request, tools: tools) { log.note($0) }
    let stage = Stage(
      session: session,
      sandbox: sandbox,
      client: RawHTTPClient(port: port),
      log: log,
      store: store
    )
    do { try await body(stage) } catch { Issue.record(error) }
    await session.end(.left)
    await sandbox.stop()
  }

  @Test func `an approved request ends with a stored token that Attio confirmed`() async throws {
    try await staged { stage in
      #expect(stage.session.offer.listener == .ready)
      let address = try await stage.browse("sandbox=approve&sandbox_workspace=2")
      let progress = ProgressLog()
      let result = try await stage.session.finish(code: stage.code) { progress.note($0) }.get()
      #expect(progress.steps == [.exchanging, .identifying, .storing])
      #expect(result.workspace.slug == "second-workspace")
      #expect(result.workspace.key.clientID == Sandbox.clientID)
      #expect(result.workspace.key.api == stage.sandbox.apiURL)
      #expect(result.workspace.verifiedAt != nil && !result.replaced)
      #expect(stage.store.tokens.count == 1)
      let page = try await stage.client.request("GET", address).text
      #expect(page.contains("Connected to Second Workspace"))
      let code = try stage.code
      #expect(!page.contains(code.reveal()))
      #expect(!page.contains(stage.store.tokens[0].reveal()))
    }
  }

  @Test func `without a challenge it works too`() async throws {
    try await staged(changing: Change { $0.sendsChallenge = false }) { stage in
      #expect(stage.session.offer.attempt.challenge == nil)
      _ = try await stage.browse("sandbox=approve")
      #expect(try await stage.session.finish(code: stage.code).get().workspace.name != "")
    }
  }

  @Test func `scopes that are wanted and missing are named on the page`() async throws {
    try await staged(changing: Change { $0.wantedScopes = ["unheard_of:read"] }) { stage in
      let address = try await stage.browse("sandbox=approve")
      _ = try await stage.session.finish(code: stage.code)
      let page = try await stage.client.request("GET", address).text
      #expect(page.contains("unheard_of:read"))
    }
  }

  @Test func `a code is exchanged once, whoever brings it`() async throws {
    try await staged { stage in
      _ = try await stage.browse("sandbox=approve")
      let code = try stage.code
      async let one = stage.session.finish(code: code)
      async let two = stage.session.finish(code: Secret("another-code"))
      let results = await [one, two]
      let third = await stage.session.finish(code: code)
      // The sandbox refuses a code that comes twice, and one it has not given.
      let names = (results + [third]).map { try? $0.get().workspace.name }
      #expect(Set(names).count == 1)
      #expect(stage.store.tokens.count <= 1)
    }
  }

  @Test func `a denied request says so in the browser, and is no error there`() async throws {
    try await staged { stage in
      let address = try await stage.browse("sandbox=deny")
      #expect(stage.log.answers == [.denied])
      let page = try await stage.client.request("GET", address).text
      #expect(page.contains("You chose not to connect"))
      #expect(stage.store.tokens.isEmpty)
    }
  }

  @Test(arguments: [
    ("server_error", ConnectionState.serverError), ("html_error", .badResponse),
    ("no_token", .badResponse), ("slow", .timeout),
  ])
  func `each fault of the exchange is told in the browser`(
    fault: String,
    state: ConnectionState
  ) async throws {
    try await staged(timeoutSeconds: 0.5) { stage in
      let address = try await stage.browse("sandbox=approve&sandbox_exchange=\(fault)")
      let result = try await stage.session.finish(code: stage.code)
      guard case .failure(.exchange(let connection)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(connection.state == state)
      #expect(stage.store.tokens.isEmpty)
      let page = try await stage.client.request("GET", address).text
      #expect(page.contains("Not connected"))
    }
  }

  @Test func `a wrong client secret is told as such`() async throws {
    try await staged(secret: "wrong-secret-0123") { stage in
      let address = try await stage.browse("sandbox=approve")
      guard case .failure(.invalidClient) = try await stage.session.finish(code: stage.code) else {
        Issue.record("the exchange did not fail")
        return
      }
      let page = try await stage.client.request("GET", address).text
      #expect(page.contains("Not connected") && !page.contains("wrong-secret-0123"))
    }
  }

  @Test func `a store that fails says that the token is not kept`() async throws {
    try await staged(store: MemoryStore(failing: .keyringLocked)) { stage in
      let address = try await stage.browse("sandbox=approve")
      let result = try await stage.session.finish(code: stage.code)
      guard case .failure(.notStored(.keyringLocked)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(try await stage.client.request("GET", address).text.contains("not stored"))
    }
  }

  @Test func `connecting a workspace again replaces its token`() async throws {
    let store = MemoryStore()
    for isReplaced in [false, true] {
      try await staged(store: store) { stage in
        _ = try await stage.browse("sandbox=approve")
        let result = try await stage.session.finish(code: stage.code).get()
        #expect(result.replaced == isReplaced)
      }
    }
    #expect(store.tokens.count == 1)
  }

  @Test func `a second connection that fails leaves the token of the first`() async throws {
    let store = MemoryStore()
    for fault in ["", "&sandbox_exchange=no_token"] {
      try await staged(store: store) { stage in
        _ = try await stage.browse("sandbox=approve\(fault)")
        _ = try await stage.session.finish(code: stage.code)
      }
    }
    #expect(store.tokens.count == 1)
  }

  @Test func `a pasted code makes the browser's answer a used one`() async throws {
    try await staged { stage in
      let query = try await ConnectStage.answer(
        stage.session.offer,
        "sandbox=approve",
        sandbox: stage.sandbox
      )
      let answer = try AuthorizationAnswer(query: query, state: stage.session.offer.attempt.state)
      guard case .code(let code) = answer else { throw ConnectFailure.denied }
      _ = try await stage.session.finish(code: code).get()
      #expect(try await stage.client.request("GET", "/callback?\(query)").status == 409)
    }
  }

  @Test func `leaving while the exchange hangs ends it at once, and the page says so`()
    async throws
  {
    try await staged { stage in
      let address = try await stage.browse("sandbox=approve&sandbox_exchange=slow")
      let code = try stage.code
      let begun = ProgressLog()
      let finishing = Task { await stage.session.finish(code: code) { begun.note($0) } }
      let limit = ContinuousClock.now + .seconds(10)
      while begun.steps.isEmpty, ContinuousClock.now < limit { await Task.yield() }
      async let page = stage.client.request("GET", address).text
      let start = ContinuousClock.now
      await stage.session.end(.left)
      #expect(ContinuousClock.now - start < .seconds(4))
      guard case .failure = await finishing.value else {
        Issue.record("the exchange went on")
        return
      }
      #expect(try await page.contains("Stopped in the terminal"))
      #expect(stage.store.tokens.isEmpty)
    }
  }

  @Test func `a port that is taken is part of the offer, and a paste still connects`() async throws
  {
    try await staged { first in
      let port = first.client.port
      let samePort = Change { request in
        if let uri = request.credentials.redirectURI.replacingPort(with: port) {
          request.credentials.redirectURI = uri
        }
      }
      try await staged(changing: samePort) { second in
        #expect(second.session.offer.listener == .portInUse(port))
        let query = try await ConnectStage.answer(
          second.session.offer,
          "sandbox=approve",
          sandbox: second.sandbox
        )
        let state = second.session.offer.attempt.state
        guard case .code(let code) = try AuthorizationAnswer(query: query, state: state) else {
          throw ConnectFailure.denied
        }
        #expect(try await second.session.finish(code: code).get().workspace.name != "")
      }
    }
  }

  @Test func `an address of another machine can only be pasted`() async throws {
    let uri = try RedirectURI(parsing: "https://app.example/callback")
    try await staged(changing: Change { $0.credentials.redirectURI = uri }) { stage in
      guard case .impossible(let reason) = stage.session.offer.listener else {
        Issue.record("it listens")
        return
      }
      #expect(reason.contains("app.example"))
    }
  }
}
