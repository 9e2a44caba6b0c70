import AttioSandbox
import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The starter clients, each run by the real interpreter or compiler.
@Suite(.alone) struct StarterClientRunTests {
  @Test(arguments: ClientLanguage.all)
  func `the first call prints the slugs, and a failure is told with all its parts`(
    language: ClientLanguage
  ) async throws {
    let sandbox = try await Sandbox().start()
    try await StarterProject.with(language) { starter in
      func call(_ scenario: SandboxScenario) async throws -> ToolAnswer {
        try await starter.firstCall(token: scenario.token, api: sandbox.apiURL)
      }
      let good = try await call(.full)
      let slugs = ["people", "companies", "deals", "projects", "users", "workspaces"]
      #expect(good.text == slugs.joined(separator: "\n"), "\(good.errorText)")
      #expect(good.status == .exited(0) && !good.errorText.contains("warning"))
      let failures: [(SandboxScenario, String)] = [
        (.missingScope, "403 auth_error unauthorized: The API Key provided is not authorized"),
        (.guideInsufficientScopes, "403 authorization_error insufficient_scopes: The access"),
        (.serverError, "503 unknown unknown: The answer is not Attio's JSON."),
        (.badJSON, "200 unknown unknown: The answer is not Attio's JSON."),
      ]
      for (scenario, words) in failures {
        let answer = try await call(scenario)
        #expect(answer.status != .exited(0) && answer.text == "")
        #expect(answer.errorText.contains(words), "\(answer.errorText)")
        #expect(!answer.errorText.contains(scenario.token))
      }
      try await Self.confirmDeletions(starter)
    }
    await sandbox.stop()
  }

  @Test(arguments: ClientLanguage.all)
  func `the first query to copy runs as it stands, and prints Attio's answer`(
    language: ClientLanguage
  ) async throws {
    let sandbox = try await Sandbox().start()
    let query = FirstQuery(
      FirstQuery.Request(
        language: language,
        variable: "ATTIO_API_KEY",
        source: .envFile(".env"),
        baseURL: sandbox.apiURL,
        object: "people"
      )
    )
    try await ScratchProject.with(files: [:]) { project in
      let run: String
      if let command = query.run, let name = query.file {
        try project.write(query.code.joined(separator: "\n") + "\n", to: name)
        run = try await StarterProject.runnable(command, in: project)
      } else {
        run = query.curl.joined(separator: "\n")
      }
      for (scenario, word) in [
        (SandboxScenario.full, "Lovelace"), (.missingScope, "is not authorized to perform"),
      ] {
        try project.write("ATTIO_API_KEY=\(scenario.token)\n", to: ".env")
        let answer = try await StarterProject.shell(run, environment: [:], in: project)
        #expect(answer.text.contains(word), "\(answer.errorText)")
        #expect(!answer.text.contains(scenario.token) && !answer.errorText.contains(scenario.token))
      }
    }
    await sandbox.stop()
  }

  @Test func `waits once as Attio asks, up to a limit, and gives the token to nobody else`()
    async throws
  {
    let sandbox = try await Sandbox().start()
    let api = sandbox.apiURL
    // Side by side: they wait most of the time.
    try await withThrowingTaskGroup { group in
      for language in ClientLanguage.all {
        group.addTask {
          try await StarterProject.with(language) { starter in
            try await Self.confirmWaits(starter)
            try await Self.confirmDiscretion(starter)
            try await Self.confirmAddresses(starter)
            let start = ContinuousClock.now
            let token = SandboxScenario.rateLimitedSeconds.token
            let limited = try await starter.firstCall(token: token, api: api)
            #expect(ContinuousClock.now - start >= .seconds(9), "\(language)")
            #expect(limited.errorText.contains(Self.told), "\(language): \(limited.errorText)")
          }
        }
      }
      try await group.waitForAll()
    }
    await sandbox.stop()
  }

