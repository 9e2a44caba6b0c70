import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Odd env files, as `apply` and `status` meet them.
@Suite(.alone) struct EnvFileTests {
  private static let token = SandboxScenario.full.token

  private func apply(
    _ arguments: [String] = [],
    in project: ScratchProject,
    environment: [String: String] = [:]
  ) async throws -> ToolAnswer {
    try await Program.run(
      ["apply", "--sandbox", "--json"] + arguments,
      in: project,
      environment: environment
    )
  }

  @Test(arguments: [".env.bak", ".env.old", ".env~", ".env.test", ".env.production", ".env.sample"])
  func `a token goes into no file that nothing loads`(name: String) async throws {
    let text = "ATTIO_API_KEY=\(String(repeating: "f0", count: 32))\n"
    try await ScratchProject.with(files: ["package.json": "{}\n", name: text]) { project in
      let answer = try await apply(in: project)
      #expect(answer.status == .exited(0))
      #expect(project.text(name) == text)
      #expect(project.text(".env") == "ATTIO_API_KEY=\(Self.token)\n")
      let checks = try JSON(answer.text).status?.checks?.elements ?? []
      let check = checks.first { $0.id == .text("token.elsewhere") }
      #expect(check?.state == .text("warn"))
      #expect(check?.summary?.string?.contains(name) == true)
    }
  }

  @Test(arguments: [
    ("encrypted:BG8M6U+GKJGwpGA42ml2erb9", "dotenvx run"), ("ENC[AES256_GCM,data:x]", "sops"),
    ("op://dev/attio/token", "op run"), ("vault:secret/data/attio#key", "vault-env"),
    ("arn:aws:secretsmanager:x:1:secret:y", "aws secretsmanager"), ("${ATTIO}", "shell"),
  ])
  func `a reference is replaced only where that is asked for`(value: String, way: String)
    async throws
  {
    let text = "A=1\nATTIO_API_KEY='\(value)'\n"
    try await ScratchProject.with(files: ["package.json": "{}\n", ".env": text]) { project in
      let refused = try await apply(in: project)
      #expect(refused.status == .exited(1))
      let error = try JSON(refused.text).error
      #expect(error?.kind == .text("reference"))
      #expect(error?.remedy?.string?.contains(way) == true)
      #expect(error?.remedy?.string?.contains("--replace-reference") == true)
      #expect(project.text(".env") == text)
      #expect(try project.names() == [".env", ".git", "package.json"])
      let status = try await Program.run(["status", "--sandbox", "--json"], in: project)
      #expect(status.status == .exited(1))
      let document = try JSON(status.text)
      #expect(document.connection?.state == .text("token_malformed"))
      #expect(document.connection?.http_status == .null)
      #expect(document.connection?.remedy?.string?.contains(way) == true)
      let replaced = try await apply(["--replace-reference"], in: project)
      #expect(replaced.status == .exited(0))
      #expect(project.text(".env") == "A=1\nATTIO_API_KEY='\(Self.token)'\n")
    }
  }

  @Test(arguments: ["a pipe", "a folder", "UTF-16", "a socket"])
  func `status says of an env file that is none what apply says`(kind: String) async throws {
    try await ScratchProject.with { project in
      for name in [".env", ".gitignore"] where !(name == ".gitignore" && kind == "a socket") {
        try make(kind, at: "\(project.directory)/\(name)")
        let applied = try await apply(in: project)
        #expect(applied.status == .exited(3), "\(name)")
        let words = try #require(try JSON(applied.text).error?.message?.string)
        let status = try await Program.run(["status", "--sandbox", "--json"], in: project)
        // The rules do nothing, and the rest can be looked at.
        let isReported = name == ".gitignore" && kind != "a pipe"
        if isReported {
          let checks = try JSON(status.text).checks?.elements ?? []
          #expect(checks.first { $0.id == .text("git.ignored") }?.summary == .text(words))
        } else {
          #expect(status.status == .exited(3), "\(name)")
          #expect(try JSON(status.text).error?.message == .text(words))
        }
        rmdir("\(project.directory)/\(name)")
        unlink("\(project.directory)/\(name)")
      }
    }
  }

