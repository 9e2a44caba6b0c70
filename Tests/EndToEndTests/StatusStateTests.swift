import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// `status` of the built program, as a script sees it.
@Suite(.alone) struct StatusStateTests {
  /// What `status --json` is to say of a scenario's token.
  struct Row: Sendable, CustomTestStringConvertible {
    var scenario: SandboxScenario
    var state: String
    var httpStatus: Double?
    var exitCode: Int32
    /// Words of `connection.remedy`.
    var remedy: String?

    init(
      _ scenario: SandboxScenario,
      _ state: String,
      _ httpStatus: Double?,
      exit exitCode: Int32,
      _ remedy: String? = nil
    ) {
      self.scenario = scenario
      self.state = state
      self.httpStatus = httpStatus
      self.exitCode = exitCode
      self.remedy = remedy
    }

    var testDescription: String { scenario.rawValue }
  }

  private static let keep = "This says nothing about the token: keep it."

  static let rows = [
    Row(.full, "connected", 200, exit: 0),
    Row(.userLevel, "connected", 200, exit: 0),
    Row(.otherWorkspace, "connected", 200, exit: 0),
    Row(.readOnly, "connected", 200, exit: 0),
    Row(.noScopes, "connected", 200, exit: 1, "Tick what your app needs"),
    Row(.recordsOnly, "connected", 200, exit: 0),
    Row(.hostileText, "connected", 200, exit: 0),
    Row(.inactive, "token_inactive", 200, exit: 1, "Create a new token at https://"),
    Row(.malformed, "token_malformed", 400, exit: 1, "Copy the whole token again"),
    Row(.unauthorized, "unauthorized", 401, exit: 1, "Create a new token at https://"),
    Row(
      .missingScope,
      "missing_scope",
      403,
      exit: 1,
      "Tick object_configuration:read for this token"
    ),
    Row(.planLimit, "plan_limit", 403, exit: 1, "A new token would not help"),
    Row(.notFound, "not_found", 404, exit: 1, "Check ATTIO_BASE_URL"),
    Row(.rateLimitedDate, "rate_limited", 429, exit: 2, keep),
    Row(.rateLimitedSeconds, "rate_limited", 429, exit: 2, "Wait 9 seconds"),
    Row(.slow, "timeout", nil, exit: 2, "--timeout"),
    Row(.serverError, "server_error", 503, exit: 2, keep),
    Row(.htmlError, "bad_response", 200, exit: 2, "sign in where it asks"),
    Row(.badJSON, "bad_response", 200, exit: 2, keep),
    Row(
      .guideInsufficientScopes,
      "missing_scope",
      403,
      exit: 1,
      "Tick object_configuration:read for this token"
    ),
    Row(.guideInvalidRequest, "token_malformed", 400, exit: 1, "Copy the whole token again"),
    Row(.guideNotFound, "not_found", 404, exit: 1, "create a new token"),
    Row(.guideInvalidGrant, "token_malformed", 400, exit: 1, "Authorize again"),
  ]

  private static let ignored = ".env\n.env.*\n!.env.example\n"

  private static func files(_ token: String) -> [String: String] {
    [
      ".env": "ATTIO_API_KEY=\(token)\n", ".gitignore": ignored, ".env.example": "ATTIO_API_KEY=\n",
    ]
  }

  @Test(arguments: rows)
  func `tells scripts the state, the code and the remedy`(row: Row) async throws {
    let sandbox = try await Sandbox().start()
    let token = row.scenario.token
    try await ScratchProject.with(files: Self.files(token)) { project in
      try await Program.tool("chmod", ["600", ".env"], in: project)
      let limit = row.scenario == .slow ? "1" : "10"
      let options = ["--base-url", sandbox.apiURL, "--timeout", limit]
      let answer = try await Program.run(["status", "--json"] + options, in: project)
      let connection = try #require(try JSON(answer.text).connection)
      #expect(connection.state == .text(row.state))
      #expect(connection.http_status == row.httpStatus.map { .number($0) } ?? .null)
      #expect(answer.status == .exited(row.exitCode))
      #expect((connection.remedy == .null) == (row.exitCode == 0))
      #expect(connection.remedy?.string?.contains(row.remedy ?? "") != false)
      let isLimited = row.state == "rate_limited"
      #expect((connection.retry_after_seconds == .null) != isLimited)
      let plain = try await Program.run(["status"] + options, in: project)
      #expect(plain.status == .exited(row.exitCode))
      for text in [answer.text, answer.errorText, plain.text, plain.errorText] {
        #expect(!text.contains(token))
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      }
    }
    await sandbox.stop()
  }

