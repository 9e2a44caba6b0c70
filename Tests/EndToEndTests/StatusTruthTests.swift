import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// What `status` and `apply` claim, against what the app would meet.
@Suite(.alone) struct StatusTruthTests {
  private static func token(_ scenario: SandboxScenario) -> String { scenario.token }

  /// Runs in a project with a token in `.env`, outside of a repository.
  private func with(
    _ scenario: SandboxScenario,
    _ body: (ScratchProject, RunningSandbox) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox().start()
    let files = ["package.json": "{}\n", ".env": "ATTIO_API_KEY=\(Self.token(scenario))\n"]
    try await ScratchProject.with(git: false, files: files) { project in
      try await body(project, sandbox)
    }
    await sandbox.stop()
  }

  private func status(
    _ options: [String],
    in project: ScratchProject,
    _ sandbox: RunningSandbox,
    environment: [String: String] = [:]
  ) async throws -> ToolAnswer {
    try await Program.run(
      ["status", "--base-url", sandbox.apiURL] + options,
      in: project,
      environment: environment
    )
  }

  @Test func `a call is judged with this token`() async throws {
    try await with(.readOnly) { project, sandbox in
      let calls = ["--for", "POST /v2/notes", "--for", "GET /v2/webhooks"]
      let text = try await status(calls, in: project, sandbox)
      #expect(text.status == .exited(1))
      #expect(
        text.text.hasPrefix(
          "Connected to Sandbox Workspace (sandbox-workspace), but POST /v2/notes needs note:read-write"
        )
      )
      let json = try JSON(try await status(calls + ["--json"], in: project, sandbox).text)
      let judged = try #require(json.calls?.elements)
      #expect(judged.map { $0.verdict } == [.text("missing"), .text("granted")])
      #expect(judged[0].missing?.elements.first == .text("note:read-write"))
      #expect(json.token?.level == .text("workspace"))
      #expect(json.connection?.remedy?.string?.contains("note:read-write") == true)
      let good = try await status(["--for", "GET /v2/notes"], in: project, sandbox)
      #expect(good.status == .exited(0))
      #expect(good.text.contains("The token reads 12 resources, writes none."))
    }
  }

  @Test func `a call that Attio does not have is wrong usage, with the nearest ones`() async throws
  {
    try await with(.full) { project, sandbox in
      let answer = try await status(["--for", "GET /v2/note"], in: project, sandbox)
      #expect(answer.status == .exited(64))
      #expect(answer.errorText.contains("GET /v2/notes"))
    }
  }

  @Test func `a member's token may not make a workspace's call`() async throws {
    try await with(.userLevel) { project, sandbox in
      let answer = try await status(["--json", "--for", "GET /v2/webhooks"], in: project, sandbox)
      let json = try JSON(answer.text)
      #expect(answer.status == .exited(1))
      #expect(json.token?.level == .text("user"))
      let call = try #require(json.calls?.elements.first)
      #expect(call.verdict == .text("missing") && call.level == .text("workspace"))
    }
  }

  @Test func `the shell's dead value is the cause where the file's works`() async throws {
    try await with(.full) { project, sandbox in
      let shell = ["ATTIO_API_KEY": Self.token(.inactive)]
      let answer = try await status(["--json"], in: project, sandbox, environment: shell)
      let json = try JSON(answer.text)
      #expect(answer.status == .exited(1))
      #expect(
        json.headline
          == .text(
            "Your shell's ATTIO_API_KEY overrides .env, and it is dead; the one in .env works"
          )
      )
      #expect(json.connection?.remedy == .text("Run: unset ATTIO_API_KEY"))
      #expect(json.connection?.state == .text("token_inactive"))
    }
  }

  @Test func `offline says that Attio was not asked`() async throws {
    try await with(.full) { project, sandbox in
      let json = try JSON(
        try await status(["--offline", "--json"], in: project, sandbox).text
      )
      #expect(json.connection?.state == .text("not_checked"))
      #expect(json.connection?.message?.string?.contains("Only the local checks were made") == true)
    }
  }

  @Test func `a sandbox's token is not sent to the real Attio`() async throws {
    try await with(.full) { project, _ in
      let answer = try await Program.run(["status"], in: project)
      #expect(answer.status == .exited(1))
      #expect(answer.text.hasPrefix(".env holds a sandbox token"))
      #expect(answer.text.contains("it works only with --sandbox"))
    }
  }
}
