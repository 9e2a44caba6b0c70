import SetupRuntime
import TestSupport
import Testing

/// The wizard's main job in a real terminal, on real files, with the real git and real HTTP.
@Suite(.alone) struct WizardTests {
  @Test func `from the paste to Connected in a repository`() async throws {
    try await ScratchProject.with { project in
      let token = try await Program.sandboxToken("full", in: project)
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.wait(for: "1 of 6")
        try await terminal.wait(for: "Use this folder")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Paste your Attio access token")
        try await terminal.paste(token + "\n")
        try await terminal.wait(for: "64 characters received")
        try await terminal.wait(for: "Continue with")
        try await terminal.press("Enter")
        try await terminal.wait(for: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Nothing has been written so far.")
        #expect(project.text(".env") == nil)
        try await terminal.press("Enter")
        let last = try await terminal.wait(for: "Connected to")
        #expect(last.contains("people, companies"))
        try await terminal.press("Enter")
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 0]"))
        #expect(after.contains("Undo with: attio-setup undo"))
        #expect(!(try await terminal.everything()).contains(token))
      }
      #expect(project.text(".env") == "ATTIO_API_KEY=\(token)\n")
      #expect(try project.mode(".env") == 0o600)
      try await Program.tool("git", ["check-ignore", "-q", ".env"], in: project)
      #expect(project.text(".env.example")?.contains("ATTIO_API_KEY=\n") == true)
      #expect(
        try project.names() == [".env", ".env.example", ".git", ".gitignore", "package.json"]
      )
    }
  }

  @Test func `outside a repository the rule is written all the same`() async throws {
    try await ScratchProject.with(git: false) { project in
      try await TmuxSession.with(project, ["--sandbox"], size: (60, 16)) { terminal in
        try await terminal.walk(to: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "4 of 6")
        try await terminal.wait(for: "Nothing has been written so far.")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Connected to")
        try await terminal.press("Enter")
        try await terminal.wait(for: "[exit 0]")
      }
      #expect(project.text(".gitignore")?.contains(".env\n") == true)
    }
  }

  @Test func `a tracked env file is left alone by Enter alone`() async throws {
    let files = ["package.json": "{}\n", ".env": "PORT=3000\n"]
    try await ScratchProject.with(files: files) { project in
      try await Program.tool("git", ["add", ".env"], in: project)
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.wait(for: "Git tracks .env")
        try await terminal.walk(to: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "git rm --cached .env")
        try await terminal.press("Enter")
        let after = try await terminal.wait(for: "[exit 1]")
        #expect(after.contains("Nothing was written."))
      }
      #expect(project.text(".env") == "PORT=3000\n")
      #expect(try await Program.tool("git", ["ls-files"], in: project) == ".env")
    }
  }

  @Test func `a tracked env file is untracked when the user says so`() async throws {
    let files = ["package.json": "{}\n", ".env": "PORT=3000\n"]
    try await ScratchProject.with(files: files) { project in
      try await Program.tool("git", ["add", ".env"], in: project)
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.walk(to: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "git rm --cached .env")
        try await terminal.press("Down", "Enter")
        try await terminal.wait(for: "git forgets it, file stays")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Connected to")
        try await terminal.press("C-c")
        try await terminal.wait(for: "[exit 0]")
      }
      #expect(project.text(".env")?.hasPrefix("PORT=3000\nATTIO_API_KEY=") == true)
      #expect(try await Program.tool("git", ["ls-files"], in: project) == "")
    }
  }

  @Test(arguments: ["1 of 6", "2 of 6", "3 of 6", "4 of 6"])
  func `Ctrl-C leaves with 130 and nothing written`(step: String) async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.walk(to: step)
        try await terminal.press("C-c")
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 130]"))
        #expect(after.contains("Nothing was written."))
      }
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test(arguments: ["1 of 6", "2 of 6", "3 of 6", "4 of 6", "6 of 6"])
  func `a crash in any step leaves the terminal as it was`(step: String) async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.walk(to: step)
        let program = try await terminal.programID()
        try await Program.tool("kill", ["-SEGV", "\(program)"], in: project)
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 139]"))
      }
    }
  }

  @Test func `going back keeps the answers`() async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.walk(to: "4 of 6")
        try await terminal.press("Escape")
        try await terminal.wait(for: "3 of 6")
        try await terminal.press("Escape")
        let token = try await terminal.wait(for: "2 of 6")
        #expect(token.contains("64 characters received"))
        #expect(token.contains("Continue with"))
      }
    }
  }

  @Test func `a window that becomes too small says so and recovers`() async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.wait(for: "Use this folder")
        try await terminal.resize(columns: 50, rows: 10)
        try await terminal.wait(for: "too small")
        try await terminal.resize(columns: 120, rows: 40)
        try await terminal.wait(for: "Use this folder")
      }
    }
  }
}