  @Test func `has a row for every scenario`() {
    #expect(Set(Self.rows.map(\.scenario)) == Set(SandboxScenario.allCases))
  }

  @Test(arguments: ["--ca-bundle", "SSL_CERT_FILE"])
  func `ends with 3 where the authorities cannot be read`(source: String) async throws {
    let token = String(repeating: "0123456789abcdef", count: 4)
    try await ScratchProject.with(files: Self.files(token)) { project in
      let path = "\(project.root)/absent.pem"
      let isOption = source == "--ca-bundle"
      // Nobody listens there: the file is read before a connection is tried.
      let answer = try await Program.run(
        ["status", "--json", "--base-url", "https://127.0.0.1:9/v2"]
          + (isOption ? [source, path] : []),
        in: project,
        environment: isOption ? [:] : [source: path]
      )
      #expect(answer.status == .exited(3))
      let message = try JSON(answer.text).error?.message?.string ?? ""
      #expect(message.contains(source) && message.contains(path))
      #expect(message.contains("No such file or directory"))
    }
  }

  @Test func `looks at no authorities where nothing is encrypted`() async throws {
    try await ScratchProject.with(files: [:]) { project in
      let answer = try await Program.run(
        ["apply", "--sandbox", "--json"],
        in: project,
        environment: ["SSL_CERT_FILE": "\(project.root)/absent.pem"]
      )
      #expect(answer.status == .exited(0))
    }
  }

  @Test func `sends a loopback address to no proxy`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with(files: Self.files(SandboxScenario.full.token)) { project in
      let dead = "http://127.0.0.1:\(try RawSocket.unusedPort())"
      let names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY"]
      let answer = try await Program.run(
        ["status", "--json", "--base-url", sandbox.apiURL],
        in: project,
        environment: Dictionary(uniqueKeysWithValues: names.map { ($0, dead) })
      )
      #expect(try JSON(answer.text).connection?.state == .text("connected"))
    }
    await sandbox.stop()
  }

  @Test func `names a proxy that is not there, without its password`() async throws {
    try await ScratchProject.with(
      files: Self.files(String(repeating: "0123456789abcdef", count: 4))
    ) { project in
      let port = try RawSocket.unusedPort()
      let answer = try await Program.run(
        ["status", "--json", "--base-url", "https://attio-setup.invalid/v2"],
        in: project,
        environment: ["HTTPS_PROXY": "http://me:proxy-secret@127.0.0.1:\(port)"]
      )
      let connection = try #require(try JSON(answer.text).connection)
      #expect(connection.state == .text("proxy_failure"))
      #expect(connection.http_status == .null)
      let reason = "127.0.0.1:\(port) in HTTPS_PROXY could not be used: Connection refused"
      #expect(connection.message?.string?.contains(reason) == true)
      #expect(answer.status == .exited(2))
      #expect(!(answer.text + answer.errorText).contains("proxy-secret"))
    }
  }

  @Test func `says which certificate it is and whose, and trusts a named authority`() async throws {
    let token = SandboxScenario.full.token
    try await ScratchProject.with(files: Self.files(token)) { project in
      let authority = try await TestAuthority(in: project.root + "/home")
      let identity = #"{"active":true,"workspace_id":"w","scope":"note:read"}"#
      let server = try RawHTTPServer(identity: await authority.identity()) { _ in
        [.readRequest, .answer(200, identity)]
      }
      defer { server.stop() }
      let arguments = ["status", "--json", "--base-url", "https://localhost:\(server.port)/v2"]
      let refused = try await Program.run(arguments, in: project)
      let connection = try #require(try JSON(refused.text).connection)
      #expect(connection.state == .text("tls_failure"))
      #expect(connection.message?.string?.contains(TestAuthority.name) == true)
      #expect(connection.remedy?.string?.contains("--ca-bundle FILE or SSL_CERT_FILE") == true)
      #expect(refused.status == .exited(2))
      #expect(server.connections == 2)
      #expect(server.requests.isEmpty)
      let trusting = try await Program.run(
        arguments,
        in: project,
        environment: ["SSL_CERT_FILE": authority.bundle]
      )
      #expect(try JSON(trusting.text).connection?.state == .text("connected"))
      #expect(server.requests.count == 1)
    }
  }
}
