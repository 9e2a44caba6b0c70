import AttioAPI
import Ground
import Synchronization
import TestSupport
import Testing

private let code = "canary code/+&=%é"
private let secret = "canary-secret-0123456789"

struct OAuthClientTests {
  private static let exchange = CodeExchange(
    code: code,
    redirectURI: "http://localhost:8787/callback",
    clientID: "bf071e1f-6035-429d-b874-d83ea64ea13b",
    clientSecret: secret
  )

  /// What came of one exchange, and what was sent for it.
  private func play(
    _ answer: Result<HTTPResponse, TransportFailure>,
    _ exchange: CodeExchange = exchange
  ) async -> (result: Result<String, OAuthFailure>, requests: [HTTPRequest]) {
    let log = Mutex<[HTTPRequest]>([])
    let transport = Transport { request in
      log.withLock { $0.append(request) }
      return answer
    }
    let clock = AttioClock(unixSeconds: { 0 }, monotonicSeconds: { 0 }, pause: { _ in })
    let client = OAuthClient(app: .attioApp, transport: transport, clock: clock)
    let result = await client.exchange(exchange, limitSeconds: 7)
    return (result, log.withLock(\.self))
  }

  private func answer(
    _ status: Int,
    _ body: String,
    _ headers: [(name: String, value: String)] = []
  ) async -> Result<String, OAuthFailure> {
    let response = HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    let (result, requests) = await play(.success(response))
    #expect(requests.count == 1)
    return result
  }

