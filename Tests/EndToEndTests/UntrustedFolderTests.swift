import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Folders whose repository is somebody else's, or tells nothing.
@Suite(.alone) struct UntrustedFolderTests {
  @Test(arguments: HostileRepository.allCases)
  func `nothing that a repository chose is started`(hostile: HostileRepository) async throws {
    try await ScratchProject.with(git: false, files: [:]) { project in
      let marker = "\(project.root)/fired"
      let payload = "\(project.root)/payload"
      try "#!/bin/sh\n: > '\(marker)'\nexit 1\n".write(
        toFile: payload,
        atomically: false,
        encoding: .utf8
      )
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: payload)
      let preamble = "PAYLOAD='\(payload)'\n"
      try await Program.tool("sh", ["-ec", preamble + hostile.script], in: project)
      try? FileManager.default.removeItem(atPath: marker)
      let folder = "\(project.directory)/\(hostile.folder)"
      let commands = [
        ["status", "--offline", "--json"], ["status", "--sandbox"],
        ["apply", "--sandbox", "--dry-run"],
        ["apply", "--sandbox"], ["apply", "--sandbox", "--untrack", "--json"],
      ]
      for command in commands {
        let answer = try await Program.run(command + ["--directory", folder], in: project)
        #expect(!FileManager.default.fileExists(atPath: marker), "\(command) started it")
        if hostile.isRefused {
          #expect(answer.status == .exited(1))
          #expect(project.text("\(hostile.folder)/.env")?.contains("ATTIO") != true)
          if command[0] == "apply" {
            #expect("\(answer.text)\(answer.errorText)".contains("somebody's files"))
          }
        }
      }
      // Else nothing of the above says anything.
      _ = try? await Program.tool("sh", ["-c", "cd '\(folder)'; \(hostile.plain)"], in: project)
      #expect(FileManager.default.fileExists(atPath: marker), "plain git did not start it either")
    }
  }

  @Test(arguments: RefusingRepository.allCases)
  func `an env file that is there is not written where git tells nothing`(
    refusing: RefusingRepository
  ) async throws {
    try await ScratchProject.with(git: false, files: [:]) { project in
      try await Program.tool("sh", ["-ec", refusing.script], in: project)
      let before = try project.names()
      for options in [[], ["--untrack"], ["--json"], ["--no-verify"]] {
        let answer = try await Program.run(
          ["apply", "--sandbox"] + options,
          in: project,
          environment: refusing.environment
        )
        #expect(answer.status == .exited(1))
        let said = "\(answer.text)\(answer.errorText)".split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        #expect(said.contains(refusing.reason))
        #expect(said.contains(refusing.remedy))
        #expect(said.contains("Nothing was written."))
      }
      #expect(project.text(".env") == "ATTIO_API_KEY=old\n")
      #expect(try project.names() == before)
      let status = try await Program.run(
        ["status", "--offline", "--json"],
        in: project,
        environment: refusing.environment
      )
      let document = try JSON(status.text)
      for id in ["git.ignored", "git.untracked", "git.history"] {
        let check = try #require(document.checks?.elements.first { $0.id == .text(id) })
        #expect(check.state == .text("unknown"))
        #expect(check.summary?.string?.contains(refusing.reason) == true)
        #expect(check.remedy?.string?.contains(refusing.remedy) == true)
      }
    }
  }

  @Test func `a new env file is written where git tells nothing`() async throws {
    try await ScratchProject.with(git: false, files: [:]) { project in
      let script = RefusingRepository.lostWorktree.script + "rm .env\n"
      try await Program.tool("sh", ["-ec", script], in: project)
      let answer = try await Program.run(["apply", "--sandbox"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.text.contains("not a git repository: /nowhere"))
      #expect(try project.mode(".env") == 0o600)
    }
  }

  @Test func `the wizard's default leaves where git tells nothing`() async throws {
    try await ScratchProject.with(git: false, files: [:]) { project in
      try await Program.tool("sh", ["-ec", RefusingRepository.damagedIndex.script], in: project)
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.walk(to: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "index file")
        try await terminal.press("Enter")
        let after = try await terminal.wait(for: "[exit 1]")
        #expect(after.contains("Nothing was written."))
      }
      #expect(project.text(".env") == "ATTIO_API_KEY=old\n")
    }
  }
}
