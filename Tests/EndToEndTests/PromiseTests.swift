import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What scripts may rely on beside the job itself: what is never told, and what never stays behind.
@Suite(.alone) struct PromiseTests {
  private let token = SandboxScenario.full.token

  @Test(arguments: [
    ["apply", "TOKEN"],
    ["apply", "--token=TOKEN"],
    ["apply", "--token-stdin=TOKEN"],
    ["apply", "--token-file", "TOKEN"],
    ["apply", "--sandbox", "--scopes", "TOKEN"],
    ["apply", "--sandbox", "--preset", "TOKEN"],
    ["status", "--TOKEN"],
    ["TOKEN"],
  ])
  func `an error does not repeat a token that was given as an argument`(
    arguments: [String]
  ) async throws {
    try await ScratchProject.with { project in
      let given = arguments.map { $0.replacing("TOKEN", with: token) }
      for more in [[], ["--json"]] {
        let answer = try await Program.run(given + more, in: project)
        #expect([.exited(64), .exited(3)].contains(answer.status))
        // Nor a good part of it, where a text is cut.
        let part = token.prefix(32)
        #expect(!answer.text.contains(part) && !answer.errorText.contains(part))
      }
    }
  }

  @Test func `git does not get the shell's token`() async throws {
    try await ScratchProject.with { project in
      try tool("git", "#!/bin/sh\nenv >> '\(project.root)/seen'\nexit 1\n", in: project)
      _ = try await Program.run(
        ["status", "--offline", "--variable", "MY_KEY"],
        in: project,
        environment: [
          "PATH": path(in: project), "ATTIO_API_KEY": token, "MY_KEY": token,
          "ATTIO_ACCESS_TOKEN": token,
        ]
      )
      let seen = try #require(project.text("../seen"))
      #expect(seen.contains("HOME=") && !seen.contains(token))
    }
  }

  @Test(arguments: [("TERM", Int32(15)), ("INT", 2), ("HUP", 1)])
  func `a signal ends apply with a last line that says what was written`(
    name: String,
    number: Int32
  ) async throws {
    try await ScratchProject.with { project in
      try tool("git", "#!/bin/sh\nkill -\(name) $PPID\nexec sleep 20\n", in: project)
      let answer = try await Program.run(
        ["apply", "--token-stdin", "--no-verify"],
        in: project,
        input: token,
        environment: ["PATH": path(in: project)]
      )
      #expect(answer.status == .signalled(number))
      #expect(answer.errorText.hasSuffix("\nNothing was written."))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test(arguments: ["", "two\nlines", "a\u{7F}"])
  func `an env file's name is one line of text`(name: String) async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(
        ["apply", "--sandbox", "--env-file", name],
        in: project
      )
      #expect(answer.status == .exited(64))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test(arguments: ["\u{0}", "A=1\n\u{0}B=2\n"])
  func `an env file that cannot be read is no missing token`(text: String) async throws {
    try await ScratchProject.with(files: [".env": text]) { project in
      let answer = try await Program.run(["status", "--offline", "--json"], in: project)
      #expect(answer.status == .exited(3))
      #expect(try JSON(answer.text).error?.kind == .text("file"))
    }
  }

  @Test func `the plan names the modes that new files get`() async throws {
    try await ScratchProject.with { project in
      let line = "umask 077; exec \"$0\" apply --sandbox --json"
      let document = try JSON(try await shell(line, in: project).text)
      #expect(document.plan?.elements.map(\.mode) == ["0600", "0600", "0600"].map(JSON.text))
      #expect(try project.mode(".gitignore") == 0o600)
    }
  }

  @Test func `a closed standard input is an empty one`() async throws {
    try await ScratchProject.with { project in
      let answer = try await shell("\"$0\" apply --token-stdin --json <&-", in: project)
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.kind == .text("token_missing"))
    }
  }

  @Test func `a result that is lost on its way out is a failure`() async throws {
    try await ScratchProject.with { project in
      let answer = try await shell("\"$0\" sandbox --list-tokens > /dev/full", in: project)
      #expect(answer.status == .exited(3))
      #expect(answer.errorText.contains("standard output"))
    }
  }

  @Test func `undo takes back the last run in the folder, or in the one that is named`()
    async throws
  {
    try await ScratchProject.with { project in
      for folder in ["one", "two"] {
        try FileManager.default.createDirectory(
          atPath: "\(project.directory)/\(folder)",
          withIntermediateDirectories: true
        )
        let applied = try await Program.run(
          ["apply", "--sandbox", "--directory", folder],
          in: project
        )
        #expect(applied.status == .exited(0))
      }
      let first = try await Program.run(["undo", "--directory", "one", "--json"], in: project)
      #expect(first.status == .exited(0))
      #expect(try JSON(first.text).complete == .bool(true))
      #expect(project.text("one/.env") == nil && project.text("two/.env") != nil)
      let none = try await Program.run(["undo", "--directory", "one"], in: project)
      #expect(none.status == .exited(3))
      // A folder without a run of its own takes back nobody else's.
      let elsewhere = try await Program.run(["undo", "--json"], in: project)
      #expect(elsewhere.status == .exited(3) && project.text("two/.env") != nil)
      #expect(
        try JSON(elsewhere.text).error?.message
          == .text("There is no run to undo in this folder.")
      )
      #expect(try JSON(elsewhere.text).error?.remedy?.string?.contains("undo --list") == true)
      let listed = try await Program.run(["undo", "--list"], in: project)
      let id = String(listed.text.prefix { $0 != " " })
      #expect(try await Program.run(["undo", "--run", id], in: project).status == .exited(0))
      #expect(project.text("two/.env") == nil)
    }
  }

  @Test(arguments: [["HOME": "/proc/x", "XDG_STATE_HOME": ""], ["XDG_STATE_HOME": "/proc/x"]])
  func `without a journal no undo is promised, with JSON and without`(
    environment: [String: String]
  ) async throws {
    try await ScratchProject.with { project in
      let planned = try await Program.run(
        ["apply", "--sandbox", "--dry-run"],
        in: project,
        environment: environment
      )
      #expect(planned.text.contains("\nThis run can't be undone. The undo journal can't be used"))
      let json = try await Program.run(
        ["apply", "--sandbox", "--json"],
        in: project,
        environment: environment
      )
      #expect(json.errorText.contains("This run can't be undone. The undo journal can't be used"))
      #expect(try JSON(json.text).undo == .null)
      try project.write("", to: ".gitignore")
      let text = try await Program.run(
        ["apply", "--sandbox"],
        in: project,
        environment: environment
      )
      #expect(text.text.hasSuffix("Written: .gitignore. This run can't be undone."))
      #expect(!(text.text + json.text).contains("Undo with"))
    }
  }

  /// Puts a program in front of the path.
  private func tool(_ name: String, _ script: String, in project: ScratchProject) throws {
    let folder = "\(project.root)/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try script.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: "\(folder)/\(name)"
    )
  }

  private func path(in project: ScratchProject) -> String {
    "\(project.root)/bin:\(project.environment["PATH"] ?? "")"
  }

  /// Runs a line of shell in which `$0` is the program.
  private func shell(_ line: String, in project: ScratchProject) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "sh",
        ["-c", line, Program.path],
        directory: project.directory,
        environment: project.environment,
        timeLimit: .seconds(30)
      )
    )
  }
}
