import AttioAPI
import AttioSandbox
import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// The exchange against the sandbox, through the product's own transport.
@Suite(.alone) struct CodeExchangerTests {
  private static let uri = RedirectURI.standardText

  /// What a row changes about an exchange that would succeed.
  struct Change: Sendable {
    var clientID = Sandbox.clientID
    var clientSecret = Sandbox.clientSecret
    var redirectURI = CodeExchangerTests.uri
    var code: String?
    var sendsChallenge = true
    var verifier: Verifier = .right
    var fault: String?

    enum Verifier: Sendable {
      case right, wrong, none
    }
  }

  /// Runs a body with a sandbox whose `slow` takes longer than any test waits.
  private func withSandbox(_ body: (RunningSandbox) async throws -> Void) async throws {
    let sandbox = try await Sandbox(options: .init(slowDelay: .seconds(60))).start()
    do { try await body(sandbox) } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  private func exchanger(_ app: String, timeoutSeconds: Double = 10) throws -> CodeExchanger {
    let client = OAuthClient(app: try BaseURL(parsing: app), transport: .curl(try .isolated()))
    return CodeExchanger(client: client, timeoutSeconds: timeoutSeconds)
  }

  /// A code of the sandbox, for a request that a person approved.
  private func code(
    _ sandbox: RunningSandbox,
    challenge: String?,
    fault: String?
  ) async throws -> Secret {
    let attempt = AuthorizationAttempt(
      appURL: sandbox.appURL,
      clientID: Sandbox.clientID,
      redirectURI: try RedirectURI(parsing: Self.uri),
      state: RandomText.make(),
      challenge: challenge
    )
    let target = attempt.url.dropFirst(sandbox.appURL.count)
    let extra = "&sandbox=approve" + (fault.map { "&sandbox_exchange=\($0)" } ?? "")
    let client = RawHTTPClient(port: sandbox.port)
    let location = try await client.request("GET", target + extra).header("Location")
    let query = try #require(location).drop { $0 != "?" }.dropFirst()
    let answer = try AuthorizationAnswer(query: String(query), state: attempt.state)
    guard case .code(let code) = answer else { throw OAuthTestError.noCode }
    return code
  }

  private enum OAuthTestError: Error {
    case noCode
  }

  private func credentials(_ change: Change = Change()) throws -> AppCredentials {
    AppCredentials(
      clientID: change.clientID,
      clientSecret: Secret(change.clientSecret),
      redirectURI: try RedirectURI(parsing: change.redirectURI)
    )
  }

  private func play(
    _ change: Change,
    _ sandbox: RunningSandbox,
    timeoutSeconds: Double = 10
  ) async throws -> Result<Secret, ConnectFailure> {
    let key = try ProofKey.make()
    let challenge = change.sendsChallenge ? key.challenge : nil
    let given = try await code(sandbox, challenge: challenge, fault: change.fault)
    let verifier: Secret? =
      switch change.verifier {
      case .right: key.verifier
      case .wrong: try ProofKey.make().verifier
      case .none: nil
      }
    let exchanger = try exchanger(sandbox.appURL, timeoutSeconds: timeoutSeconds)
    let result = await exchanger.exchange(
      try credentials(change),
      code: change.code.map { Secret($0) } ?? given,
      verifier: verifier
    )
    if case .failure(let failure) = result {
      checkSecrecy(of: failure, [given, verifier, Secret(change.clientSecret)])
    }
    return result
  }

  private func checkSecrecy(of failure: ConnectFailure, _ secrets: [Secret?]) {
    let error = failure.setupError()
    var dumped = ""
    dump(failure, to: &dumped)
    for secret in secrets.compactMap(\.self) {
      #expect(!"\(dumped) \(failure) \(error)".contains(secret.reveal()))
    }
  }

  @Test(arguments: [true, false])
  func `a code becomes a token that works`(usesPKCE: Bool) async throws {
    try await withSandbox { sandbox in
      let change = Change(sendsChallenge: usesPKCE, verifier: usesPKCE ? .right : .none)
      let token = try await play(change, sandbox).get()
      let api = AttioClient(
        base: try BaseURL(parsing: sandbox.apiURL),
        transport: .curl(try .isolated())
      )
      let verifier = AttioVerifier(client: api, timeoutSeconds: 10)
      #expect(await verifier.identify(token).connection.state == .connected)
    }
  }

  @Test(
    arguments: [
      (Change(clientSecret: "canary-wrong-secret"), "invalid_client"),
      (Change(clientID: "canary-wrong-client"), "invalid_client"),
      (Change(redirectURI: "http://127.0.0.1:8787/callback"), "redirect_uri_mismatch"),
      (Change(redirectURI: "http://localhost:8787/callback/"), "redirect_uri_mismatch"),
      (Change(code: "canary-wrong-code"), "invalid_grant"),
      (Change(verifier: .wrong), "invalid_grant"), (Change(verifier: .none), "invalid_grant"),
      (Change(sendsChallenge: false), "invalid_grant"),
    ] as [(Change, String)]
  )
  func `a refusal has its cause`(change: Change, name: String) async throws {
    try await withSandbox { sandbox in
      guard case .failure(let failure) = try await play(change, sandbox) else {
        Issue.record("exchanged")
        return
      }
      #expect(failure.name == name)
      #expect(failure.kind == .actionNeeded)
      #expect(failure.happening().contains("Attio says: “"))
    }
  }

  @Test func `a code works once`() async throws {
    try await withSandbox { sandbox in
      let code = try await code(sandbox, challenge: nil, fault: nil)
      let exchanger = try exchanger(sandbox.appURL)
      let first = await exchanger.exchange(try credentials(), code: code, verifier: nil)
      #expect(try !first.get().isEmpty)
      let second = await exchanger.exchange(try credentials(), code: code, verifier: nil)
      guard case .failure(.invalidGrant(let description)) = second else {
        Issue.record("\(second)")
        return
      }
      #expect(description?.isEmpty == false)
    }
  }

  @Test(arguments: [
    ("server_error", ConnectionState.serverError, 503), ("html_error", .badResponse, 200),
    ("no_token", .badResponse, 200),
  ])
  func `an answer that is none could not be told`(
    fault: String,
    state: ConnectionState,
    status: Int
  ) async throws {
    try await withSandbox { sandbox in
      let result = try await play(Change(fault: fault), sandbox)
      guard case .failure(.exchange(let connection)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(connection.state == state)
      #expect(connection.httpStatus == status)
      #expect(ConnectFailure.exchange(connection).kind == .unknown)
    }
  }

  @Test func `a slow answer ends at the limit`() async throws {
    try await withSandbox { sandbox in
      let (result, seconds) = try await seconds {
        try await play(Change(fault: "slow"), sandbox, timeoutSeconds: 0.5)
      }
      guard case .failure(.exchange(let connection)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(connection.state == .timeout)
      #expect(seconds < 30)
    }
  }

  @Test func `a port where nobody listens is a connection refused`() async throws {
    let app = "http://127.0.0.1:\(try RawSocket.unusedPort())"
    let result = try await exchanger(app)
      .exchange(try credentials(), code: Secret("canary-code"), verifier: nil)
    guard case .failure(.exchange(let connection)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(connection.state == .connectionRefused)
    checkSecrecy(of: .exchange(connection), [Secret("canary-code"), Secret(Sandbox.clientSecret)])
  }
}
