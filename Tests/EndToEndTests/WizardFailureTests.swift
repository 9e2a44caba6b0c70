import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// The wizard where something goes wrong on the way.
@Suite(.alone) struct WizardFailureTests {
  private func wizard(
    _ project: ScratchProject,
    _ sandbox: RunningSandbox,
    _ body: (TmuxSession) async throws -> Void
  ) async throws {
    try await TmuxSession.with(project, ["--base-url", sandbox.apiURL]) { terminal in
      try await terminal.wait(for: "Use this folder")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Paste your Attio access token")
      try await body(terminal)
    }
  }

  private func toReview(_ terminal: TmuxSession, _ token: String) async throws {
    try await terminal.paste(token)
    try await terminal.wait(for: "Continue with")
    try await terminal.press("Enter")
    try await terminal.wait(for: "3 of 6")
    try await terminal.press("Enter")
    try await terminal.wait(for: "+ATTIO_API_KEY=")
  }

  private func control(_ action: String, _ token: String, _ sandbox: RunningSandbox) async throws {
    try await ScratchProject.with(git: false) { project in
      let url = "\(sandbox.appURL)/_sandbox/\(action)"
      try await Program.tool(
        "curl",
        ["-sf", "--data-binary", "@-", url],
        in: project,
        input: token
      )
    }
  }

  @Test func `a token that dies between review and apply is not called connected`() async throws {
    let sandbox = try await Sandbox().start()
    let token = SandboxScenario.full.token
    try await ScratchProject.with { project in
      try await wizard(project, sandbox) { terminal in
        try await toReview(terminal, token)
        try await control("revoke", token, sandbox)
        try await terminal.press("Enter")
        try await terminal.wait(for: "not active")
        let screen = try await terminal.wait(for: "5 of 6")
        #expect(!screen.contains("Connected"))
        let program = try await terminal.programID()
        try await Program.tool("kill", ["-SEGV", "\(program)"], in: project)
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 139]"))
      }
    }
    await sandbox.stop()
  }

  @Test func `a dead token stays in the field with the reason`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      try await wizard(project, sandbox) { terminal in
        try await terminal.paste("export ATTIO_API_KEY=\"\(SandboxScenario.inactive.token)\"\n")
        let screen = try await terminal.wait(for: "not active")
        #expect(screen.contains("64 characters received"))
        #expect(screen.contains("Removed:"))
        try await terminal.press("C-c")
        try await terminal.wait(for: "[exit 130]")
      }
      #expect(try project.names() == [".git", "package.json"])
    }
    await sandbox.stop()
  }

  @Test func `Ctrl-C ends a question to Attio at once`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      try await wizard(project, sandbox) { terminal in
        try await terminal.paste(SandboxScenario.slow.token)
        try await terminal.wait(for: "Asking")
        try await terminal.press("C-c")
        let after = try await terminal.wait(for: "[exit 130]", within: .seconds(5))
        #expect(after.contains("Nothing was written."))
      }
    }
    await sandbox.stop()
  }

  @Test func `a file that changed since the plan leads to a new plan`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with(files: ["package.json": "{}", ".env": "A=1\n"]) { project in
      try await wizard(project, sandbox) { terminal in
        try await toReview(terminal, SandboxScenario.full.token)
        try project.write("A=2\n", to: ".env")
        try await terminal.press("Enter")
        try await terminal.wait(for: "changed on disk")
        #expect(project.text(".env") == "A=2\n")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Connected to")
      }
      #expect(project.text(".env") == "A=2\nATTIO_API_KEY=\(SandboxScenario.full.token)\n")
    }
    await sandbox.stop()
  }

  @Test func `a terminal without bracketed paste may send the token in one burst`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      try await wizard(project, sandbox) { terminal in
        try await terminal.press(SandboxScenario.full.token)
        try await terminal.wait(for: "64 characters received")
        try await terminal.wait(for: "Continue with")
        try await terminal.press("C-c")
        try await terminal.wait(for: "[exit 130]")
      }
    }
    await sandbox.stop()
  }

  @Test func `a hostile workspace name draws nothing but itself`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      try await wizard(project, sandbox) { terminal in
        try await terminal.paste(SandboxScenario.hostileText.token)
        let screen = try await terminal.wait(for: "Continue with")
        #expect(screen.contains("2 of 6"))
        #expect(screen.split(separator: "\n").allSatisfy { $0.count <= 80 })
      }
    }
    await sandbox.stop()
  }
}