  @Test(arguments: ClientLanguage.all.filter(\.hasOAuth))
  func `an install is taken once, from the browser that began it, and its code exchanged`(
    language: ClientLanguage
  ) async throws {
    let sandbox = try await Sandbox().start()
    try await StarterProject.with(language) { starter in
      let visit = try #require(try StarterScripts.of(language).visit)
      if let file = visit.file { try starter.project.write(file.text, to: file.path) }
      let answer = try await starter.shell(
        visit.run,
        environment: [
          "ATTIO_BASE_URL": sandbox.apiURL,
          "ATTIO_APP_URL": sandbox.appURL,
          "ATTIO_CLIENT_ID": Sandbox.clientID,
          "ATTIO_CLIENT_SECRET": Sandbox.clientSecret,
          "ATTIO_REDIRECT_URI": "http://localhost:8787/callback",
        ]
      )
      #expect(answer.text == InstallVisit.expected, "\(answer.errorText)")
    }
    await sandbox.stop()
  }

  private static func confirmWaits(_ starter: StarterProject) async throws {
    let name = "\(starter.language)"
    let seconds = try await LimitedCall(starter, refusals: 1) { "1" }
    #expect(seconds.answer.text == LimitedCall.slugs && seconds.requests == 2, "\(name)")
    #expect(seconds.time >= .seconds(1), "\(name)")
    // A date has whole seconds, so a wait until three from now is two at least.
    let date = try await LimitedCall(starter, refusals: 1) {
      HTTPDate.text(secondsSince1970: Int(Date().timeIntervalSince1970) + 3)
    }
    #expect(date.answer.text == LimitedCall.slugs && date.requests == 2, "\(name)")
    #expect(date.time >= .seconds(2) && date.time < .seconds(60), "\(name)")
    let again = try await LimitedCall(starter, refusals: 9) { "0" }
    #expect(again.requests == 2 && again.answer.status != .exited(0), "\(name)")
    #expect(again.answer.errorText.contains(told), "\(name)")
    let long = try await LimitedCall(starter, refusals: 9) { "3600" }
    #expect(long.requests == 1 && long.answer.status != .exited(0), "\(name)")
    #expect(long.answer.errorText.contains(told), "\(name)")
  }

  /// Redirects, a server that nobody vouches for, and what is no token.
  private static func confirmDiscretion(_ starter: StarterProject) async throws {
    let name = "\(starter.language)"
    let other = try RawHTTPServer(.answer(200, LimitedCall.answer))
    let redirecting = try RawHTTPServer(
      .answer(302, headers: ["Location: http://localhost:\(other.port)/", "Connection: close"])
    )
    let redirected = try await starter.firstCall(
      token: "token",
      api: "http://127.0.0.1:\(redirecting.port)"
    )
    #expect(redirecting.connections == 1 && other.connections == 0, "\(name)")
    #expect(redirected.errorText.contains("302 unknown unknown: The answer is not"), "\(name)")
    let odd = try await starter.firstCall(
      token: "'a\"b\r\nX-Other: c'",
      api: "http://127.0.0.1:\(other.port)"
    )
    #expect(odd.status != .exited(0) && other.connections == 0, "\(name)")
    #expect(odd.errorText.contains("ATTIO_API_KEY holds no bearer token"), "\(name)")
    #expect(!odd.errorText.contains("X-Other"), "\(name)")
    let authority = try await TestAuthority(in: starter.project.root + "/home")
    let stranger = try RawHTTPServer(identity: try await authority.identity()) { _ in
      [.readRequest, .answer(200, LimitedCall.answer)]
    }
    let distrusted = try await starter.firstCall(
      token: "token",
      api: "https://127.0.0.1:\(stranger.port)"
    )
    #expect(distrusted.status != .exited(0) && distrusted.text == "", "\(name)")
    #expect(stranger.connections > 0 && stranger.requests.isEmpty, "\(name)")
    let list = try RawHTTPServer(.answer(200, "[{\"api_slug\":\"people\"}]"))
    let listed = try await starter.firstCall(token: "token", api: "http://127.0.0.1:\(list.port)")
    #expect(listed.errorText.contains("200 unknown unknown: The answer is not"), "\(name)")
    for server in [other, redirecting, stranger, list] { server.stop() }
  }

