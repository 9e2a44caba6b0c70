import AttioAPI
import Ground
import SetupCore
import SetupRuntime
import Testing

/// An answer that Attio, or something in its place, is known to give.
struct KnownAnswer: Sendable {
  /// What was asked, as the page names it.
  enum Call: String, Sendable {
    case identity = "`GET /v2/self`"
    case any = "any call"
    case exchange = "`POST /oauth/token`"
  }

  var call: Call
  var status: Int
  var type: String?
  var code: String?
  /// Attio's words, or what came instead of an error body.
  var words: String
  private var body: String

  /// An error body with the members that are known of it.
  init(
    _ call: Call,
    _ status: Int,
    type: String? = nil,
    code: String? = nil,
    _ message: String? = nil
  ) {
    self.call = call
    self.status = status
    self.type = type
    self.code = code
    words = message.map { "“\($0)”" } ?? ""
    let names = call == .exchange ? ("error", "error_description") : ("code", "message")
    let members = [("type", type), (names.0, code), (names.1, message)]
    let texts = members.compactMap { name, text in
      text.map { "\"\(name)\":\"\($0.replacing("\"", with: "\\\""))\"" }
    }
    body = "{\(texts.joined(separator: ","))}"
  }

  /// Something else than an error body.
  init(_ call: Call, _ status: Int, _ words: String, body: String) {
    self.init(call, status)
    self.words = words
    self.body = body
  }

  /// The state's name as the program gives it to this answer.
  func state() async throws -> String {
    let response = HTTPResponse(status: status, body: Array(body.utf8))
    let transport = Transport { _ in .success(response) }
    return try await call == .exchange ? exchange(transport) : ask(transport)
  }

  /// Asks the question whose answer may mean something else, and one of the others.
  private func ask(_ transport: Transport) async throws -> String {
    let base = try BaseURL(parsing: "https://api.attio.com/v2")
    let client = AttioClient(base: base, transport: transport)
    let token = try BearerToken("token")
    var terms = AttioClient.Terms(limitSeconds: 1)
    terms.tries = 1
    let identity = Self.name(await client.identify(token, terms))
    if call == .any { try #require(await Self.name(client.objects(token, terms)) == identity) }
    return identity
  }

  private static func name(_ result: Result<some Any, AttioFailure>) -> String {
    switch result {
    case .success: ConnectionState.connected.rawValue
    case .failure(let failure): Connection(failure, hiding: nil).state.rawValue
    }
  }

  private func exchange(_ transport: Transport) async throws -> String {
    let app = try BaseURL(parsing: "https://app.attio.com")
    let client = OAuthClient(app: app, transport: transport)
    let credentials = AppCredentials(
      clientID: "client",
      clientSecret: Secret("secret"),
      redirectURI: try RedirectURI(parsing: RedirectURI.standardText)
    )
    do {
      _ = try await CodeExchanger(client: client, timeoutSeconds: 1)
        .exchange(credentials, code: Secret("code"), verifier: nil)
        .get()
      return ConnectionState.connected.rawValue
    } catch {
      return error.name
    }
  }
}

extension KnownAnswer {
  private static let page = "<!doctype html><title>Sign in</title>"

  /// What Attio's API is known to answer.
  static let attio: [KnownAnswer] = [
    KnownAnswer(.identity, 200, "`{\"active\": false}`", body: #"{"active":false}"#),
    KnownAnswer(
      .identity,
      400,
      type: "invalid_request_error",
      code: "missing_value",
      "Token was not recognised …"
    ),
    KnownAnswer(
      .identity,
      400,
      "no `Authorization` header: the same body",
      body: #"{"status_code":400,"type":"invalid_request_error","code":"missing_value","#
        + #""message":"Token was not recognised"}"#
    ),
    KnownAnswer(
      .any,
      401,
      type: "auth_error",
      code: "unauthorized",
      "API Keys should be 64 characters long"
    ),
    KnownAnswer(
      .any,
      401,
      type: "auth_error",
      code: "unauthorized",
      "The Authorization header was not provided. …"
    ),
    KnownAnswer(
      .any,
      401,
      type: "auth_error",
      code: "unauthorized",
      "… could not be found, most commonly because it was revoked …"
    ),
    KnownAnswer(
      .any,
      403,
      type: "auth_error",
      code: "unauthorized",
      "… is not authorized to perform the requested action. … requires scopes: Read-Write access to "
        + "the Records scope …"
    ),
    KnownAnswer(.any, 403, type: "auth_error", code: "billing_error"),
    KnownAnswer(.any, 403, type: "auth_error", code: "quota_exceeded"),
    KnownAnswer(
      .any,
      404,
      type: "invalid_request_error",
      code: "not_found",
      "Could not find endpoint \"GET /v2/objects/people/records\"."
    ),
    KnownAnswer(
      .any,
      429,
      type: "rate_limit_error",
      code: "rate_limit_exceeded",
      "Rate limit exceeded, please try again later"
    ),
    KnownAnswer(.any, 500),
    KnownAnswer(.any, 503, "often no JSON", body: "upstream connect error"),
  ]

  /// What the onboarding guide lists, and Attio's MCP server answers.
  static let guide: [KnownAnswer] = [
    KnownAnswer(.any, 403, type: "authorization_error", code: "insufficient_scopes"),
    KnownAnswer(.any, 400, type: "invalid_request_error", code: "invalid_request"),
    KnownAnswer(.any, 404, type: "invalid_request_error", code: "not_found"),
    KnownAnswer(.any, 400, type: "authorization_error", code: "invalid_grant"),
    KnownAnswer(
      .any,
      401,
      "`{\"statusCode\": 401, \"error\": \"Unauthorized\"}`",
      body: #"{"statusCode":401,"error":"Unauthorized"}"#
    ),
  ]

  /// What stands between this machine and Attio.
  static let between: [KnownAnswer] = [
    KnownAnswer(.identity, 200, "a web page: a network that asks for a sign-in", body: page),
    KnownAnswer(.any, 403, "a web page: a firewall", body: page),
    KnownAnswer(.any, 302, "another address", body: ""),
    KnownAnswer(.any, 407, "the proxy asks for a password", body: ""),
  ]

  /// What the token endpoint answers to a code that is exchanged.
  static let exchange: [KnownAnswer] = [
    KnownAnswer(.exchange, 400, code: "invalid_grant"),
    KnownAnswer(.exchange, 401, code: "invalid_client"),
    KnownAnswer(.exchange, 400, code: "redirect_uri_mismatch"),
    KnownAnswer(.exchange, 400, code: "unsupported_grant_type"),
  ]
}
