import AttioAPI
import Ground
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport
import Testing

@Suite(.alone) struct AttioVerifierTests {
  private static let token = "canary0123456789canary0123456789canary0123456789canary0123456789"
  private static let objects = #"{"data":[{"api_slug":"people"},{"api_slug":"companies"}]}"#

  private static func identity(scope: String = "note:read", name: String = "Test") -> String {
    """
    {"active":true,"workspace_id":"w","workspace_name":"\(name)","workspace_slug":"test",
    "scope":"\(scope)"}
    """
  }

  /// Lets a server answer one connection after another with these steps.
  private func server(_ answers: RawHTTPServer.Step...) throws -> RawHTTPServer {
    try RawHTTPServer { number in
      [.readRequest, answers[min(number, answers.count - 1)]]
    }
  }

  private func verify(
    _ server: RawHTTPServer,
    token: String = token,
    wanted: [String] = [],
    progress: @escaping @Sendable (AttioVerifier.Progress) -> Void = { _ in }
  ) async throws -> Verification {
    let settings = try NetworkSettings.isolated(.init(timeoutSeconds: 5))
    let client = AttioClient(base: try server.base, transport: .curl(settings))
    let verifier = AttioVerifier(client: client, timeoutSeconds: settings.timeoutSeconds)
    return await verifier.verify(token: Secret(token), wanted: wanted, progress: progress)
  }

  @Test(arguments: [
    "encrypted:BG8M6U+GKJ", "ENC[AES256_GCM,data:x]", "vault:secret/data/attio#key",
    "arn:aws:secretsmanager:x:1:secret:y", "op://dev/attio/token", "${ATTIO}", "<your-token>",
  ])
  func `sends no reference`(text: String) async throws {
    let server = try server(.answer(200, Self.identity()))
    try await withServer(server) { server in
      let verification = try await verify(server, token: text)
      #expect(verification.connection.state == .tokenMalformed)
      #expect(server.requests.isEmpty)
      #expect(verification.connection.message?.contains(text) == false)
    }
  }

  @Test(arguments: [
    ("object_configuration:read", []),
    ("note:read object_configuration:read-write", []),
    ("note:read", ["object_configuration:read"]),
  ])
  func `asks for objects where their scope is granted or wanted`(
    scope: String,
    wanted: [String]
  ) async throws {
    let server = try server(.answer(200, Self.identity(scope: scope)), .answer(200, Self.objects))
    try await withServer(server) { server in
      let verification = try await verify(server, wanted: wanted)
      #expect(verification.connection.state == .connected)
      #expect(verification.connection.httpStatus == 200)
      #expect(try #require(verification.connection.milliseconds) > 0)
      let timings = verification.connection.timings
      #expect(try #require(timings.connect) > 0)
      #expect(try #require(timings.firstByte) > 0)
      #expect(timings.tls == nil)
      #expect(verification.identity?.workspaceName == "Test")
      #expect(verification.objects == ["people", "companies"])
      let lines = server.requests.map { $0.prefix { $0 != "\r\n" } }
      #expect(lines == ["GET /v2/self HTTP/1.1", "GET /v2/objects HTTP/1.1"])
    }
  }

  @Test func `measures the first byte of an answer that names a failure`() async throws {
    let server = try RawHTTPServer(.pause(milliseconds: 50), .answer(401))
    try await withServer(server) { server in
      let timings = try await verify(server).connection.timings
      #expect(try #require(timings.firstByte) >= 45)
    }
  }

  @Test func `knows no timings where no answer came`() async throws {
    let server = try RawHTTPServer { _ in [.readRequest, .reset] }
    try await withServer(server) { server in
      let connection = try await verify(server).connection
      #expect(connection.state == .badResponse)
      #expect(connection.timings == ConnectionTimings())
    }
  }

  @Test(arguments: [
    ("Date: Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Date: yesterday", nil),
    ("X-Date: Sun, 06 Nov 1994 08:49:37 GMT", nil),
  ])
  func `reads both clocks at the moment of the answer`(
    header: String,
    seconds: Double?
  ) async throws {
    let server = try server(.answer(401, "", headers: [header]))
    try await withServer(server) { server in
      let client = AttioClient(
        base: try server.base,
        transport: .curl(try .isolated(.init(timeoutSeconds: 5)))
      )
      var clock = AttioClock.system
      clock.unixSeconds = { 784_000_000 }
      let verifier = AttioVerifier(client: client, timeoutSeconds: 5, clock: clock)
      let reading = await verifier.verify(token: Secret(Self.token), wanted: []).clock
      #expect(reading == ClockReading(here: 784_000_000, atAttio: seconds))
    }
  }

  @Test func `needs no optional field, no known scope and no date that it can read`() async throws {
    let scopes = ["dragon:read-write", "object_configuration:read"]
    let server = try server(
      .answer(
        200,
        #"{"active":true,"workspace_id":"w","scope":"\#(scopes.joined(separator: " "))"}"#
      ),
      .answer(
        200,
        #"{"data":[{"api_slug":"people","created_at":"2025-11-03T18:16:13.152000000Z"},{}]}"#
      )
    )
    try await withServer(server) { server in
      let verification = try await verify(server)
      #expect(verification.connection.state == .connected)
      #expect(verification.identity?.scopes == scopes)
      #expect(verification.identity?.workspaceSlug == nil)
      #expect(verification.objects == ["people"])
    }
  }

  @Test func `does not ask for objects that nobody wants`() async throws {
    let server = try server(.answer(200, Self.identity()))
    try await withServer(server) { server in
      let verification = try await verify(server, wanted: ["note:read"])
      #expect(verification.connection.state == .connected)
      #expect(verification.objects == nil)
      #expect(server.requests.count == 1)
    }
  }