  /// Plain http goes to this machine only, whatever the address looks like.
  private static func confirmAddresses(_ starter: StarterProject) async throws {
    let server = try RawHTTPServer(.answer(200, LimitedCall.answer))
    let port = server.port
    let refused = [
      "http://evil.invalid/v2", "http://127.0.0.1:\(port)@evil.invalid/v2",
      "http://localhost.evil.invalid", "ftp://127.0.0.1/v2",
      "http://evil.invalid\nhttp://127.0.0.1:\(port)",
    ]
    for api in refused {
      let answer = try await starter.firstCall(token: "token", api: api)
      #expect(answer.status != .exited(0) && answer.text == "", "\(starter.language) \(api)")
      #expect(
        answer.errorText.contains("ATTIO_BASE_URL is neither https nor on this machine"),
        "\(starter.language) \(api): \(answer.errorText)"
      )
    }
    #expect(server.connections == 0, "\(starter.language)")
    server.stop()
  }

  /// An answer of nothing is one, a lost answer to a call that may come twice is asked for again, and
  /// so is what somebody else's write stood in the way of.
  private static func confirmDeletions(_ starter: StarterProject) async throws {
    let conflict =
      #"{"status_code":409,"type":"invalid_request_error","code":"concurrent_write_conflict","#
      + #""message":"Try again"}"#
    let server = try RawHTTPServer { connection in
      let headers = ["Connection: close"]
      return switch connection {
      case 0: [.readRequest]
      case 1: [.readRequest, .answer(200, "{}", headers: headers)]
      case 2: [.readRequest, .answer(409, conflict, headers: headers)]
      default: [.readRequest, .answer(200, "", headers: headers)]
      }
    }
    let deletions = try StarterScripts.of(starter.language).deletions
    if let file = deletions.file { try starter.project.write(file.text, to: file.path) }
    let answer = try await starter.shell(
      deletions.run,
      environment: [
        "ATTIO_API_KEY": "token", "ATTIO_BASE_URL": "http://127.0.0.1:\(server.port)/v2",
      ]
    )
    #expect(answer.text.hasSuffix(DeletionScript.expected), "\(answer.errorText)")
    let name = "\(starter.language)"
    #expect(server.requests.count == 4, "\(name)")
    #expect(server.requests.allSatisfy { $0.hasPrefix("DELETE /v2/tasks/1 ") }, "\(name)")
    server.stop()
  }

  private static let told = "429 rate_limit_error rate_limit_exceeded: Rate limit exceeded"
}

/// A first call to a server that refuses some requests before it answers.
private struct LimitedCall {
  let requests: Int
  let answer: ToolAnswer
  let time: Duration

  init(
    _ starter: StarterProject,
    refusals: Int,
    retryAfter: @escaping @Sendable () -> String
  ) async throws {
    let server = try RawHTTPServer { connection in
      let refused = connection < refusals
      return [
        .readRequest,
        .answer(
          refused ? 429 : 200,
          refused ? Self.refusal : Self.answer,
          headers: ["Connection: close", "Content-Type: application/json"]
            + (refused ? ["Retry-After: \(retryAfter())"] : [])
        ),
      ]
    }
    let start = ContinuousClock.now
    answer = try await starter.firstCall(token: "token", api: "http://127.0.0.1:\(server.port)/v2/")
    time = ContinuousClock.now - start
    let received = server.requests
    server.stop()
    requests = received.count
    for request in received {
      #expect(request.hasPrefix("GET /v2/objects HTTP/1.1\r\n"))
      #expect(request.lowercased().contains("authorization: bearer token\r\n"))
    }
  }

  /// An object may have no slug, and a slug may be of any language.
  static let answer = #"{"data":[{"api_slug":"people"},{"api_slug":null},{"api_slug":"häuser"}]}"#
  static let slugs = "people\nhäuser"

  private static let refusal =
    #"{"status_code":429,"type":"rate_limit_error","code":"rate_limit_exceeded","#
    + #""message":"Rate limit exceeded, please try again later"}"#
}
