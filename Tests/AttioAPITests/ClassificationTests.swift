import AttioAPI
import Ground
import TestSupport
import Testing

struct ClassificationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var status: Int
    var call: AttioFailure.Call
    var body: String
    var kind: ConnectionState
    var code: String?

    init(
      _ status: Int,
      _ call: AttioFailure.Call,
      _ body: String,
      _ kind: ConnectionState,
      code: String? = nil
    ) {
      self.status = status
      self.call = call
      self.body = body
      self.kind = kind
      self.code = code
    }

    var testDescription: String { "\(status) to \(call): \(body)" }
  }

  private static func body(
    _ status: Int,
    _ type: String,
    _ code: String,
    _ message: String = "Words."
  ) -> String {
    """
    {"status_code":\(status),"type":"\(type)","code":"\(code)","message":"\(message)"}
    """
  }

  static let attio: [Row] = [
    Row(
      400,
      .identity,
      body(400, "invalid_request_error", "validation_type", "Token was not recognised"),
      .tokenMalformed,
      code: "validation_type"
    ),
    Row(400, .identity, "", .tokenMalformed),
    Row(400, .other, body(400, "x", "y", "Token was not recognised"), .tokenMalformed, code: "y"),
    Row(400, .other, body(400, "x", "quota_exceeded"), .planLimit, code: "quota_exceeded"),
    Row(400, .other, body(400, "x", "validation_type"), .badResponse, code: "validation_type"),
    Row(
      401,
      .identity,
      body(401, "auth_error", "unauthorized"),
      .unauthorized,
      code: "unauthorized"
    ),
    Row(401, .other, body(401, "auth_error", "unauthorized"), .unauthorized, code: "unauthorized"),
    Row(401, .other, "", .unauthorized),
    Row(403, .other, body(403, "auth_error", "unauthorized"), .missingScope, code: "unauthorized"),
    Row(403, .other, body(403, "auth_error", "billing_error"), .planLimit, code: "billing_error"),
    Row(403, .other, body(403, "auth_error", "quota_exceeded"), .planLimit, code: "quota_exceeded"),
    Row(403, .other, "not JSON", .missingScope),
    Row(404, .other, body(404, "x", "not_found"), .notFound, code: "not_found"),
    Row(
      429,
      .other,
      body(429, "x", "rate_limit_exceeded"),
      .rateLimited,
      code: "rate_limit_exceeded"
    ),
    Row(429, .identity, "", .rateLimited),
    // The status decides even where the code says something else.
    Row(
      401,
      .other,
      body(401, "auth_error", "billing_error"),
      .unauthorized,
      code: "billing_error"
    ),
    Row(500, .other, body(500, "auth_error", "unauthorized"), .serverError, code: "unauthorized"),
  ]

  static let guide: [Row] = [
    Row(
      403,
      .identity,
      body(403, "authorization_error", "insufficient_scopes"),
      .missingScope,
      code: "insufficient_scopes"
    ),
    Row(
      400,
      .other,
      body(400, "authorization_error", "invalid_request"),
      .tokenMalformed,
      code: "invalid_request"
    ),
    Row(
      400,
      .identity,
      body(400, "x", "invalid_request"),
      .tokenMalformed,
      code: "invalid_request"
    ),
    Row(
      400,
      .identity,
      body(400, "authorization_error", "invalid_grant"),
      .tokenMalformed,
      code: "invalid_grant"
    ),
    Row(
      401,
      .other,
      #"{"error":"invalid_grant","error_description":"Expired"}"#,
      .unauthorized,
      code: "invalid_grant"
    ),
    Row(
      404,
      .identity,
      body(404, "authorization_error", "not_found"),
      .notFound,
      code: "not_found"
    ),
    Row(
      401,
      .other,
      #"{"statusCode":401,"error":"Unauthorized"}"#,
      .unauthorized,
      code: "Unauthorized"
    ),
  ]

  static let others: [Row] = [
    Row(301, .identity, "", .redirected),
    Row(302, .identity, "<html>", .redirected),
    Row(307, .other, "", .redirected),
    Row(204, .identity, "", .badResponse),
    Row(201, .other, "{}", .badResponse),
    Row(402, .other, "", .planLimit),
    Row(405, .other, "", .badResponse),
    Row(407, .other, "", .proxyFailure),
    Row(408, .other, "", .timeout),
    Row(410, .other, "", .badResponse),
    Row(404, .identity, "", .badResponse),
    Row(404, .other, "not found", .badResponse),
    // Other servers say it in JSON, too: a gateway, a web framework.
    Row(404, .identity, #"{"message":"no Route matched with those values"}"#, .badResponse),
    Row(404, .identity, #"{"detail":"Not Found"}"#, .badResponse),
    Row(
      404,
      .identity,
      #"{"message":"Cannot GET /v2/self","error":"Not Found","statusCode":404}"#,
      .badResponse,
      code: "Not Found"
    ),
    Row(409, .other, "{}", .badResponse),
    Row(418, .other, "", .badResponse),
    Row(500, .identity, "", .serverError),
    Row(502, .identity, "<html>Bad gateway</html>", .serverError),
    Row(503, .identity, "upstream connect error", .serverError),
    Row(504, .identity, "", .serverError),
    Row(599, .other, "", .serverError),
    // A portal's or firewall's page says nothing about the token.
    Row(400, .identity, "  <!DOCTYPE html>", .badResponse),
    Row(401, .identity, "<html>Log in</html>", .badResponse),
    Row(403, .identity, "\n<html>Forbidden</html>", .badResponse),
    Row(404, .identity, "<html>", .badResponse),
    // Fields of the wrong type are as good as absent.
    Row(403, .other, #"{"code":7,"message":["a"]}"#, .missingScope),
    Row(401, .other, #"["unauthorized"]"#, .unauthorized),
  ]

  @Test(arguments: attio + guide + others)
  func `classifies by status first and by code second`(row: Row) {
    let response = HTTPResponse(status: row.status, body: Array(row.body.utf8))
    let failure = AttioFailure(response, to: row.call, now: 0)
    #expect(failure.kind == row.kind)
    #expect(failure.code == row.code)
    #expect(failure.httpStatus == row.status)
    // Only what is not Attio's gets words of ours.
    let isOurs = row.kind == .badResponse || row.kind == .redirected
    let speaks = row.body.contains(#""message":""#) || row.body.contains("error_description")
    #expect((failure.message != nil) == (speaks || isOurs))
  }

  @Test func `keeps what Attio says and what support needs`() {
    let message = "Read-Write access to the Records scope"
    let response = HTTPResponse(
      status: 403,
      headers: [("X-Attio-Execution-Id", "run-7"), ("Retry-After", "9")],
      body: Array(Self.body(403, "auth_error", "unauthorized", message).utf8)
    )
    let failure = AttioFailure(response, to: .other, now: 0)
    #expect(failure.message == message)
    #expect(failure.requestID == "run-7")
    #expect(failure.retryAfterSeconds == 9)
  }

  @Test func `reads a body whose text is not UTF-8`() {
    let body = Array(#"{"code":"unauthorized","message":"caf"#.utf8) + [0xE9] + Array("\"}".utf8)
    let failure = AttioFailure(HTTPResponse(status: 401, body: body), to: .other, now: 0)
    #expect(failure.message == "caf\u{FFFD}")
  }

  @Test func `names the target of a redirect without its query`() {
    let response = HTTPResponse(
      status: 302,
      headers: [("Location", "https://portal.example/login?secret=1")]
    )
    let message = AttioFailure(response, to: .identity, now: 0).message
    #expect(message?.contains("https://portal.example/login, ") == true)
    #expect(message?.contains("secret") == false)
  }

  @Test(arguments: [
    (TransportFailure.nameNotFound(host: "h"), ConnectionState.dnsFailure),
    (.notConnected(host: "h", reason: "Connection refused"), .connectionRefused),
    (.timeout(.nameLookup), .timeout),
    (.timeout(.body), .timeout),
    (.tls(TLSProblem(.expired)), .tlsFailure),
    (.proxy(.answered(proxy: "p:1 in HTTPS_PROXY", status: 407)), .proxyFailure),
    (.proxy(.unreachable(proxy: "p:1 in HTTPS_PROXY", reason: "r")), .proxyFailure),
    (.proxy(.unusable(variable: "HTTPS_PROXY", because: nil)), .proxyFailure),
    (.cut(status: 200), .badResponse),
    (.cut(status: nil), .badResponse),
    (.notHTTP, .badResponse),
    (.tooLarge(status: 200, limit: 1), .badResponse),
    (.other(reason: "r"), .badResponse),
    (.cancelled, .notChecked),
    (.libraryMissing(reason: "r"), .notChecked),
    (.invalidRequest, .notChecked),
  ])
  func `gives a network failure its state and a sentence`(
    failure: TransportFailure,
    kind: ConnectionState
  ) {
    let result = AttioFailure(failure)
    #expect(result.kind == kind)
    #expect(result.transport == failure)
    #expect(result.message?.hasSuffix(".") == true)
  }
}
