import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// The curl lines that are shown: they work as they stand, and no list of processes shows the token.
@Suite(.alone) struct CurlLineTests {
  /// Runs a command in the project with a curl that writes down its arguments first.
  private func arguments(
    running command: String,
    in project: ScratchProject,
    answer wanted: String
  ) async throws -> String {
    let script = """
      mkdir -p bin
      real=$(command -v curl)
      printf '#!/bin/sh\\nprintf "%%s\\\\n" "$@" >>arguments\\nexec %s "$@"\\n' "$real" >bin/curl
      chmod +x bin/curl
      PATH=$PWD/bin:$PATH
      \(command)
      """
    let answer = try await Program.tool("sh", ["-c", script], in: project)
    #expect(answer.contains(wanted), "\(command): \(answer)")
    return try #require(project.text("arguments"))
  }

  @Test func `the next step of apply`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      let token = SandboxScenario.full.token
      let answer = try await Program.run(
        [
          "apply", "--token-stdin", "--base-url", sandbox.apiURL, "--preset", "everything",
          "--json",
        ],
        in: project,
        input: token
      )
      let step = try #require(try JSON(answer.text).next_step?.string)
      #expect(
        step == "(set -a; . ./.env; echo \"Authorization: Bearer $ATTIO_API_KEY\" | curl -s -H @- "
          + "\(sandbox.apiURL)/objects)"
      )
      let words = try await arguments(running: step, in: project, answer: "api_slug")
      #expect(!words.contains(token) && words.contains("@-"))
    }
    await sandbox.stop()
  }

  @Test func `the first query and the first call of the starter client`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      let token = SandboxScenario.full.token
      try project.write("ATTIO_API_KEY=\(token)\n", to: ".env")
      let query = FirstQuery(
        FirstQuery.Request(
          language: nil,
          variable: "ATTIO_API_KEY",
          source: .envFile(".env"),
          baseURL: sandbox.apiURL,
          object: "people"
        )
      )
      let lines = query.curl.joined(separator: "\n")
      let words = try await arguments(running: lines, in: project, answer: "record_id")
      #expect(!words.contains(token) && words.contains("@-"))
      _ = try await Program.run(["client", "--language", "curl", "--write"], in: project)
      let call = try await arguments(
        running: "set -a; . ./.env; ATTIO_BASE_URL='\(sandbox.apiURL)' sh scripts/attio.sh",
        in: project,
        answer: "people"
      )
      #expect(!call.contains(token))
    }
    await sandbox.stop()
  }

  @Test(arguments: [
    ("ghp_0123456789abcdefghij0123456789abcdef", "a GitHub token"),
    ("sk_live_0123456789abcdef", "a Stripe key"), ("AKIAIOSFODNN7EXAMPLE", "an AWS access key"),
    ("xoxb-0123456789", "a Slack token"),
    (
      "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----", "a private key"
    ),
  ])
  func `another service's secret is named and reaches nobody`(
    secret: String,
    name: String
  ) async throws {
    let server = try RawHTTPServer(.answer(200, "{}"))
    defer { server.stop() }
    let base = "http://127.0.0.1:\(server.port)/v2"
    try await ScratchProject.with { project in
      let apply = try await Program.run(
        ["apply", "--token-stdin", "--base-url", base, "--json"],
        in: project,
        input: secret
      )
      #expect(apply.status == .exited(1))
      #expect(try JSON(apply.text).error?.kind == .text("token_malformed"))
      #expect(apply.text.contains(name) && !apply.text.contains(secret))
      let status = try await Program.run(
        ["status", "--base-url", base, "--json"],
        in: project,
        environment: ["ATTIO_API_KEY": secret]
      )
      #expect(status.status == .exited(1))
      #expect(try JSON(status.text).connection?.state == .text("token_malformed"))
      #expect(status.text.contains("unset ATTIO_API_KEY"))
      #expect(server.connections == 0)
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `a JSON Web Token is Attio's to judge, and a warning is on standard error`()
    async throws
  {
    let server = try RawHTTPServer(.answer(401, "{}"))
    defer { server.stop() }
    try await ScratchProject.with { project in
      let answer = try await Program.run(
        ["apply", "--token-stdin", "--base-url", "http://127.0.0.1:\(server.port)/v2", "--json"],
        in: project,
        input: "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"
      )
      #expect(answer.status != .exited(0) && answer.errorText.contains("JSON Web Token"))
      #expect(server.requests.first?.contains("Bearer eyJhbGci") == true)
    }
  }
}
