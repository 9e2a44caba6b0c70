import AttioAPI
import Ground
import Synchronization
import TestSupport
import Testing

/// A transport that gives prepared answers in turn and remembers the requests.
private final class ScriptedTransport: Sendable {
  private let answers: Mutex<[Result<HTTPResponse, TransportFailure>]>
  private let log = Mutex<[HTTPRequest]>([])

  init(_ answers: [Result<HTTPResponse, TransportFailure>]) {
    self.answers = Mutex(answers)
  }

  var requests: [HTTPRequest] { log.withLock(\.self) }

  var transport: Transport {
    Transport { [self] request in
      log.withLock { $0.append(request) }
      return answers.withLock { $0.isEmpty ? .failure(.invalidRequest) : $0.removeFirst() }
    }
  }
}

struct AttioClientTests {
  private static func answer(_ body: String) -> Result<HTTPResponse, TransportFailure> {
    .success(HTTPResponse(status: 200, body: Array(body.utf8)))
  }

  private static let full = """
    {"active":true,"scope":"note:read-write  quantum_flux:read object_configuration:read",
     "client_id":"c","token_type":"Bearer","exp":null,"iat":1778892789,"sub":"w","aud":"c",
     "iss":"attio.com","authorized_by_workspace_member_id":"m","workspace_id":"w",
     "workspace_name":"Test","workspace_slug":"test","workspace_logo_url":null,
     "token_level":"workspace","something_new":{"deep":[1]}}
    """

  private func identify(
    _ answers: [Result<HTTPResponse, TransportFailure>]
  ) async throws -> Result<TokenIdentity, AttioFailure> {
    let scripted = ScriptedTransport(answers)
    let client = AttioClient(base: .attioAPI, transport: scripted.transport)
    return await client.identify(try BearerToken("token"), AttioClient.Terms(limitSeconds: 5))
  }

  @Test func `reads a whole identity and carries unknown scopes`() async throws {
    let identity = try await identify([Self.answer(Self.full)]).get()
    #expect(identity.workspaceID == "w")
    #expect(identity.workspaceName == "Test")
    #expect(identity.workspaceSlug == "test")
    #expect(
      identity.scopes == ["note:read-write", "quantum_flux:read", "object_configuration:read"]
    )
    #expect(identity.authorizedBy == "m")
    #expect(identity.level == "workspace")
    #expect(identity.expiresAt == nil)
    #expect(identity.issuedAt == 1_778_892_789)
  }

  @Test(arguments: [
    #"{"active":true,"workspace_id":"w"}"#,
    #"{"active":true,"workspace_id":"w","workspace_name":null,"scope":null,"exp":"never"}"#,
    #"{"active":true,"workspace_id":"w","scope":7,"iat":[],"workspace_slug":{}}"#,
    "\u{FEFF}{\"active\":true,\"workspace_id\":\"w\"}",
  ])
  func `needs no optional field`(body: String) async throws {
    let identity = try await identify([Self.answer(body)]).get()
    #expect(identity.workspaceID == "w")
    #expect(identity.workspaceName == nil)
    #expect(identity.scopes.isEmpty)
  }

  @Test(arguments: [
    (#"{"active":false}"#, ConnectionState.tokenInactive),
    (#"{"active":false,"workspace_id":"w"}"#, .tokenInactive),
    (#"{"active":true}"#, .badResponse),
    (#"{"active":true,"workspace_id":""}"#, .badResponse),
    (#"{"active":true,"workspace_id":null}"#, .badResponse),
    (#"{"active":"true","workspace_id":"w"}"#, .badResponse),
    (#"{"active":1,"workspace_id":"w"}"#, .badResponse),
    (#"{"active":null}"#, .badResponse),
    (#"{"data":{"active":true,"workspace_id":"w"}}"#, .badResponse),
    (#"[{"active":true,"workspace_id":"w"}]"#, .badResponse),
    (#"{"active":true,"workspace_id":"w""#, .badResponse),
    ("<html>Sign in to the guest network</html>", .badResponse),
    ("", .badResponse),
    ("null", .badResponse),
    (String(repeating: "[", count: 100_000), .badResponse),
  ])
  func `takes 200 for nothing by itself`(body: String, kind: ConnectionState) async throws {
    guard case .failure(let failure) = try await identify([Self.answer(body)]) else {
      Issue.record("taken for a success")
      return
    }
    #expect(failure.kind == kind)
    #expect(failure.httpStatus == 200)
    #expect(failure.message?.isEmpty == false)
  }

  @Test func `reads objects with nine-digit fractions and null slugs`() async throws {
    let body = """
      {"data":[{"id":{"workspace_id":"w","object_id":"o"},"api_slug":"people",
      "singular_noun":"Person","plural_noun":"People",
      "created_at":"2022-11-21T13:22:49.061281000Z"},{"api_slug":null},{}]}
      """
    let scripted = ScriptedTransport([Self.answer(body)])
    let client = AttioClient(base: .attioAPI, transport: scripted.transport)
    let terms = AttioClient.Terms(limitSeconds: 5)
    let objects = try await client.objects(try BearerToken("token"), terms).get()
    #expect(objects.map(\.slug) == ["people", nil, nil])
    #expect(scripted.requests.map(\.url) == ["https://api.attio.com/v2/objects"])
  }

  @Test(arguments: ["{}", #"{"data":null}"#, #"{"data":{}}"#, #"{"data":["people"]}"#, "<html>"])
  func `refuses objects of another shape`(body: String) async throws {
    let scripted = ScriptedTransport([Self.answer(body)])
    let client = AttioClient(base: .attioAPI, transport: scripted.transport)
    let terms = AttioClient.Terms(limitSeconds: 5)
    let result = await client.objects(try BearerToken("token"), terms)
    #expect(throws: AttioFailure.self) { try result.get() }
  }

  @Test func `tries once more, tells it and stays within the limit`() async throws {
    let bad = HTTPResponse(status: 502)
    let scripted = ScriptedTransport([.success(bad), Self.answer(Self.full)])
    let time = Mutex(0.0)
    let told = Mutex<[ConnectionState]>([])
    let clock = AttioClock(
      unixSeconds: { 0 },
      monotonicSeconds: { time.withLock(\.self) },
      pause: { seconds in time.withLock { $0 += seconds } }
    )
    let client = AttioClient(base: .attioAPI, transport: scripted.transport, clock: clock)
    let terms = AttioClient.Terms(
      limitSeconds: 5,
      onRetry: { failure in told.withLock { $0.append(failure.kind) } }
    )
    let identity = try await client.identify(try BearerToken("token"), terms).get()
    #expect(identity.workspaceID == "w")
    #expect(told.withLock(\.self) == [.serverError])
    #expect(scripted.requests.map(\.limitSeconds) == [5, 4.5])
  }

  @Test func `tries no more than twice`() async throws {
    let scripted = ScriptedTransport(
      Array(repeating: .failure(.notConnected(host: "h", reason: "r")), count: 3)
    )
    let client = AttioClient(base: .attioAPI, transport: scripted.transport)
    let terms = AttioClient.Terms(limitSeconds: 5)
    let result = await client.identify(try BearerToken("token"), terms)
    #expect(result == .failure(AttioFailure(.notConnected(host: "h", reason: "r"))))
    #expect(scripted.requests.count == 2)
  }
}