  private func make(_ kind: String, at path: String) throws {
    switch kind {
    case "a pipe": #expect(mkfifo(path, 0o600) == 0)
    case "a folder": #expect(mkdir(path, 0o755) == 0)
    case "a socket": #expect(mknod(path, S_IFSOCK | 0o600, 0) == 0)
    default:
      let file = try #require(fopen(path, "w"))
      let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x3D, 0x00, 0x31, 0x00]
      #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
      fclose(file)
    }
  }

  @Test(arguments: [
    ".git/config", ".git/hooks/pre-commit", "package.json", "../shop/.git/.env", "src/../.git/x",
  ])
  func `what is no env file may not be named as one`(name: String) async throws {
    try await ScratchProject.with { project in
      let before = project.text(name)
      for command in [["apply", "--sandbox"], ["status", "--offline"]] {
        let answer = try await Program.run(command + ["--env-file", name], in: project)
        #expect(answer.status == .exited(64))
        #expect(answer.errorText.contains(name))
      }
      #expect(project.text(name) == before)
    }
  }

  @Test func `a file without a telling name is judged by its lines`() async throws {
    let files = ["package.json": "{}\n", "notes": "Dear diary\n", "vars": "A=1\n# c\n"]
    try await ScratchProject.with(files: files) { project in
      let refused = try await apply(["--env-file", "notes"], in: project)
      #expect(refused.status == .exited(64))
      #expect(try JSON(refused.text).error?.message?.string?.contains("line 1") == true)
      #expect(project.text("notes") == "Dear diary\n")
      try await Program.tool("ln", ["-s", ".git/config", ".env.linked"], in: project)
      let linked = try await apply(["--env-file", ".env.linked"], in: project)
      #expect(linked.status == .exited(64))
      let taken = try await apply(["--env-file", "vars"], in: project)
      #expect(taken.status == .exited(0))
      #expect(project.text("vars") == "A=1\n# c\nATTIO_API_KEY=\(Self.token)\n")
    }
  }

  @Test func `direnv's file wins by the shell alone, and is named`() async throws {
    let shell = String(repeating: "0e", count: 32)
    let files = [
      "package.json": "{}\n", ".envrc": "export ATTIO_API_KEY=\(shell)\n",
      ".env": "ATTIO_API_KEY=\(Self.token)\n",
    ]
    try await ScratchProject.with(files: files) { project in
      let loaded = try await Program.run(
        ["status", "--sandbox", "--json"],
        in: project,
        environment: ["ATTIO_API_KEY": shell]
      )
      let checks = try JSON(loaded.text).checks?.elements ?? []
      let source = checks.first { $0.id == .text("token.source") }
      #expect(source?.state == .text("fail"))
      #expect(source?.remedy?.string?.contains(".envrc") == true)
      let plain = try await Program.run(["status", "--sandbox", "--json"], in: project)
      let others = try JSON(plain.text).checks?.elements ?? []
      #expect(others.first { $0.id == .text("token.source") }?.state == .text("pass"))
      #expect(others.first { $0.id == .text("token.elsewhere") }?.state == .text("warn"))
    }
  }

  @Test func `the workspace is pinned where that is asked for, and kept`() async throws {
    try await ScratchProject.with { project in
      let pinned = try await apply(["--pin"], in: project)
      #expect(pinned.status == .exited(0))
      #expect(try JSON(pinned.text).plan?.elements.count == 3)
      let example = try #require(project.text(".env.example"))
      #expect(example.contains("# attio-workspace: sandbox-workspace\n"))
      let again = try await apply(in: project)
      #expect(again.status == .exited(0))
      #expect(project.text(".env.example") == example)
      let checks = try JSON(again.text).status?.checks?.elements ?? []
      #expect(checks.first { $0.id == .text("workspace.pinned") }?.state == .text("pass"))
      let undone = try await Program.run(["undo", "--json"], in: project)
      #expect(undone.status == .exited(0))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `a token of another workspace than the pinned one is not written`() async throws {
    let files = ["package.json": "{}\n", ".env.example": "# attio-workspace: acme\n"]
    try await ScratchProject.with(files: files) { project in
      for arguments in [[], ["--pin"], ["--replace-workspace"]] {
        let refused = try await apply(arguments, in: project)
        #expect(refused.status == .exited(1))
        #expect(try JSON(refused.text).error?.kind == .text("other_workspace"))
        #expect(try project.names() == [".env.example", ".git", "package.json"])
      }
      try project.write("ATTIO_API_KEY=\(Self.token)\n", to: ".env")
      let status = try await Program.run(["status", "--sandbox", "--json"], in: project)
      #expect(status.status == .exited(1))
      let checks = try JSON(status.text).checks?.elements ?? []
      #expect(checks.first { $0.id == .text("workspace.pinned") }?.state == .text("fail"))
      let replaced = try await apply(["--pin", "--replace-workspace"], in: project)
      #expect(replaced.status == .exited(0))
      #expect(project.text(".env.example")?.contains("sandbox-workspace") == true)
    }
  }

  @Test func `an address in the env file that is not Attio's is named`() async throws {
    let text = "ATTIO_API_KEY=\(Self.token)\nATTIO_BASE_URL=http://evil.invalid/v2\n"
    try await ScratchProject.with(files: [".env": text, ".gitignore": ".env\n"]) { project in
      let status = try await Program.run(["status", "--sandbox", "--json"], in: project)
      let checks = try JSON(status.text).checks?.elements ?? []
      let check = checks.first { $0.id == .text("api.address") }
      #expect(check?.state == .text("warn"))
      #expect(check?.summary?.string?.contains("evil.invalid without encryption") == true)
    }
  }
}
