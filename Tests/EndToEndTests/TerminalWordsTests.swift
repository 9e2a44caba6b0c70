import AttioSandbox
import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// Text at a terminal's width and in its characters, in every command that speaks to people.
@Suite(.alone) struct TerminalWordsTests {
  static let reports = [
    ["status", "--sandbox", "--probe"], ["apply", "--sandbox", "--dry-run"], ["scopes"],
    ["workspaces"], ["undo"], ["scopes", "--for", "POST /v2/tasks"], ["client", "--write"],
    ["status", "--watch", "1", "--offline", "--no-input"],
    ["run", "--workspace", "nobody", "--", "true"],
  ]

  /// Lines of more than a word that are wider than the terminal, differences and commands for a file apart.
  private func tooWide(_ text: String, _ columns: Int) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init).filter { line in
      let isVerbatim =
        line.hasPrefix("+") || line.hasPrefix("-") || line.hasPrefix("@@")
        || line.hasPrefix("  # attio-")
      return !isVerbatim && DisplayWidth.of(line) > columns
        && line.split(separator: " ").count > 1
    }
  }

  @Test(arguments: reports, [40, 80])
  func `a report is broken between words`(arguments: [String], columns: Int) async throws {
    try await ScratchProject.with { project in
      let terminal = try PseudoTerminal(columns: columns)
      try terminal.spawn(
        Program.path,
        arguments.first == "scopes" || arguments.first == "run"
          ? arguments : [arguments[0], "--directory", project.directory] + arguments.dropFirst(),
        environment: project.environment
      )
      _ = try terminal.waitForExit()
      #expect(!terminal.text.isEmpty)
      #expect(tooWide(terminal.text, columns) == [])
    }
  }

  @Test(arguments: [40, 80])
  func `the line mode is broken between words`(columns: Int) async throws {
    try await ScratchProject.with { project in
      let terminal = try PseudoTerminal(columns: columns)
      try terminal.spawn(
        Program.path,
        ["--sandbox", "--plain", "--directory", project.directory],
        environment: project.environment
      )
      for _ in 0..<3 {
        let start = terminal.output.count
        try terminal.waitForOutput("> ", from: start)
        try terminal.write("\n")
      }
      try terminal.write("\u{3}")
      _ = try terminal.waitForExit()
      #expect(tooWide(terminal.text, columns) == [])
    }
  }

  @Test(arguments: [["LANG": "C"], ["LANG": "en_US.ISO-8859-1"], ["LC_ALL": "POSIX"]])
  func `where characters are not UTF-8, text is ASCII`(variables: [String: String]) async throws {
    let file = [".env": "ATTIO_API_KEY=\(SandboxScenario.full.token)\n", "package.json": "{}\n"]
    try await ScratchProject.with(files: file) { project in
      for arguments in Self.reports + [
        ["--help"], ["help", "status"], ["apply", "--sandbox"], ["undo", "--list"], ["undo"],
      ] {
        let answer = try await Program.run(arguments, in: project, environment: variables)
        #expect(
          (answer.output + Array(answer.errorText.utf8)).allSatisfy { $0 < 0x80 },
          "\(arguments)"
        )
      }
      let json = try await Program.run(["scopes", "--json"], in: project, environment: variables)
      #expect(json.status == .exited(0))
      for arguments in [["--plain"], []] {
        let terminal = try PseudoTerminal()
        try terminal.spawn(
          Program.path,
          ["--sandbox", "--directory", project.directory] + arguments,
          environment: project.environment.merging(variables) { $1 }
        )
        try terminal.waitForOutput("Use this folder")
        try terminal.write("\u{3}")
        #expect(try terminal.waitForExit() == .code(130))
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
        // ECMA-48 REP, which not every terminal knows that says it is an xterm.
        #expect(terminal.text.firstMatch(of: /\x1B\[\d+b/) == nil)
      }
    }
  }

  @Test(arguments: [(59, 24), (80, 15)])
  func `a window that is too small at the start is told why there are lines`(
    columns: Int,
    rows: Int
  ) async throws {
    try await ScratchProject.with { project in
      let terminal = try PseudoTerminal(columns: columns, rows: rows)
      try terminal.spawn(
        Program.path,
        ["--sandbox", "--directory", project.directory],
        environment: project.environment
      )
      try terminal.waitForOutput("This window is \(columns)x\(rows); the full screen needs 60x16.")
      try terminal.waitForOutput("Use this folder")
      try terminal.write("q\n")
      #expect(try terminal.waitForExit() == .code(130))
    }
  }
}
