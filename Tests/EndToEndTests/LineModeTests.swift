import SetupRuntime
import TestSupport
import Testing

/// The same program without a full screen: for a screen reader, a dumb terminal, a small window.
@Suite(.alone) struct LineModeTests {
  /// What makes the program speak in lines, as a command line in front of it and its size.
  enum Reason: String, CaseIterable, Sendable {
    case option, accessible, dumb, small
    /// Known to nobody, and the usual names are hidden as well.
    case noTerminfo
  }

  private func open(
    _ reason: Reason,
    in project: ScratchProject,
    _ arguments: [String] = ["--sandbox"],
    _ body: (TmuxSession) async throws -> Void
  ) async throws {
    let variables: [String: String] =
      switch reason {
      case .accessible: ["ACCESSIBLE": "1"]
      case .dumb: ["TERM": "dumb"]
      case .noTerminfo: ["TERM": "martian", "TERMINFO": "/nowhere", "TERMINFO_DIRS": "/nowhere"]
      case .option, .small: [:]
      }
    try await TmuxSession.with(
      project,
      arguments + (reason == .option ? ["--plain"] : []),
      size: reason == .small ? (59, 15) : (80, 24),
      environment: variables,
      body
    )
  }

  @Test(arguments: Reason.allCases.filter { $0 != .noTerminfo })
  func `the whole way by Enter and one paste`(reason: Reason) async throws {
    try await ScratchProject.with { project in
      let token = try await Program.sandboxToken("full", in: project)
      try await open(reason, in: project) { terminal in
        try await terminal.waitInAll(for: "Enter alone: 1, Use this folder.")
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "Paste the token; it is not shown.")
        try await terminal.paste(token + "\n")
        try await terminal.waitInAll(for: "Enter alone: 1, Continue with")
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "Step 3 of 6: Scopes")
        try await terminal.waitInAll(for: "Enter alone: continue.")
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "Enter alone: write.")
        #expect(project.text(".env") == nil)
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "OK: Connected to")
        try await terminal.waitInAll(for: "Enter alone: 1, Close")
        try await terminal.press("Enter")
        let all = try await terminal.waitInAll(for: "[terminal same]")
        let words = all.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(words.contains("[exit 0]") && words.contains("Undo with: attio-setup undo"))
        #expect(!all.contains(token))
      }
      #expect(project.text(".env") == "ATTIO_API_KEY=\(token)\n")
      #expect(try project.mode(".env") == 0o600)
    }
  }

  @Test func `no byte of it moves the cursor or asks the terminal anything`() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let environment = ["TERM": "dumb", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    try terminal.spawn(Program.path, ["--sandbox", "--directory", "/"], environment: environment)
    try terminal.waitForOutput("Enter alone")
    try terminal.write("?\n")
    try terminal.waitForOutput("A number takes the answer beside it")
    terminal.send(signal: 2)
    #expect(try terminal.waitForExit() == .code(130))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131)])
  func `a signal at the secret's prompt gives the terminal its echo back`(
    signal: String,
    code: Int
  ) async throws {
    try await ScratchProject.with { project in
      try await open(.option, in: project) { terminal in
        try await terminal.waitInAll(for: "Use this folder")
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "it is not shown")
        let id = try await terminal.programID()
        try await Program.tool("sh", ["-c", "kill -\(signal) \(id)"], in: project)
        try await terminal.waitInAll(for: "[exit \(code)]")
        try await terminal.waitInAll(for: "[terminal same]")
        #expect(try await terminal.everything().contains("Nothing was written."))
      }
    }
  }

  @Test(arguments: [["--plain", "--sandbox"], ["--sandbox"], ["status", "--sandbox"]])
  func `Ctrl-Z gives the shell its terminal, and fg comes back`(arguments: [String]) async throws {
    try await ScratchProject.with { project in
      let line = "'\(Program.path)' \(arguments.joined(separator: " "))"
      try await TmuxSession.withShell(project) { terminal in
        try await terminal.enter("stty -g > before")
        try await terminal.enter(line)
        let sign = arguments[0] == "status" ? "No token" : "Use this folder"
        try await terminal.waitInAll(for: sign)
        try await terminal.press("C-z")
        try await terminal.waitInAll(for: "Stopped")
        try await terminal.enter("stty -g > during; cmp before during && echo same-$((40+2))")
        try await terminal.waitInAll(for: "same-42")
        try await terminal.enter("fg; echo \"[exit $?]\"")
        // The shell says what it continues; the full screen comes back.
        let isPlain = arguments.contains("--plain")
        try await terminal.waitInAll(for: isPlain ? line : sign, times: isPlain ? 3 : 1)
        try await terminal.press("C-c")
        try await terminal.waitInAll(for: "[exit 130]")
        try await terminal.enter("stty -g > after; cmp before after && echo same-$((41+2))")
        try await terminal.waitInAll(for: "same-43")
      }
    }
  }

  @Test func `a token for --token-stdin that is typed at a terminal does not show`() async throws {
    try await ScratchProject.with { project in
      let token = try await Program.sandboxToken("full", in: project)
      try await TmuxSession.with(project, ["apply", "--sandbox", "--token-stdin"]) { terminal in
        try await terminal.wait(for: "It does not show.")
        try await terminal.paste(token)
        try await terminal.press("Enter")
        try await terminal.wait(for: "[exit 0]")
        let all = try await terminal.everything()
        #expect(all.contains("[terminal same]") && !all.contains(token.prefix(12)))
      }
      try await TmuxSession.withShell(project) { terminal in
        try await terminal.enter("stty -g >before; \(Program.path) apply --sandbox --token-stdin")
        try await terminal.wait(for: "It does not show.")
        try await terminal.type("half")
        try await terminal.press("C-c")
        try await terminal.wait(for: "Nothing was written.")
        try await terminal.enter("echo \"[exit $?]\"; stty -g | cmp before && echo same")
        let all = try await terminal.wait(for: "\nsame")
        #expect(all.contains("[exit 130]") && !all.contains("half"))
      }
    }
  }

  @Test func `Ctrl-D leaves, and b goes back with the answers kept`() async throws {
    try await ScratchProject.with { project in
      try await open(.option, in: project) { terminal in
        try await terminal.waitInAll(for: "Use this folder")
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "Paste the token; it is not shown.")
        try await terminal.press("1", "Enter")
        try await terminal.waitInAll(for: "Enter alone: 1, Continue with")
        try await terminal.press("b", "Enter")
        try await terminal.waitInAll(for: "Token now: none", times: 2)
        try await terminal.press("Enter")
        try await terminal.waitInAll(for: "Enter alone: 1, Continue with", times: 2)
        try await terminal.press("C-d")
        try await terminal.waitInAll(for: "[exit 130]")
        try await terminal.waitInAll(for: "[terminal same]")
      }
      #expect(project.text(".env") == nil)
    }
  }

  @Test func `the status can be read out, mended and left`() async throws {
    let files = [
      "package.json": "{}\n", ".env": "", ".gitignore": ".env\n.env.local\n.env.*.local\n",
    ]
    try await ScratchProject.with(files: files) { project in
      let token = try await Program.sandboxToken("full", in: project)
      try project.write("ATTIO_API_KEY=\(token)\n", to: ".env")
      try await Program.tool("chmod", ["644", ".env"], in: project)
      try await open(.option, in: project, ["status", "--sandbox"]) { terminal in
        let all = try await terminal.waitInAll(for: "Letters:")
        #expect(all.contains("warn: "))
        #expect(all.contains("r check again"))
        let row = try #require(
          all.split(separator: "\n").first { $0.contains("mode 0644") }
        )
        let number = try #require(row.first)
        try await terminal.press(String(number), "Enter")
        try await terminal.waitInAll(for: "Done. Undo with: attio-setup undo")
        try await terminal.press("b", "Enter")
        try await terminal.waitInAll(for: "[terminal same]")
      }
      #expect(try project.mode(".env") == 0o600)
    }
  }
}