  @Test func `sends a form to the token endpoint, and no bearer`() async throws {
    let requests = await play(.failure(.cancelled)).requests
    let request = try #require(requests.first)
    #expect(requests.count == 1)
    #expect(request.method == .post)
    #expect(request.url == "https://app.attio.com/oauth/token")
    #expect(request.bearer == nil)
    #expect(request.limitSeconds == 7)
    #expect(
      request.headers == [
        HTTPHeader("Accept", "application/json"),
        HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
      ]
    )
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "grant_type=authorization_code&code=canary%20code%2F%2B%26%3D%25%C3%A9"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8787%2Fcallback"
        + "&client_id=bf071e1f-6035-429d-b874-d83ea64ea13b"
        + "&client_secret=canary-secret-0123456789"
    )
  }

  @Test func `sends the verifier where there is one`() async throws {
    var exchange = Self.exchange
    exchange.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    let request = try #require(await play(.failure(.cancelled), exchange).requests.first)
    #expect(
      String(decoding: request.body, as: UTF8.self)
        .hasSuffix(
          "&client_secret=canary-secret-0123456789"
            + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        )
    )
  }

  @Test(arguments: [
    #"{"access_token":"canary-token","token_type":"Bearer"}"#,
    #"{"access_token":"canary-token","token_type":"bearer"}"#,
    #"{"access_token":"canary-token","token_type":"BEARER","scope":"x","expires_in":3600}"#,
    #"{"access_token":"canary-token"}"#, #"{"access_token":"canary-token","token_type":null}"#,
    "\u{FEFF} {\"access_token\":\"canary-token\",\"error\":null}",
  ])
  func `takes the token`(body: String) async {
    #expect(await answer(200, body) == .success("canary-token"))
  }

  @Test(arguments: [
    (#"{"token_type":"Bearer"}"#, "no token"), ("{}", "no token"),
    (#"{"access_token":null,"token_type":"Bearer"}"#, "no token"),
    (#"{"access_token":7,"token_type":"Bearer"}"#, "no token"),
    (#"{"data":{"access_token":"canary-token"}}"#, "no token"),
    (#"{"access_token":"","token_type":"Bearer"}"#, "empty"),
    (#"{"access_token":"canary token","token_type":"Bearer"}"#, "no token holds"),
    (#"{"access_token":"canary\r\nX: y","token_type":"Bearer"}"#, "no token holds"),
    (#"{"access_token":"${TOKEN}","token_type":"Bearer"}"#, "no token holds"),
    (#"{"access_token":"canary-token","token_type":"mac"}"#, "another type"),
    (#"[{"access_token":"canary-token"}]"#, "authorization server answers"),
    (#"{"access_token":"canary-token""#, "authorization server answers"),
    ("access_token=canary-token&token_type=bearer", "authorization server answers"),
    ("", "authorization server answers"), ("null", "authorization server answers"),
    ("<html>Sign in to the guest network</html>", "web page"),
    (String(repeating: "[", count: 100_000), "authorization server answers"),
  ])
  func `takes 200 for nothing by itself`(body: String, says: String) async {
    guard case .failure(.failed(let failure)) = await answer(200, body) else {
      Issue.record("taken for something else")
      return
    }
    #expect(failure.kind == .badResponse)
    #expect(failure.httpStatus == 200)
    #expect(failure.message?.contains(says) == true, "\(failure.message ?? "")")
    #expect(failure.message?.contains("canary") == false)
  }

  @Test(
    arguments: [
      (400, #"{"error":"invalid_grant","error_description":"Used."}"#, "invalid_grant", "Used."),
      (401, #"{"error":"invalid_client"}"#, "invalid_client", nil),
      (400, #"{"error":"invalid_grant","code":"other","message":"M"}"#, "invalid_grant", "M"),
      (
        400,
        #"{"status_code":400,"type":"auth_error","code":"invalid_grant","message":"M"}"#,
        "invalid_grant", "M"
      ),
      (400, #"{"status_code":400,"type":"auth_error","message":"M"}"#, "auth_error", "M"),
      (401, #"{"status_code":401,"type":"auth_error","code":"unauthorized"}"#, "unauthorized", nil),
      (403, #"{"error":"access_denied"}"#, "access_denied", nil),
      (422, #"{"error":"invalid_request"}"#, "invalid_request", nil),
      (
        200, #"{"error":"bad_verification_code","error_description":"D"}"#, "bad_verification_code",
        "D"
      ),
    ] as [(Int, String, String, String?)]
  )
  func `reads an error of OAuth and of Attio`(
    status: Int,
    body: String,
    error: String,
    description: String?
  ) async {
    let expected = OAuthFailure.refused(status: status, error: error, description: description)
    #expect(await answer(status, body) == .failure(expected))
  }

  @Test(arguments: [
    (500, #"{"error":"server_error"}"#, ConnectionState.serverError),
    (503, "<html>", .serverError),
    (502, "", .serverError), (400, "<!doctype html>", .badResponse), (400, "", .badResponse),
    (400, "{}", .badResponse), (400, #"{"error":""}"#, .badResponse),
    (400, #"{"error":{"code":"invalid_grant"}}"#, .badResponse), (401, "", .unauthorized),
    (401, "nope", .unauthorized), (401, "<html>", .badResponse), (403, "", .badResponse),
    (403, "<html>", .badResponse), (404, "", .badResponse),
    (404, #"{"status_code":404,"type":"x","code":"not_found","message":"M"}"#, .notFound),
    (402, "", .planLimit), (403, #"{"code":"billing_error"}"#, .planLimit),
    (407, "", .proxyFailure),
    (408, "", .timeout), (418, "", .badResponse), (201, #"{"access_token":"x"}"#, .badResponse),
    (204, "", .badResponse), (302, "", .redirected), (307, "", .redirected), (308, "", .redirected),
  ])
  func `gives every other answer its cause`(
    status: Int,
    body: String,
    kind: ConnectionState
  ) async {
    guard case .failure(.failed(let failure)) = await answer(status, body) else {
      Issue.record("taken for something else")
      return
    }
    #expect(failure.kind == kind)
    #expect(failure.httpStatus == status)
    if kind == .badResponse { #expect(failure.message?.isEmpty == false) }
  }

  @Test func `a redirect is named without its query`() async {
    let result = await answer(307, "", [("Location", "https://evil.example/x?code=canary")])
    guard case .failure(.failed(let failure)) = result else {
      Issue.record("taken for something else")
      return
    }
    #expect(failure.message?.contains("https://evil.example/x,") == true)
    #expect(failure.message?.contains("canary") == false)
  }

  @Test func `reads how long to wait`() async {
    let result = await answer(429, #"{"error":"slow_down"}"#, [("Retry-After", "9")])
    guard case .failure(.failed(let failure)) = result else {
      Issue.record("taken for something else")
      return
    }
    #expect(failure.kind == .rateLimited)
    #expect(failure.retryAfterSeconds == 9)
  }

  @Test(arguments: [
    TransportFailure.nameNotFound(host: "h"), .notConnected(host: "h", reason: "r"),
    .timeout(.firstByte), .timeout(.connecting), .tls(TLSProblem(.expired)), .cut(status: nil),
    .cut(status: 200), .notHTTP, .tooLarge(status: 200, limit: 1), .cancelled,
    .libraryMissing(reason: "r"), .proxy(.answered(proxy: "p", status: 407)), .invalidRequest,
  ])
  func `never tries twice, whatever the network says`(failure: TransportFailure) async {
    let (result, requests) = await play(.failure(failure))
    #expect(result == .failure(.failed(AttioFailure(failure))))
    #expect(requests.count == 1)
  }

  @Test func `an exchange is printed nowhere`() {
    var exchange = Self.exchange
    exchange.verifier = "canary-verifier"
    var dumped = ""
    dump(exchange, to: &dumped)
    #expect(!"\(exchange) \(String(reflecting: exchange)) \(dumped)".contains("canary"))
  }
}
