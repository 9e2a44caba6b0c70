import AttioSandbox
import Ground
import LocalHTTP
import Synchronization
import TestSupport
import Testing

@Suite(.alone) struct SandboxOAuthTests {
  @Test func `approving leads to a token that works`() async throws {
    try await withSandbox { sandbox in
      let code = try await sandbox.code(extra: "&sandbox_workspace=7")
      let answer = try await sandbox.exchange(code)
      #expect(answer.status == 200)
      #expect(answer.header("Cache-Control") == "no-store")
      let token = try answer.decoded(TokenAnswer.self)
      #expect(token.tokenType == "Bearer")
      #expect(answer.text == #"{"access_token":"\#(token.accessToken)","token_type":"Bearer"}"#)
      let identity = try await sandbox.call("GET", "/v2/self", token: token.accessToken)
        .decoded(SelfAnswer.self)
      #expect(identity.workspaceSlug == "workspace-7")
      #expect(identity.clientId == "sandbox-client")
      let objects = try await sandbox.call("GET", "/v2/objects", token: token.accessToken)
      #expect(objects.status == 200)
    }
  }

  @Test func `the answer goes to the redirect URI with code and state`() async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.authorize("&state=a%2Bb%20%26c&sandbox=approve")
      #expect(answer.status == 302)
      #expect(answer.header("Cache-Control") == "no-store")
      let location = try #require(answer.header("Location"))
      let pattern = #/http:\/\/localhost:8787\/callback\?code=[0-9a-f]{40}&state=a%2Bb%20%26c/#
      #expect(location.wholeMatch(of: pattern) != nil)
    }
  }

  @Test func `a redirect URI with a query keeps it`() async throws {
    try await withSandbox { sandbox in
      let uri = "http://127.0.0.1:1/cb?x=1"
      let answer = try await sandbox.authorize("&sandbox=approve", redirectURI: uri)
      #expect(answer.header("Location")?.hasPrefix(uri + "&code=") == true)
    }
  }

  @Test func `denying is told to the redirect URI`() async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.authorize("&state=s&sandbox=deny")
      #expect(answer.status == 302)
      let location = try #require(answer.header("Location"))
      #expect(location.hasPrefix("http://localhost:8787/callback?error=access_denied&"))
      #expect(location.hasSuffix("&state=s"))
    }
  }

  @Test func `the page offers to approve and to deny, and escapes what it was sent`() async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.authorize("&state=%22%3E%3Cscript%3E&sandbox_workspace=2")
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
      #expect(answer.text.contains("Second Workspace"))
      #expect(answer.text.contains(#"<button name="sandbox" value="approve""#))
      #expect(answer.text.contains(#"<button name="sandbox" value="deny""#))
      #expect(answer.text.contains(#"name="state" value="&quot;&gt;&lt;script&gt;""#))
      #expect(!answer.text.contains("<script"))
    }
  }

  @Test(arguments: [
    "https://localhost:1/cb", "http://evil.example/cb", "http://localhost.evil.example/cb",
    "http://localhost@evil.example/cb", "http://localhost:1/cb#f", "localhost:1/cb", "",
    "http://localhost:1/%0d%0aX-Evil:1\r\nX: 1",
  ])
  func `a redirect URI elsewhere is never followed`(uri: String) async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.authorize("&sandbox=approve", redirectURI: uri)
      #expect(answer.status == 400)
      #expect(answer.header("Location") == nil)
    }
  }

  @Test func `an unknown app and an impossible workspace are told to the person`() async throws {
    try await withSandbox { sandbox in
      let app = try await sandbox.raw.request(
        "GET",
        "/authorize?client_id=x&response_type=code&redirect_uri=http://localhost/&sandbox=approve"
      )
      #expect(app.status == 400)
      #expect(app.header("Location") == nil)
      let workspace = try await sandbox.authorize("&sandbox=approve&sandbox_workspace=0")
      #expect(workspace.status == 400)
    }
  }

  @Test func `a wrong response type and a plain challenge are told to the app`() async throws {
    try await withSandbox { sandbox in
      let type = try await sandbox.raw.request(
        "GET",
        "/authorize?client_id=sandbox-client&response_type=token&state=s"
          + "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2F&sandbox=approve"
      )
      #expect(
        type.header("Location")?.hasPrefix("http://localhost:1/?error=unsupported_response_type&")
          == true
      )
      let plain = try await sandbox.authorize("&code_challenge=x&sandbox=approve")
      #expect(plain.header("Location")?.contains("error=invalid_request&") == true)
    }
  }

  @Test(arguments: [
    ("client_secret", "wrong", 401, "invalid_client"),
    ("client_id", "wrong", 401, "invalid_client"),
    ("client_secret", nil, 401, "invalid_client"),
    ("grant_type", "refresh_token", 400, "unsupported_grant_type"),
    ("grant_type", nil, 400, "unsupported_grant_type"), ("code", "wrong", 400, "invalid_grant"),
    ("code", nil, 400, "invalid_request"), ("code", "", 400, "invalid_request"),
    ("redirect_uri", "http://localhost:8787/callback/", 400, "invalid_grant"),
    ("redirect_uri", "http://127.0.0.1:8787/callback", 400, "invalid_grant"),
    ("redirect_uri", nil, 400, "invalid_grant"), ("code_verifier", "x", 400, "invalid_grant"),
  ])
  func `each fault of an exchange has its error`(
    field: String,
    value: String?,
    status: Int,
    error: String
  ) async throws {
    try await withSandbox { sandbox in
      let code = try await sandbox.code()
      let answer = try await sandbox.exchange(code, changing: [field: value])
      #expect(answer.status == status)
      let body = try answer.decoded(OAuthErrorBody.self)
      #expect(body.error == error)
      #expect(!body.errorDescription.isEmpty)
    }
  }

  @Test func `the exchange takes a form and nothing else`() async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.raw.request(
        "POST",
        "/oauth/token",
        headers: [("Content-Type", "application/json")],
        body: "{}"
      )
      #expect(answer.status == 400)
      #expect(try answer.decoded(OAuthErrorBody.self).error == "invalid_request")
    }
  }

  @Test func `a code works once`() async throws {
    try await withSandbox { sandbox in
      let code = try await sandbox.code()
      #expect(try await sandbox.exchange(code).status == 200)
      let again = try await sandbox.exchange(code)
      #expect(again.status == 400)
      #expect(try again.decoded(OAuthErrorBody.self).error == "invalid_grant")
    }
  }

  @Test func `a failed exchange uses the code up, a wrong secret does not`() async throws {
    try await withSandbox { sandbox in
      let code = try await sandbox.code()
      #expect(try await sandbox.exchange(code, changing: ["client_secret": "x"]).status == 401)
      #expect(try await sandbox.exchange(code, changing: ["redirect_uri": "x"]).status == 400)
      #expect(try await sandbox.exchange(code).status == 400)
    }
  }

  @Test(arguments: [(59, 200), (60, 400)])
  func `a code lives for as long as the option says`(seconds: Int, status: Int) async throws {
    let clock = TestClock()
    let options = Sandbox.Options(codeLifetime: 60, now: { clock.seconds.withLock { $0 } })
    try await withSandbox(options) { sandbox in
      let code = try await sandbox.code()
      clock.seconds.withLock { $0 += seconds }
      #expect(try await sandbox.exchange(code).status == status)
    }
  }

  @Test(arguments: [
    // RFC 7636 appendix B.
    ("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", 200),
    ("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN", 400), (nil, 400),
  ])
  func `the verifier must fit the challenge`(challenge: String?, status: Int) async throws {
    try await withSandbox { sandbox in
      let extra = challenge.map { "&code_challenge_method=S256&code_challenge=\($0)" } ?? ""
      let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
      let code = try await sandbox.code(extra: extra)
      let answer = try await sandbox.exchange(code, changing: ["code_verifier": verifier])
      #expect(answer.status == status)
    }
  }

  @Test func `a challenge without a verifier fails`() async throws {
    try await withSandbox { sandbox in
      let code = try await sandbox.code(extra: "&code_challenge_method=S256&code_challenge=x")
      #expect(try await sandbox.exchange(code).status == 400)
    }
  }

  @Test(arguments: [
    ("server_error", 503, "503 Service"), ("html_error", 200, "<!doctype html>"),
    ("no_token", 200, #"{"token_type":"Bearer"}"#), ("slow", 200, "access_token"),
    ("unknown", 200, "access_token"),
  ])
  func `an exchange misbehaves where a test asks for it`(
    fault: String,
    status: Int,
    text: String
  ) async throws {
    try await withSandbox(.init(slowDelay: .milliseconds(200))) { sandbox in
      let code = try await sandbox.code(extra: "&sandbox_exchange=\(fault)")
      let start = ContinuousClock.now
      let answer = try await sandbox.exchange(code)
      #expect(answer.status == status)
      #expect(answer.text.contains(text))
      #expect((ContinuousClock.now - start >= .milliseconds(200)) || fault != "slow")
    }
  }

  @Test func `introspection gives what self gives`() async throws {
    try await withSandbox { sandbox in
      let token = SandboxScenario.readOnly.token
      let answer = try await sandbox.postForm("/oauth/introspect", ["token": token])
      let same = try await sandbox.get("/v2/self", as: .readOnly)
      #expect(answer.status == 200)
      #expect(answer.text == same.text)
      let dead = try await sandbox.postForm(
        "/oauth/introspect",
        ["token": SandboxScenario.inactive.token]
      )
      #expect(dead.text == #"{"active":false}"#)
    }
  }
}

