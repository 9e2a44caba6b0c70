import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// `run`: another program with a workspace's token, in this program's place.
@Suite(.alone) struct RunTests {
  @Test func `the command gets the token of the only workspace, and nothing is said`() async throws
  {
    try await ConnectedProject.with { connected in
      let token = try await connected.token("sandbox-workspace")
      let answer = try await connected.run(
        ["run", "--", "sh", "-c", "printf %s \"$ATTIO_API_KEY\""],
        environment: ["ATTIO_API_KEY": "another"]
      )
      #expect(answer.status == .exited(0))
      #expect(answer.output == Array(token.utf8) && answer.errorText.isEmpty)
    }
  }

  @Test func `the workspace and the variable can be named`() async throws {
    try await ConnectedProject.with(1...2) { connected in
      let token = try await connected.token("second-workspace")
      let answer = try await connected.run(
        [
          "run", "--workspace", "second-workspace", "--variable", "CRM_KEY", "--", "sh", "-c",
          "printf '%s %s' \"$CRM_KEY\" \"${ATTIO_API_KEY-none}\"",
        ]
      )
      #expect(answer.text == "\(token) none")
    }
  }

  @Test(arguments: [0, 7, 125]) func `the exit code is the command's`(code: Int32) async throws {
    try await ConnectedProject.with { connected in
      let answer = try await connected.run(["run", "--", "sh", "-c", "exit \(code)"])
      #expect(answer.status == .exited(code))
    }
  }

  @Test(arguments: ["TERM", "INT", "PIPE", "HUP"])
  func `a signal is the command's, which stands in the program's place`(
    name: String
  ) async throws {
    try await ConnectedProject.with { connected in
      let answer = try await connected.run(["run", "--", "sh", "-c", "kill -\(name) $$"])
      let numbers: [String: Int32] = ["TERM": 15, "INT": 2, "PIPE": 13, "HUP": 1]
      let number = try #require(numbers[name])
      #expect(answer.status == .signalled(number))
    }
  }

  @Test func `the command inherits what it would have got without this program`() async throws {
    try await ConnectedProject.with { connected in
      // The last seven digits are the signals up to 28: glibc has uses of its own for higher ones.
      let look =
        "ls /proc/self/fd | sort; sed -nE 's/^(Sig(Blk|Ign)).*(.{7})$/\\1 \\3/p' /proc/self/status"
      let plain = try await Program.tool("sh", ["-c", look], in: connected.project)
      let through = try await connected.run(["run", "--", "sh", "-c", look])
      #expect(through.text == plain)
    }
  }

  @Test func `several workspaces have to be told apart`() async throws {
    try await ConnectedProject.with(1...2) { connected in
      let answer = try await connected.run(["run", "--json", "--", "true"])
      #expect(answer.status == .exited(1))
      let error = try #require(try JSON(answer.text).error)
      #expect(error.kind == .text("workspace_needed"))
      #expect(error.message?.string?.contains("sandbox-workspace, second-workspace") == true)
    }
  }

  @Test func `without a connected workspace nothing is run`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await connected.run(["run", "--", "touch", "was-run"])
      #expect(answer.status == .exited(1))
      #expect(answer.errorText.contains("attio-setup connect"))
      #expect(connected.project.text("was-run") == nil)
    }
  }

  @Test(arguments: [("no-such-program", 127), ("./not-runnable", 126), ("/", 126)])
  func `a command that cannot be run ends as in a shell`(
    command: String,
    code: Int32
  ) async throws {
    try await ConnectedProject.with { connected in
      try connected.project.write("text", to: "not-runnable")
      let answer = try await connected.run(["run", "--", command])
      #expect(answer.status == .exited(code))
      #expect(answer.errorText.contains("nothing was started"))
      let exported = try await connected.run(
        ["workspaces", "export", "sandbox-workspace", "--to", command]
      )
      #expect(exported.status == .exited(code))
    }
  }

  @Test(arguments: [["run"], ["run", "--workspace", "acme"], ["run", "npm", "start"]])
  func `a command stands behind two dashes`(arguments: [String]) async throws {
    try await ConnectedProject.with { connected in
      let answer = try await connected.run(arguments)
      #expect(answer.status == .exited(64))
    }
  }
}
