import AttioSandbox
import FoundationEssentials
import TestSupport
import Testing

@Suite(.alone) struct SandboxScenarioTests {
  @Test func `every scenario of the contract has a token of 64 letters and digits`() {
    let names = [
      "full", "user_level", "other_workspace", "read_only", "no_scopes", "records_only", "inactive",
      "malformed",
      "unauthorized", "missing_scope", "plan_limit", "not_found", "rate_limited_date",
      "rate_limited_seconds", "slow", "server_error", "html_error", "bad_json", "hostile_text",
      "guide_insufficient_scopes", "guide_invalid_request", "guide_not_found",
      "guide_invalid_grant",
    ]
    #expect(SandboxScenario.allCases.map(\.rawValue) == names)
    #expect(Set(Sandbox.tokens.values).count == names.count)
    for token in Sandbox.tokens.values {
      #expect(token.wholeMatch(of: #/attiosetupsandbox[0-9a-f]{47}/#) != nil)
    }
  }

  @Test func `tokens stay the same from run to run`() {
    // `printf 'attio-setup sandbox token full' | sha256sum`
    #expect(
      Sandbox.tokens[.full] == "attiosetupsandbox69de95993f7224dd50ed8b864c8e6b96b7a5482fd6c7d25"
    )
  }

  @Test(arguments: [
    (SandboxScenario.full, "sandbox-workspace", 16), (.otherWorkspace, "second-workspace", 16),
    (.readOnly, "sandbox-workspace", 12), (.noScopes, "sandbox-workspace", 0),
    (.recordsOnly, "sandbox-workspace", 1), (.hostileText, "sandbox-workspace", 17),
  ])
  func `says who a living token is`(
    scenario: SandboxScenario,
    slug: String,
    scopes: Int
  ) async throws {
    try await withSandbox(.init(now: { 1_800_000_000 })) { sandbox in
      let answer = try await sandbox.get("/v2/self", as: scenario)
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "application/json; charset=utf-8")
      #expect(answer.header("Date") == "Fri, 15 Jan 2027 08:00:00 GMT")
      let body = try answer.decoded(SelfAnswer.self)
      #expect(body.active)
      #expect(body.workspaceSlug == slug)
      #expect(body.scope?.split(separator: " ").count == scopes)
      #expect(body.tokenType == "Bearer")
      #expect(body.iss == "attio.com")
      #expect(answer.text.contains(#""token_level":"workspace""#))
      #expect(body.sub == body.workspaceId)
      #expect(body.aud == body.clientId)
      #expect(body.iat == 1_800_000_000 - 86_400)
      #expect(body.authorizedByWorkspaceMemberId?.count == 36)
      #expect(answer.text.contains(#""exp":null"#))
      #expect(answer.text.contains(#""workspace_logo_url":null"#))
    }
  }

  @Test(arguments: [
    Failure(.unauthorized, 401, "auth_error", "unauthorized"),
    Failure(.missingScope, 403, "auth_error", "unauthorized"),
    Failure(.planLimit, 403, "auth_error", "billing_error"),
    Failure(.notFound, 404, "invalid_request_error", "not_found"),
    Failure(.rateLimitedDate, 429, "rate_limit_error", "rate_limit_exceeded"),
    Failure(.rateLimitedSeconds, 429, "rate_limit_error", "rate_limit_exceeded"),
    Failure(.guideInsufficientScopes, 403, "authorization_error", "insufficient_scopes"),
    Failure(.guideInvalidRequest, 400, "invalid_request_error", "invalid_request"),
    Failure(.guideNotFound, 404, "invalid_request_error", "not_found"),
    Failure(.guideInvalidGrant, 400, "authorization_error", "invalid_grant"),
  ])
  func `fails the same way everywhere`(failure: Failure) async throws {
    try await withSandbox { sandbox in
      for path in ["/v2/self", "/v2/objects", "/v2/notes"] {
        let answer = try await sandbox.get(path, as: failure.scenario)
        #expect(answer.status == failure.status)
        let body = try answer.decoded(ErrorBody.self)
        #expect(body.statusCode == failure.status)
        #expect(body.type == failure.type)
        #expect(body.code == failure.code)
        #expect(!body.message.isEmpty)
      }
    }
  }

  @Test func `a dead token is told by 200 and not active`() async throws {
    try await withSandbox { sandbox in
      for token in [SandboxScenario.inactive.token, String(repeating: "e", count: 64)] {
        let answer = try await sandbox.call("GET", "/v2/self", token: token)
        #expect(answer.status == 200)
        #expect(answer.text == #"{"active":false}"#)
        let data = try await sandbox.call("GET", "/v2/objects", token: token)
        #expect(data.status == 401)
        #expect(try data.decoded(ErrorBody.self).message.contains("could not be found"))
      }
    }
  }

  @Test(arguments: [SandboxScenario.malformed.token, "short", String(repeating: "e", count: 65)])
  func `a malformed token is told by 400 from self and 401 elsewhere`(token: String) async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.call("GET", "/v2/self", token: token)
      #expect(answer.status == 400)
      let body = try answer.decoded(ErrorBody.self)
      #expect(body.message == "Token was not recognised" && body.code == "missing_value")
      let data = try await sandbox.call("GET", "/v2/objects", token: token)
      #expect(data.status == 401)
      let message = try data.decoded(ErrorBody.self).message
      #expect(message == "API Keys should be 64 characters long")
    }
  }

  @Test func `the wait of a rate limit comes as a date or in seconds`() async throws {
    try await withSandbox(.init(now: { 1_800_000_000 })) { sandbox in
      let date = try await sandbox.get("/v2/self", as: .rateLimitedDate)
      #expect(date.header("Retry-After") == "Fri, 15 Jan 2027 08:00:03 GMT")
      let seconds = try await sandbox.get("/v2/self", as: .rateLimitedSeconds)
      #expect(seconds.header("Retry-After") == "9")
    }
  }

  @Test func `answers that are not Attio's are no JSON of Attio's`() async throws {
    try await withSandbox { sandbox in
      let server = try await sandbox.get("/v2/self", as: .serverError)
      #expect(server.status == 503)
      #expect(server.header("Content-Type") == "text/html; charset=utf-8")
      let portal = try await sandbox.get("/v2/self", as: .htmlError)
      #expect(portal.status == 200)
      #expect(portal.text.hasPrefix("<!doctype html>"))
      let cut = try await sandbox.get("/v2/self", as: .badJSON)
      #expect(cut.status == 200)
      #expect(cut.header("Content-Type") == "application/json; charset=utf-8")
      #expect(cut.isComplete)
      #expect(throws: DecodingError.self) { try cut.decoded(SelfAnswer.self) }
    }
  }

  @Test func `hostile text survives the JSON`() async throws {
    try await withSandbox { sandbox in
      let name = try #require(
        try await sandbox.get("/v2/self", as: .hostileText).decoded(SelfAnswer.self).workspaceName
      )
      for hostile in ["\u{1B}[2J", "\u{7}", "\u{202E}", "\u{200B}", "\u{9B}31m", "\r\n"] {
        #expect(name.unicodeScalars.contains(hostile.unicodeScalars))
      }
      #expect(name.utf8.count > 10_000)
      let objects = try await sandbox.get("/v2/objects", as: .hostileText)
        .decoded(ThingList.self)
      #expect(objects.data.contains { $0.apiSlug?.contains("\u{1B}") == true })
    }
  }

  @Test func `a slow answer comes at last`() async throws {
    try await withSandbox(.init(slowDelay: .milliseconds(300))) { sandbox in
      let start = ContinuousClock.now
      let answer = try await sandbox.get("/v2/self", as: .slow)
      #expect(ContinuousClock.now - start >= .milliseconds(300))
      #expect(try answer.decoded(SelfAnswer.self).active)
    }
  }

  @Test func `the command's texts name the addresses and every token`() async throws {
    let sandbox = try await Sandbox().start()
    let base = "http://127.0.0.1:\(sandbox.port)"
    #expect(
      SandboxCommandSupport.readyLine(sandbox) == "sandbox ready api=\(base)/v2 app=\(base)"
    )
    await sandbox.stop()
    let list = try JSONDecoder().decode(
      [String: String].self,
      from: Data(SandboxCommandSupport.tokenList().utf8)
    )
    let expected = Sandbox.tokens.map { ($0.key.rawValue, $0.value) }
    #expect(list == Dictionary(uniqueKeysWithValues: expected))
  }
}

/// What a scenario that fails everywhere must say.
struct Failure: Sendable {
  var scenario: SandboxScenario
  var status: Int
  var type: String
  var code: String

  init(_ scenario: SandboxScenario, _ status: Int, _ type: String, _ code: String) {
    self.scenario = scenario
    self.status = status
    self.type = type
    self.code = code
  }
}