private struct TokenAnswer: Decodable {
  var accessToken: String
  var tokenType: String
}

/// A clock that a test sets.
private final class TestClock: Sendable {
  let seconds = Mutex(1_800_000_000)
}

private let usualRedirectURI = "http://localhost:8787/callback"

extension SandboxClient {
  fileprivate func authorize(
    _ extra: String,
    redirectURI: String = usualRedirectURI
  ) async throws -> RawHTTPResponse {
    try await raw.request(
      "GET",
      "/authorize?client_id=sandbox-client&response_type=code"
        + "&redirect_uri=\(PercentCoding.encoded(redirectURI))\(extra)"
    )
  }

  /// A fresh code, from approving at once.
  fileprivate func code(extra: String = "") async throws -> String {
    let location = try await authorize("&sandbox=approve\(extra)").header("Location") ?? ""
    let match = try #require(location.firstMatch(of: #/[?&]code=([0-9a-f]+)/#))
    return String(match.1)
  }

  /// Exchanges a code; a field changed to nil is left out.
  fileprivate func exchange(
    _ code: String,
    changing changes: [String: String?] = [:]
  ) async throws -> RawHTTPResponse {
    var fields: [String: String?] = [
      "client_id": "sandbox-client", "client_secret": "sandbox-secret",
      "grant_type": "authorization_code", "code": code, "redirect_uri": usualRedirectURI,
    ]
    fields.merge(changes) { $1 }
    let encoded = fields.compactMapValues { $0 }.mapValues { PercentCoding.encoded($0) }
    return try await postForm("/oauth/token", encoded)
  }
}
