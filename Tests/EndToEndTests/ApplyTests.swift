import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// `apply` on real files, with the real git, against the sandbox.
@Suite(.alone) struct ApplyTests {
  private func token(_ scenario: SandboxScenario) -> String { scenario.token + "\n" }

  @Test func `does the whole job and says so in JSON`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with(files: ["package.json": "{}\n", ".env": "PORT=3000\n"]) {
      let answer = try await Program.run(
        [
          "apply", "--token-stdin", "--base-url", sandbox.apiURL, "--preset", "read-only", "--json",
        ],
        in: $0,
        input: token(.full)
      )
      let document = try JSON(answer.text)
      #expect(answer.status == .exited(0))
      #expect(document.schema == .number(1))
      #expect(document.applied == .bool(true))
      #expect(document.undo?.string?.isEmpty == false)
      #expect(
        document.plan?.elements.map(\.path)
          == [".gitignore", ".env", ".env.example"].map(JSON.text)
      )
      #expect(
        document.plan?.elements.map(\.action) == ["create", "change", "create"].map(JSON.text)
      )
      #expect(document.status?.verdict == .text("good"))
      #expect(document.status?.connection?.state == .text("connected"))
      #expect(document.status?.scopes?.missing == .list([]))
      #expect(
        $0.text(".env.example")?.contains(
          "# attio-scopes: record_permission:read object_configuration:read list_entry:read "
            + "list_configuration:read user_management:read\nATTIO_API_KEY=\n"
        ) == true
      )
      #expect($0.text(".env") == "PORT=3000\nATTIO_API_KEY=\(SandboxScenario.full.token)\n")
      #expect(answer.errorText == "")
    }
    await sandbox.stop()
  }

  static let refusals: [(SandboxScenario, Int32, String)] = [
    (.inactive, 1, "token_inactive"),
    (.malformed, 1, "token_malformed"),
    (.unauthorized, 1, "unauthorized"),
    (.missingScope, 1, "missing_scope"),
    (.planLimit, 1, "plan_limit"),
    (.notFound, 1, "not_found"),
    (.rateLimitedDate, 2, "rate_limited"),
    (.rateLimitedSeconds, 2, "rate_limited"),
    (.serverError, 2, "server_error"),
    (.htmlError, 2, "bad_response"),
    (.badJSON, 2, "bad_response"),
    (.guideInsufficientScopes, 1, "missing_scope"),
    (.guideInvalidRequest, 1, "token_malformed"),
    (.guideNotFound, 1, "not_found"),
  ]

  @Test(arguments: refusals)
  func `writes nothing for a token that is not confirmed`(
    scenario: SandboxScenario,
    code: Int32,
    kind: String
  ) async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      let answer = try await Program.run(
        ["apply", "--token-stdin", "--base-url", sandbox.apiURL, "--json"],
        in: project,
        input: token(scenario)
      )
      #expect(answer.status == .exited(code))
      let document = try JSON(answer.text)
      #expect(document.error?.kind == .text(kind))
      #expect(document.error?.remedy?.string?.isEmpty == false)
      #expect(try project.names() == [".git", "package.json"])
      #expect(!answer.text.contains(scenario.token))
    }
    await sandbox.stop()
  }

  @Test func `writes nothing where Attio cannot be reached, unless told to`() async throws {
    try await ScratchProject.with { project in
      let arguments = ["apply", "--token-stdin", "--base-url", "http://127.0.0.1:1/v2"]
      let refused = try await Program.run(
        arguments + ["--json"],
        in: project,
        input: token(.full)
      )
      #expect(refused.status == .exited(2))
      #expect(try JSON(refused.text).error?.kind == .text("connection_refused"))
      #expect(try project.names() == [".git", "package.json"])
      let written = try await Program.run(
        arguments + ["--no-verify"],
        in: project,
        input: token(.full)
      )
      #expect(written.status == .exited(0))
      #expect(project.text(".env") == "ATTIO_API_KEY=\(SandboxScenario.full.token)\n")
    }
  }

  @Test func `a dry run leaves no trace`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(["apply", "--sandbox", "--dry-run"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.text.contains("+ATTIO_API_KEY="))
      #expect(try project.names() == [".git", "package.json"])
      #expect(project.text("../state") == nil)
    }
  }

  @Test(
    arguments: [
      [], ["--preset", "crm-sync"],
      ["--scopes", "note:read, task:read-write record_permission:read"],
      ["--variable", "MY_KEY", "--env-file", ".env.local"], ["--no-verify"], ["--untrack"],
      ["--env-file", "config/env"],
    ] as [[String]]
  )
  func `a second run keeps every byte and every time, the folders' too`(
    options: [String]
  ) async throws {
    let files = ["package.json": "{}\n", ".env": "PORT=3000\n", ".env.example": "PORT=\n"]
    try await ScratchProject.with(files: files) { project in
      try await Program.tool("mkdir", ["config"], in: project)
      let arguments = ["apply", "--sandbox", "--json"] + options
      let first = try await Program.run(arguments, in: project)
      #expect(first.status == .exited(0), "\(first.text) \(first.errorText)")
      // The state's folder is one above, beside the home.
      let look = ["..", "-printf", "%p %i %m %s %T@ %C@\\n"]
      let before = try await Program.tool("find", look, in: project)
      let answer = try await Program.run(arguments, in: project)
      #expect(answer.status == .exited(0))
      let document = try JSON(answer.text)
      #expect(document.plan?.elements.isEmpty == false)
      #expect(document.plan?.elements.allSatisfy { $0.action == .text("keep") } == true)
      #expect(document.applied == .bool(true) && document.undo == .null)
      #expect(try await Program.tool("find", look, in: project) == before)
      #expect(before.contains("/.git/") && before.contains("/state/"))
    }
  }

  @Test func `scopes are a list, and wrong ones are all named at once`() async throws {
    try await ScratchProject.with { project in
      let wrong = try await Program.run(
        ["apply", "--sandbox", "--json", "--scopes", "contacts:read, note:read nots:read"],
        in: project
      )
      #expect(wrong.status == .exited(64))
      let remedy = try #require(try JSON(wrong.text).error?.remedy?.string)
      #expect(remedy.contains("Did you mean record_permission:read?"))
      #expect(remedy.contains("Did you mean note:read?"))
      for empty in ["", " , "] {
        let answer = try await Program.run(["apply", "--sandbox", "--scopes", empty], in: project)
        #expect(answer.status == .exited(64))
        #expect(answer.errorText.contains("--scopes names no scope"))
      }
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `the next step is what is missing, the old token, or a call that works`() async throws
  {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      func apply(_ scenario: SandboxScenario, _ more: String...) async throws -> (Int32?, String) {
        try project.write(token(scenario), to: "../token")
        let answer = try await Program.run(
          ["apply", "--token-file", "../token", "--base-url", sandbox.apiURL, "--json"] + more,
          in: project
        )
        guard case .exited(let code) = answer.status else { return (nil, "") }
        return (code, try JSON(answer.text).next_step?.string ?? "none")
      }
      #expect(
        try await apply(.full, "--dry-run") == (
          0, "Run it again without --dry-run to carry the plan out."
        )
      )
      let unverified = try await apply(.full, "--no-verify")
      #expect(unverified.0 == 0 && unverified.1.contains("attio-setup status"))
      let missing = try await apply(.readOnly, "--scopes", "note:read-write")
      #expect(missing.0 == 1 && missing.1.hasPrefix("Tick note:read-write for this token at "))
      let old = try await apply(.full, "--scopes", "note:read-write")
      #expect(old.0 == 0 && old.1.hasPrefix("Delete the old token "))
      let call = try await apply(.full)
      #expect(call.0 == 0)
      #expect(try await Program.tool("sh", ["-c", call.1], in: project).contains("\"people\""))
      let moved = try await apply(.full, "--env-file", ".env it's", "--variable", "MY_KEY")
      #expect(try await Program.tool("sh", ["-c", moved.1], in: project).contains("\"people\""))
    }
    await sandbox.stop()
  }

  @Test func `a tracked env file stops it, and --untrack goes on`() async throws {
    try await ScratchProject.with(files: [".env": "PORT=1\n"]) { project in
      try await Program.tool("git", ["add", ".env"], in: project)
      let stopped = try await Program.run(["apply", "--sandbox"], in: project)
      #expect(stopped.status == .exited(1))
      #expect(stopped.errorText.contains("git rm --cached .env"))
      #expect(try project.names() == [".env", ".git"])
      let done = try await Program.run(["apply", "--sandbox", "--untrack"], in: project)
      #expect(done.status == .exited(0))
      #expect(try await Program.tool("git", ["ls-files"], in: project) == "")
      #expect(project.text(".env")?.hasPrefix("PORT=1\nATTIO_API_KEY=") == true)
    }
  }

  @Test func `what a linked env file leads to is ignored as well`() async throws {
    try await ScratchProject.with(files: ["secrets": "A=1\n"]) { project in
      try await Program.tool("ln", ["-s", "secrets", ".env"], in: project)
      let answer = try await Program.run(["apply", "--sandbox"], in: project)
      #expect(answer.status == .exited(0))
      #expect(project.text("secrets")?.hasPrefix("A=1\nATTIO_API_KEY=") == true)
      try await Program.tool("git", ["check-ignore", "-q", "secrets"], in: project)
      try await Program.tool("test", ["-L", ".env"], in: project)
    }
  }

  @Test func `a token of another workspace is replaced only where that is said`() async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      let arguments = ["apply", "--token-stdin", "--base-url", sandbox.apiURL]
      _ = try await Program.run(arguments, in: project, input: token(.full))
      let before = project.text(".env")
      let refused = try await Program.run(
        arguments + ["--json"],
        in: project,
        input: token(.otherWorkspace)
      )
      #expect(refused.status == .exited(1))
      #expect(try JSON(refused.text).error?.kind == .text("other_workspace"))
      #expect(project.text(".env") == before)
      let replaced = try await Program.run(
        arguments + ["--replace-workspace"],
        in: project,
        input: token(.otherWorkspace)
      )
      #expect(replaced.status == .exited(0))
      #expect(replaced.text.contains("works until it is deleted"))
      #expect(project.text(".env") == "ATTIO_API_KEY=\(SandboxScenario.otherWorkspace.token)\n")
    }
    await sandbox.stop()
  }

  @Test func `undo puts everything back`() async throws {
    let files = [".env": "A=1 # one\r\nATTIO_API_KEY='old'\r\n", ".gitignore": "dist"]
    try await ScratchProject.with(files: files) { project in
      let applied = try await Program.run(["apply", "--sandbox"], in: project)
      #expect(applied.status == .exited(0))
      #expect(applied.text.hasSuffix("Undo with: attio-setup undo"))
      let undone = try await Program.run(["undo"], in: project)
      #expect(undone.status == .exited(0))
      #expect(project.text(".env") == files[".env"])
      #expect(project.text(".gitignore") == files[".gitignore"])
      #expect(try project.names() == [".env", ".git", ".gitignore"])
    }
  }

  @Test(arguments: [
    ["apply"],
    ["apply", "--token-stdin", "--token-file", "x"],
    ["apply", "--sandbox", "--scopes", "record:read"],
    ["apply", "--sandbox", "--preset", "nothing"],
    ["apply", "--token-stdin", "--base-url", "http://example.com/v2"],
    ["apply", "--token-stdin", "--base-url", "https://user:pass@example.com"],
    ["apply", "--token-stdin", "--base-url", "api.attio.com/v2"],
    ["apply", "--frobnicate"],
    [],
    ["wizard"],
  ])
  func `wrong usage ends with 64 and changes nothing`(arguments: [String]) async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(arguments, in: project, input: token(.full))
      #expect(answer.status == .exited(64))
      #expect(!answer.errorText.isEmpty)
      #expect(!answer.errorText.contains("user:pass"))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `without a terminal the wizard names apply`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run([], in: project)
      #expect(answer.errorText.contains("attio-setup apply"))
    }
  }

  @Test func `the token stands in no output, no journal and no file but the env file`() async throws
  {
    let token = SandboxScenario.full.token
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      var outputs: [String] = []
      for arguments in [
        ["apply", "--token-stdin", "--dry-run"], ["apply", "--token-stdin", "--dry-run", "--json"],
        ["apply", "--token-stdin"], ["apply", "--token-stdin", "--json"], ["status"],
        ["status", "--json"], ["status", "--offline"],
      ] {
        let answer = try await Program.run(
          arguments + ["--base-url", sandbox.apiURL],
          in: project,
          input: token
        )
        outputs += [answer.text, answer.errorText]
      }
      #expect(outputs.allSatisfy { !$0.contains(token) })
      let found = try await Program.tool(
        "sh",
        ["-c", "grep -rlF -f - .. | sort"],
        in: project,
        input: token + "\n"
      )
      #expect(found == "../shop/.env")
    }
    await sandbox.stop()
  }

  @Test func `a sandbox's token that nobody is asked about is told as one`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(
        ["apply", "--no-verify", "--token-stdin"],
        in: project,
        input: SandboxScenario.full.token
      )
      #expect(answer.status == .exited(0))
      #expect(answer.errorText.contains("This is a sandbox token"))
      #expect(!answer.text.contains("stands in for Attio"))
    }
  }

  @Test func `a result that does not arrive is named with what was written`() async throws {
    try await ScratchProject.with { project in
      let said = try await Program.tool(
        "sh",
        ["-c", "\"$0\" apply --sandbox 2>&1 >/dev/full; echo $?", Program.path],
        in: project
      )
      #expect(said.contains("Written: .gitignore, .env, .env.example. Undo with: attio-setup undo"))
      #expect(said.hasSuffix("\n3"))
    }
  }

  @Test func `a word in the comment that can be no scope's name is none`() async throws {
    let comment =
      "# attio-scopes: note:read-write! foo:bar\u{1B}[2J object_configuration:read\nATTIO_API_KEY=\n"
    try await ScratchProject.with(files: [".env.example": comment]) { project in
      let answer = try await Program.run(["apply", "--sandbox", "--json"], in: project)
      let status = try #require(JSON(answer.text).status)
      #expect(status.scopes?.wanted?.elements == [.text("object_configuration:read")])
    }
  }
}
