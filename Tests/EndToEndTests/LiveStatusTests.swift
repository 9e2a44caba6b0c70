import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// The status screen in a real terminal, against the sandbox.
@Suite(.alone) struct LiveStatusTests {
  private func control(
    _ action: String,
    _ token: String,
    _ sandbox: RunningSandbox,
    in project: ScratchProject
  ) async throws {
    let url = "\(sandbox.appURL)/_sandbox/\(action)"
    try await Program.tool("curl", ["-sf", "--data-binary", "@-", url], in: project, input: token)
  }

  private func applied(
    _ sandbox: RunningSandbox,
    _ body: (ScratchProject) async throws -> Void
  ) async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(
        ["apply", "--token-stdin", "--base-url", sandbox.apiURL],
        in: project,
        input: SandboxScenario.full.token
      )
      #expect(answer.status == .exited(0))
      try await body(project)
    }
  }

  @Test func `a watch sees a token die, another is set up, and the screen recovers`() async throws {
    let sandbox = try await Sandbox().start()
    try await applied(sandbox) { project in
      let arguments = ["status", "--watch", "1", "--base-url", sandbox.apiURL]
      try await TmuxSession.with(project, arguments) { terminal in
        try await terminal.wait(for: "Connected to Sandbox Workspace")
        try await control("revoke", SandboxScenario.full.token, sandbox, in: project)
        try await terminal.wait(for: "The token is not active")
        try await terminal.press("t")
        try await terminal.wait(for: "Use this folder")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Paste your Attio access token")
        try await terminal.paste(SandboxScenario.readOnly.token)
        try await terminal.wait(for: "Continue with")
        try await terminal.press("Enter")
        try await terminal.wait(for: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "+ATTIO_API_KEY=")
        try await terminal.press("Enter")
        try await terminal.wait(for: "6 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Last checked")
        try await terminal.press("C-c")
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 130]"))
        let everything = try await terminal.everything()
        #expect(!everything.contains(SandboxScenario.full.token))
        #expect(!everything.contains(SandboxScenario.readOnly.token))
      }
      #expect(project.text(".env") == "ATTIO_API_KEY=\(SandboxScenario.readOnly.token)\n")
    }
    await sandbox.stop()
  }

  @Test func `Enter mends the mode, and undo takes it back`() async throws {
    let sandbox = try await Sandbox().start()
    try await applied(sandbox) { project in
      try await Program.tool("chmod", ["644", ".env"], in: project)
      try await TmuxSession.with(project, ["status", "--base-url", sandbox.apiURL]) { terminal in
        try await terminal.wait(for: "Enter makes the file readable by you alone")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Undo with: attio-setup undo")
        #expect(try project.mode(".env") == 0o600)
        try await terminal.press("Escape")
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 0]"))
      }
      let undone = try await Program.run(["undo"], in: project)
      #expect(undone.status == .exited(0))
      #expect(try project.mode(".env") == 0o644)
    }
    await sandbox.stop()
  }

  @Test func `a watch under a minute is refused for anything but this machine`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(["status", "--watch", "5"], in: project)
      #expect(answer.status == .exited(64))
      #expect(answer.errorText.contains("60"))
    }
  }
}
