import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `apply` where somebody else prepared the files, or the folder is gone.
@Suite(.alone) struct HostileFilesTests {
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

  @Test(arguments: [".env", ".env.example"])
  func `a link out of the project is not followed`(name: String) async throws {
    try await ScratchProject.with { project in
      try project.write("A=1\n", to: "../profile")
      let line = "ln -s ../profile \(name); \"$0\" apply --sandbox --trust-env-file --json"
      let answer = try await shell(line, in: project)
      #expect(answer.status == .exited(1))
      let error = try JSON(answer.text).error
      #expect(error?.kind == .text("outside_project"))
      #expect(error?.message?.string?.contains("\(project.root)/profile") == true)
      #expect(project.text("../profile") == "A=1\n")
      #expect(try project.names() == [name, ".git", "package.json"].sorted())
    }
  }

  @Test func `an env file that everybody can change is written only where that was asked for`()
    async throws
  {
    try await ScratchProject.with(files: [".env": "A=1\n"]) { project in
      let refused = try await shell("chmod 666 .env; \"$0\" apply --sandbox --json", in: project)
      #expect(refused.status == .exited(1))
      #expect(try JSON(refused.text).error?.kind == .text("unsafe_env_file"))
      #expect(try JSON(refused.text).error?.remedy?.string?.contains("--trust-env-file") == true)
      #expect(project.text(".env") == "A=1\n")
      #expect(try project.names() == [".env", ".git"])
      _ = try await shell("\"$0\" apply --sandbox --trust-env-file --json", in: project)
      #expect(project.text(".env")?.contains("ATTIO_API_KEY=") == true)
      #expect(try project.mode(".env") == 0o666)
    }
  }

  @Test(arguments: ["0277", "0777"])
  func `a strict mask takes nothing from the owner`(mask: String) async throws {
    try await ScratchProject.with { project in
      let line = "umask \(mask); \"$0\" apply --sandbox --json"
      let answer = try await shell(line, in: project)
      #expect(answer.status == .exited(0))
      for name in [".env", ".gitignore", ".env.example"] {
        let mode = try project.mode(name)
        #expect(mode == 0o600)
      }
      let undone = try await shell("\"$0\" undo", in: project)
      #expect(undone.status == .exited(0))
    }
  }

  @Test(arguments: [
    "apply --sandbox", "client --language python --write", "status --offline", "undo",
    "apply --sandbox --directory sub", "wizard",
  ])
  func `a current folder that is gone is no other folder`(command: String) async throws {
    try await ScratchProject.with { project in
      let line = "mkdir gone; cd gone; rmdir ../gone; exec \"$0\" \(command) </dev/null"
      let answer = try await shell(line, in: project)
      #expect([3, 64].map { .exited($0) }.contains(answer.status))
      if command != "wizard" {
        #expect(answer.status == .exited(3))
        #expect(answer.errorText.contains("The current folder no longer exists."))
      }
      #expect(!FileManager.default.fileExists(atPath: "/.env.example"))
      #expect(!FileManager.default.fileExists(atPath: "/attio.py"))
    }
  }

  @Test func `an empty name of a folder is wrong usage`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(["apply", "--sandbox", "--directory", ""], in: project)
      #expect(answer.status == .exited(64))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `a folder that everybody can write in is told`() async throws {
    try await ScratchProject.with { project in
      let line = "\"$0\" apply --sandbox >/dev/null; chmod 777 .; \"$0\" status --offline --json"
      let document = try JSON(try await shell(line, in: project).text)
      let check = document.checks?.elements.first { $0.id == .text("file.mode") }
      #expect(check?.state == .text("warn"))
      #expect(check?.summary?.string?.contains("Anyone can write in this folder") == true)
    }
  }
}
