import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// `status` on real files, as people and scripts run it.
@Suite struct StatusTests {
  /// Sets a project up with the sandbox's token of a scenario and hands it to the body.
  private func withProject(
    _ scenario: SandboxScenario = .full,
    files: [String: String] = ["package.json": "{}\n"],
    _ body: (ScratchProject, RunningSandbox) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with(files: files) { project in
      let answer = try await Program.run(
        ["apply", "--token-stdin", "--no-verify", "--base-url", sandbox.apiURL],
        in: project,
        input: scenario.token
      )
      #expect(answer.status == .exited(0))
      try await body(project, sandbox)
    }
    await sandbox.stop()
  }

  private func status(
    _ arguments: [String] = [],
    of project: ScratchProject,
    _ url: String
  ) async throws -> ToolAnswer {
    try await Program.run(["status", "--base-url", url] + arguments, in: project)
  }

  @Test func `tells how long each phase took`() async throws {
    try await withProject { project, sandbox in
      let document = try JSON(
        try await status(["--json"], of: project, sandbox.apiURL).text
      )
      let timings = try #require(document.connection?.timings)
      #expect(timings.tls == .null)
      #expect(try #require(timings.connect?.number) >= 0)
      #expect(try #require(timings.first_byte?.number) > 0)
      let text = try await status(of: project, sandbox.apiURL).text
      #expect(text.split(separator: "\n").count { $0.hasPrefix("Timings: ") } == 1)
      let offline = try await status(["--offline", "--json"], of: project, sandbox.apiURL)
      #expect(try JSON(offline.text).connection?.timings?.connect == .null)
    }
  }
}