  @Test func `keeps the identity when the objects are refused`() async throws {
    let refusal = #"{"code":"unauthorized","message":"Read access to the Objects scope"}"#
    let server = try server(.answer(200, Self.identity()), .answer(403, refusal))
    try await withServer(server) { server in
      let verification = try await verify(server, wanted: ["object_configuration:read"])
      #expect(verification.connection.state == .missingScope)
      #expect(verification.connection.httpStatus == 403)
      #expect(verification.connection.code == "unauthorized")
      #expect(verification.identity?.workspaceID == "w")
      #expect(verification.objects == nil)
    }
  }

  @Test(arguments: [
    (RawHTTPServer.Step.answer(200, #"{"active":false}"#), ConnectionState.tokenInactive),
    (.answer(200, #"{"active":true}"#), .badResponse),
    (.answer(200, "<html>"), .badResponse),
    (.answer(400, #"{"message":"Token was not recognised"}"#), .tokenMalformed),
    (.answer(401), .unauthorized),
    (.answer(403), .missingScope),
    (.answer(403, #"{"code":"billing_error"}"#), .planLimit),
    (.answer(404), .badResponse),
    (.answer(429, "", headers: ["Retry-After: 9"]), .rateLimited),
    (.answer(500), .serverError),
    (.answer(301, "", headers: ["Location: http://127.0.0.1/"]), .redirected),
  ])
  func `gives every answer its state after one question`(
    answer: RawHTTPServer.Step,
    state: ConnectionState
  ) async throws {
    let server = try server(answer)
    try await withServer(server) { server in
      let connection = try await verify(server).connection
      #expect(connection.state == state)
      #expect(connection.retryAfterSeconds == (state == .rateLimited ? 9 : nil))
      #expect(server.requests.count == 1)
    }
  }

  @Test func `tries again after 503 and says so`() async throws {
    let server = try server(.answer(503, "<html>"), .answer(200, Self.identity()))
    let seen = Mutex<[AttioVerifier.Progress]>([])
    try await withServer(server) { server in
      let verification = try await verify(server) { event in seen.withLock { $0.append(event) } }
      #expect(verification.connection.state == .connected)
      #expect(server.requests.count == 2)
      #expect(seen.withLock { $0.contains(.tryingAgain(after: .serverError)) })
    }
  }

  @Test func `makes one second try for both questions together`() async throws {
    let identity = Self.identity(scope: "object_configuration:read")
    let server = try server(.answer(503), .answer(200, identity), .answer(503), .answer(200, "{}"))
    try await withServer(server) { server in
      let verification = try await verify(server)
      #expect(verification.connection.state == .serverError)
      #expect(verification.identity != nil)
      #expect(server.requests.count == 3)
    }
  }

  @Test(arguments: [
    ("", ConnectionState.tokenMissing),
    ("op://vault/attio/token", .tokenMalformed),
    ("${ATTIO_API_KEY}", .tokenMalformed),
    ("two\nlines", .tokenMalformed),
    ("with space", .tokenMalformed),
    ("tokén", .tokenMalformed),
  ])
  func `sends nothing that cannot be a token`(
    token: String,
    state: ConnectionState
  ) async throws {
    let server = try server(.answer(200, Self.identity()))
    try await withServer(server) { server in
      let connection = try await verify(server, token: token).connection
      #expect(connection.state == state)
      #expect(connection.milliseconds == nil)
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `cleans every text and hides the token in it`() async throws {
    let name = "Evil\\u001b[31m\\u202e \(Self.token) name"
    let server = try server(
      .answer(200, Self.identity(name: name)),
      .answer(403, #"{"code":"a\u0007b","message":"key \#(Self.token)\u0301\nis\u2066 refused"}"#)
    )
    try await withServer(server) { server in
      let verification = try await verify(server, wanted: ["object_configuration:read"])
      #expect(verification.identity?.workspaceName == "Evil[31m cana…6789 name")
      #expect(verification.connection.code == "ab")
      #expect(verification.connection.message == "key cana…6789\u{301} is refused")
      #expect(!"\(verification)".contains(Self.token))
    }
  }

  @Test func `ends both questions at one limit`() async throws {
    let server = try RawHTTPServer { number in
      [.readRequest, .pause(milliseconds: 300)]
        + [number == 0 ? .answer(200, Self.identity()) : .hold]
    }
    try await withServer(server) { server in
      let settings = try NetworkSettings.isolated(.init(timeoutSeconds: 0.6))
      let client = AttioClient(base: try server.base, transport: .curl(settings))
      let verifier = AttioVerifier(client: client, timeoutSeconds: settings.timeoutSeconds)
      let (verification, time) = await seconds {
        await verifier.verify(
          token: Secret(Self.token),
          wanted: ["object_configuration:read"]
        )
      }
      #expect(verification.connection.state == .timeout)
      #expect(verification.identity != nil)
      #expect(time >= 0.59 && time < 8)
    }
  }

  @Test func `is not checked without libcurl and names the package`() async throws {
    let transport = Transport.curl(try .isolated(), library: "libcurl-absent.so.4")
    let client = AttioClient(base: .attioAPI, transport: transport)
    let verifier = AttioVerifier(client: client, timeoutSeconds: 5)
    let connection = await verifier.verify(token: Secret(Self.token), wanted: []).connection
    #expect(connection.state == .notChecked)
    #expect(connection.message?.contains("libcurl4") == true)
  }
}
