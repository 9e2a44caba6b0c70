import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// Several runs of the program on one project, and on one store.
@Suite(.alone) struct TurnsTests {
  /// Runs a script in which `$A` is the program, `hold` has the project's turn in the descriptor 9 and
  /// `waiting FILE` returns when a run has said there that it waits.
  private func bash(_ script: String, in project: ScratchProject) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "bash",
        [
          "-c",
          """
          A='\(Program.path)'
          hold() { exec 9<.; flock 9; }
          waiting() { for _ in $(seq 1000); do grep -q 'Waiting for it' "$1" && return; sleep 0.01; done; }
          set -m
          \(script)
          """,
        ],
        directory: project.directory,
        environment: project.environment,
        timeLimit: .seconds(60)
      )
    )
  }

  @Test func `a run waits for another one, says so, and takes the files as they are then`()
    async throws
  {
    try await ScratchProject.with { project in
      let answer = try await bash(
        """
        hold
        "$A" apply --sandbox --json 9<&- >document 2>said & one=$!
        waiting said
        ls; printf 'LATE=1\\n' > .env; exec 9<&-
        wait $one; echo $?
        """,
        in: project
      )
      #expect(answer.text == "document\npackage.json\nsaid\n0")
      #expect(
        project.text("said")
          == "Another attio-setup is changing this project. Waiting for it to finish … "
          + "(Ctrl-C leaves)\n"
      )
      let env = try #require(project.text(".env"))
      #expect(env.hasPrefix("LATE=1\n") && env.contains("ATTIO_API_KEY="))
      #expect(try JSON(project.text("document") ?? "").applied == .bool(true))
    }
  }

  @Test func `two projects of one repository take turns, and a dry run needs none`() async throws {
    try await ScratchProject.with(files: ["package.json": "{}\n"]) { project in
      let answer = try await bash(
        """
        mkdir -p web; echo '{}' > web/package.json; hold
        "$A" apply --sandbox --directory web 9<&- >/dev/null 2>said & one=$!
        waiting said
        "$A" apply --sandbox --dry-run 9<&- >/dev/null; echo $?
        exec 9<&-; wait $one; echo $?
        """,
        in: project
      )
      #expect(answer.text == "0\n0")
      #expect(project.text("web/.env")?.contains("ATTIO_API_KEY=") == true)
    }
  }

  @Test(arguments: ["apply --sandbox", "undo --no-input"], ["INT 130", "TERM 143"])
  func `the wait can be left, and nothing was done`(command: String, signal: String) async throws {
    let words = signal.split(separator: " ").map(String.init)
    try await ScratchProject.with { project in
      let answer = try await bash(
        """
        "$A" apply --sandbox >/dev/null; cp .env before
        hold
        "$A" \(command) 9<&- >out 2>said & one=$!
        waiting said; kill -\(words[0]) $one; wait $one; echo $?
        cmp .env before && tail -n +2 said
        """,
        in: project
      )
      #expect(answer.text.hasPrefix("\(words[1])\n"))
      #expect(answer.text.contains("Nothing was"))
    }
  }

  @Test func `undo waits, and then undoes the run that is the last one`() async throws {
    try await ScratchProject.with { project in
      let answer = try await bash(
        """
        "$A" apply --sandbox >/dev/null
        hold
        "$A" undo --no-input 9<&- >undone 2>said & one=$!
        waiting said; exec 9<&-; wait $one; echo $?; ls -A | grep env
        """,
        in: project
      )
      #expect(answer.text == "0")
    }
  }

  /// Which of the five is first differs from round to round.
  @Test(arguments: 1...6)
  func `five at once lose nothing, and undo leads back to the beginning`(round: Int) async throws {
    try await ConnectedProject.with(2...2) { connected in
      let project = connected.project
      try project.write("A=1\n", to: ".env")
      try project.write("node_modules\n", to: ".gitignore")
      async let connect = ConnectRun.with(connected) { run in
        try await run.browse("sandbox=approve&sandbox_workspace=1")
      }
      async let removed = connected.run(["workspaces", "remove", "second-workspace"])
      async let one = apply(.full, connected)
      async let two = apply(.readOnly, connected)
      async let undone = connected.run(["undo", "--no-input"])
      let answers = try await [connect, removed, one, two]
      for answer in answers { #expect([0, 1].contains(answer.code), "\(answer.errorText)") }
      // Nothing had been run yet when it came first.
      let undo = try await undone
      #expect(undo.code == 0 || undo.errorText.contains("no run"), "\(undo.errorText)")
      try await confirmWhole(connected)
      try await undoAll(connected)
      #expect(project.text(".env") == "A=1\n")
      #expect(project.text(".gitignore") == "node_modules\n")
      #expect(try project.names() == [".env", ".git", ".gitignore", "package.json"])
    }
  }

  private func apply(
    _ scenario: SandboxScenario,
    _ connected: ConnectedProject
  ) async throws -> ToolAnswer {
    try await connected.run(["apply", "--token-stdin"], input: scenario.token)
  }

  /// The first line is there, each setting at most once, and the store has what was connected alone.
  private func confirmWhole(_ connected: ConnectedProject) async throws {
    let env = try #require(connected.project.text(".env")).split(separator: "\n")
    #expect(env.first == "A=1")
    let names = env.dropFirst().compactMap { $0.split(separator: "=").first }
      .filter { !$0.hasPrefix("#") }
    #expect(Set(names).count == names.count, "\(env)")
    #expect(try connected.store.workspaces().map(\.slug) == ["sandbox-workspace"])
  }

  private func undoAll(_ connected: ConnectedProject) async throws {
    for _ in 0..<5 {
      let answer = try await connected.run(["undo", "--no-input"])
      guard answer.code == 0 else {
        #expect(answer.errorText.contains("no run"), "\(answer.errorText)")
        return
      }
    }
    Issue.record("There is no end of runs to undo.")
  }
}

extension ToolAnswer {
  fileprivate var code: Int32? { if case .exited(let code) = status { code } else { nil } }
}
