import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// `workspaces check`, against the sandbox and against servers that misbehave.
@Suite(.alone) struct WorkspacesCheckTests {
  @Test func `asks two hundred workspaces, once each and not too fast`() async throws {
    try await ConnectedProject.with(1...200) { connected in
      let start = ContinuousClock.now
      let answer = try await connected.run(["workspaces", "check", "--json"])
      #expect(ContinuousClock.now - start > .seconds(2))
      #expect(answer.status == .exited(0))
      let rows = try #require(try JSON(answer.text).workspaces?.elements)
      #expect(rows.count == 200)
      #expect(rows.allSatisfy { $0.connection?.state == .text("connected") })
      #expect(rows.map { $0.slug?.string ?? "" } == rows.map { $0.slug?.string ?? "" }.sorted())
      #expect(rows.allSatisfy { $0.verified_at?.string?.hasSuffix("Z") == true })
      let noted = try connected.store.workspaces()
      #expect(noted.allSatisfy { $0.verifiedAt != nil && $0.scopes.count == 16 })
    }
  }

  @Test func `one line for each, and the exit code of the worst`() async throws {
    try await ConnectedProject.with(1...3) { connected in
      let token = try await connected.token("second-workspace")
      try await Program.tool(
        "curl",
        ["-sf", "--data-binary", token, "\(connected.sandbox.appURL)/_sandbox/revoke"],
        in: connected.project
      )
      try await connected.save(SandboxScenario.rateLimitedSeconds.token, of: 3)
      let answer = try await connected.run(["workspaces", "check"])
      #expect(answer.status == .exited(1))
      let lines = answer.text.split(separator: "\n").map(String.init)
      #expect(lines[0].hasPrefix("✓ good     sandbox-workspace"))
      #expect(lines[1].hasPrefix("✗ action   second-workspace"))
      #expect(lines[2].hasPrefix("! unknown  workspace-3"))
      #expect(lines.contains("3 workspaces: 1 good, 1 in need of action, 1 unknown."))
      #expect(answer.errorText.isEmpty)
      #expect(!answer.text.contains(token))

      _ = try await connected.run(["workspaces", "remove", "second-workspace"])
      let unknown = try await connected.run(["workspaces", "check"])
      #expect(unknown.status == .exited(2))
    }
  }

  @Test func `a token goes to the API that gave it and to no other`() async throws {
    let server = try RawHTTPServer { _ in [.readRequest, .answer(401, "{}")] }
    defer { server.stop() }
    try await ConnectedProject.with(1...1) { connected in
      try await connected.save(
        SandboxScenario.full.token,
        of: 2,
        api: "https://api.attio.com/v2"
      )
      let answer = try await connected.run(
        ["workspaces", "check", "--json"],
        environment: ["ATTIO_BASE_URL": "http://127.0.0.1:\(server.port)/v2"]
      )
      #expect(answer.status == .exited(1))
      let rows = try #require(try JSON(answer.text).workspaces?.elements)
      #expect(rows.map(\.connection?.state) == [.text("unauthorized"), .text("not_checked")])
      #expect(rows[1].connection?.message?.string?.contains("https://api.attio.com/v2") == true)
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: [429, 500, 503])
  func `a refusal is not asked about again`(status: Int) async throws {
    let server = try RawHTTPServer { _ in [.readRequest, .answer(status, "{}")] }
    defer { server.stop() }
    try await ConnectedProject.with(1...5) { connected in
      let answer = try await connected.run(
        ["workspaces", "check"],
        environment: ["ATTIO_BASE_URL": "http://127.0.0.1:\(server.port)/v2"]
      )
      #expect(answer.status == .exited(2))
      #expect(server.requests.count == 5)
    }
  }

  @Test func `a signal ends it at once and keeps what is known`() async throws {
    let server = try RawHTTPServer { _ in [.readRequest, .hold] }
    defer { server.stop() }
    try await ConnectedProject.with(1...40) { connected in
      let before = try connected.store.workspaces()
      // The sixteen that are under way are asked by then, and nobody answers them.
      let project = connected.project
      async let running = ToolRunner().run(
        ToolRequest(
          "sh",
          [
            "-c", "echo $$ > ../pid; exec \"$0\" \"$@\"", Program.path, "workspaces", "check",
            "--timeout", "60", "--base-url", "http://127.0.0.1:\(server.port)/v2",
          ],
          directory: project.directory,
          environment: project.environment,
          timeLimit: .seconds(40)
        )
      )
      let deadline = ContinuousClock.now + .seconds(20)
      while server.requests.count < 16, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(server.requests.count == 16)
      let start = ContinuousClock.now
      try await Program.tool(
        "sh",
        ["-c", "kill -INT $(cat ../pid)"],
        in: project
      )
      let answer = try await running
      #expect(answer.status == .signalled(2))
      #expect(ContinuousClock.now - start < .seconds(5))
      #expect(answer.errorText.contains("stopped after 0 of 40 workspaces"))
      #expect(try connected.store.workspaces() == before)
    }
  }

  @Test func `in a terminal it counts`() async throws {
    try await ConnectedProject.with(1...3) { connected in
      try await TmuxSession.with(
        connected.project,
        ["workspaces", "check", "--base-url", connected.sandbox.apiURL]
      ) { session in
        let screen = try await session.wait(for: "[exit 0]")
        #expect(screen.contains("3 workspaces: 3 good."))
        // The counting is gone when the result stands there.
        #expect(!screen.contains("of 3"))
      }
    }
  }
}
