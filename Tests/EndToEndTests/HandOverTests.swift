import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// `workspaces export`: a token on another program's input.
@Suite(.alone) struct HandOverTests {
  private func export(
    _ command: [String],
    _ connected: ConnectedProject,
    environment: [String: String] = [:]
  ) async throws -> ToolAnswer {
    try await connected.run(
      ["workspaces", "export", "sandbox-workspace", "--to"] + command,
      environment: environment
    )
  }

  @Test func `the token comes without a line end, and in no argument or variable`() async throws {
    try await ConnectedProject.with { connected in
      let token = try await connected.token("sandbox-workspace")
      #expect(try await export(["cat"], connected).output == Array(token.utf8))
      let seen = try await export(
        [
          "sh", "-c",
          "cat > /dev/null; tr '\\0' '\\n' < /proc/$$/environ; tr '\\0' '\\n' < /proc/$$/cmdline",
        ],
        connected
      )
      #expect(seen.status == .exited(0) && !seen.text.isEmpty && !seen.text.contains(token))
    }
  }

  @Test func `options behind the command's name are the command's`() async throws {
    try await ConnectedProject.with { connected in
      let answer = try await export(["echo", "--json", "--repo", "acme/app", "--"], connected)
      #expect(answer.text == "--json --repo acme/app --" && answer.status == .exited(0))
      #expect(try await export(["sh", "-c", "exit 9"], connected).status == .exited(9))
    }
  }

  @Test func `a command that does not read ends nothing badly`() async throws {
    try await ConnectedProject.with { connected in
      let answer = try await export(["true"], connected)
      #expect(answer.status == .exited(0))
    }
  }

  @Test func `pass takes a token over and gives it back`() async throws {
    try await ConnectedProject.with { connected in
      let project = connected.project
      let token = try await connected.token("sandbox-workspace")
      // GnuPG's agent listens in this folder, whose path has to be short.
      let home = ["GNUPGHOME": "\(project.root)/g", "PASSWORD_STORE_DIR": "\(project.root)/p"]
      func tool(_ line: String) async throws -> String {
        let exports = home.map { "export \($0.key)='\($0.value)'; " }.joined()
        return try await Program.tool("sh", ["-c", exports + line], in: project)
      }
      _ = try await tool("mkdir -m 700 \"$GNUPGHOME\"")
      _ = try await tool(
        "gpg --batch --quiet --passphrase '' --quick-generate-key ada@example.invalid default default never"
      )
      _ = try await tool("pass init ada@example.invalid")
      let answer = try await export(
        ["pass", "insert", "--multiline", "attio/sandbox-workspace"],
        connected,
        environment: home
      )
      #expect(answer.status == .exited(0))
      #expect(try await tool("pass show attio/sandbox-workspace") == token)
      let files = try await tool("cat \"$PASSWORD_STORE_DIR\"/attio/*")
      #expect(!files.contains(token))
      _ = try await tool("gpgconf --kill gpg-agent")
    }
  }
}
