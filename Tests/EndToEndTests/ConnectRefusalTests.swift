import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `connect` says before it asks anybody anything, and what it never says.
@Suite(.alone) struct ConnectRefusalTests {
  @Test(arguments: [
    ([], "--client-id ID, and --client-secret-stdin or --client-secret-file PATH"),
    (["--client-id", "a"], "Add --client-secret-stdin or --client-secret-file PATH."),
  ])
  func `what is missing is named by its option`(
    arguments: [String],
    option: String
  ) async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await connected.run(["connect", "--json"] + arguments)
      #expect(answer.status == .exited(64))
      #expect(try JSON(answer.text).error?.remedy?.string?.contains(option) == true)
      #expect(!answer.errorText.contains("http"))
    }
  }

  @Test(arguments: [
    ["--redirect-uri", "http://example.com/callback"], ["--redirect-uri", "localhost:8787"],
    ["--store", "cloud"], ["--wait", "0"], ["--client-id", ""],
    ["--client-secret-stdin", "--client-secret-file", "x"],
  ])
  func `wrong usage is told as such`(arguments: [String]) async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await connected.run(["connect"] + arguments)
      #expect(answer.status == .exited(64))
    }
  }

  @Test func `a keyring that does not work is no reason to wait`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected, ["--store", "keyring", "--json"])
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.remedy?.string?.contains("--store file") == true)
      #expect(!answer.errorText.contains("http"))
    }
  }

  @Test func `an env file that git tracks is not written, and nobody is asked`() async throws {
    try await ConnectedProject.with(nil) { connected in
      try connected.project.write("A=1\n", to: ".env")
      try await Program.tool("git", ["add", ".env"], in: connected.project)
      let answer = try await ConnectRun.with(connected, ["--json"])
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.kind == .text("tracked_env_file"))
      #expect(!answer.errorText.contains("http"))
      #expect(connected.project.text(".env") == "A=1\n")
    }
  }

  @Test func `an env file is not written where git does not answer, and nobody is asked`()
    async throws
  {
    try await ConnectedProject.with(nil) { connected in
      try connected.project.write("A=1\n", to: ".env")
      try connected.project.write("DIRC", to: ".git/index")
      let answer = try await ConnectRun.with(connected, ["--json"])
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.kind == .text("git_refused"))
      #expect(!answer.errorText.contains("http"))
      #expect(connected.project.text(".env") == "A=1\n")
    }
  }

  /// A place for the store where nothing can be kept, and what is said of it.
  @Test(arguments: [
    (["XDG_DATA_HOME": "/dev/null/store"], "/dev/null"), (["HOME": "/proc"], "/proc/.local"),
    (["HOME": ""], "there is no home folder to keep it in."),
  ])
  func `a store that cannot be written is found out before anybody is asked`(
    environment: [String: String],
    words: String
  ) async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected, environment: environment)
      #expect(answer.status == .exited(3))
      #expect(!answer.errorText.contains("http"))
      #expect(answer.errorText.contains(words), "\(answer.errorText)")
      #expect(answer.errorText.contains("Nothing was asked or written."))
    }
  }

  @Test func `it says what will be kept where, then the link alone on its line`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(
        connected,
        environment: ["SSH_CONNECTION": "198.51.100.7 51000 203.0.113.9 22", "USER": "ada"]
      ) { try await $0.browse("sandbox=approve") }
      let lines = answer.errorText.split(separator: "\n").map(String.init)
      let link = try #require(lines.firstIndex { $0.hasPrefix("http") })
      #expect(lines[..<link].contains { $0.contains("workspaces.json (mode 0600)") })
      #expect(lines[..<link].contains { $0.contains(".env") })
      #expect(!lines[link].contains(" "))
      #expect(lines.contains { $0.hasPrefix("  ssh -N -L ") && $0.hasSuffix("ada@203.0.113.9") })
    }
  }

  @Test func `no token, code or secret is in an output, an argument or a readable file`()
    async throws
  {
    try await ConnectedProject.with(nil) { connected in
      let project = connected.project
      let answer = try await ConnectRun.with(connected) { run in
        _ = try await run.link()
        #expect(!(try await run.arguments()).contains(Sandbox.clientSecret))
        try await run.browse("sandbox=approve")
      }
      let token = try await connected.token("sandbox-workspace")
      var said = [answer.text, answer.errorText]
      for arguments in [
        ["workspaces"], ["workspaces", "--json"], ["workspaces", "show", "sandbox-workspace"],
        ["workspaces", "check"], ["workspaces", "check", "--json"],
        ["status", "--workspace", "sandbox-workspace"],
        ["status", "--workspace", "sandbox-workspace", "--json"],
      ] {
        let answer = try await connected.run(arguments)
        said += [answer.text, answer.errorText]
      }
      for text in said { #expect(!text.contains(token) && !text.contains(Sandbox.clientSecret)) }
      try FileManager.default.removeItem(atPath: "\(project.root)/client-secret")
      let holders = try await Program.tool(
        "sh",
        ["-c", "grep -rlF -e '\(token)' -e '\(Sandbox.clientSecret)' '\(project.root)' | sort"],
        in: project
      )
      #expect(
        holders
          == [connected.store.filePath, "\(project.directory)/.env"].sorted().joined(
            separator: "\n"
          )
      )
      for path in holders.split(separator: "\n") {
        let mode = try FileManager.default.attributesOfItem(atPath: String(path))[.posixPermissions]
        #expect(mode as? Int == 0o600)
      }
    }
  }
}
