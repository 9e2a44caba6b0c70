import AttioSandbox
import FoundationEssentials
import SetupRuntime
import Synchronization
import TestSupport
import Testing

/// A sandbox's log of requests, and the scopes that are read out of it.
@Suite(.alone) struct SandboxLogTests {
  @Test func `the scopes are those that the requests needed`() async throws {
    let lines = Mutex("")
    let sandbox = try await Sandbox(
      options: .init(log: { line in lines.withLock { $0 += line } })
    ).start()
    let client = RawHTTPClient(port: sandbox.port)
    let header = [("Authorization", "Bearer \(SandboxScenario.full.token)")]
    for (method, path) in [
      ("GET", "/v2/notes"), ("GET", "/v2/lists/sales/attributes"), ("GET", "/v2/unheard/of"),
      ("DELETE", "/v2/tasks/x"), ("GET", "/v2/notes?limit=1&secret=1"),
    ] {
      _ = try await client.request(method, path, headers: header)
    }
    _ = try await client.request("GET", "/v2/files")
    await sandbox.stop()
    let log = lines.withLock { $0 }
    #expect(log.split(separator: "\n").count == 6)
    #expect(!log.contains("secret") && !log.contains(SandboxScenario.full.token))
    #expect(
      log.hasPrefix(
        #"{"method":"GET","path":"/v2/notes","status":200,"operation":"GET /v2/notes","#
          + #""needs":["note:read","object_configuration:read","record_permission:read"]}"# + "\n"
      )
    )
    try await ScratchProject.with(git: false, files: ["log.jsonl": log + "no record\n"]) {
      project in
      let answer = try await Program.run(
        ["scopes", "--from-log", "log.jsonl", "--json"],
        in: project
      )
      #expect(answer.status == .exited(0))
      let scopes = try JSON(answer.text).scopes?.elements.compactMap(\.string)
      #expect(
        scopes == [
          "record_permission:read", "object_configuration:read", "list_configuration:read",
          "note:read", "task:read-write", "file:read",
        ],
        "\(answer.text)"
      )
      #expect(answer.errorText.contains("GET /v2/unheard/of is no call of Attio's."))
      #expect(answer.errorText.contains("Line 7 is no record of a request."))
    }
  }

  @Test func `what cannot be read or written is exit 3`() async throws {
    try await ScratchProject.with(git: false, files: ["empty": "", "other": "{}\n"]) { project in
      for file in ["empty", "other", "absent"] {
        let answer = try await Program.run(["scopes", "--from-log", file], in: project)
        #expect(answer.status == .exited(3), "\(file): \(answer.errorText)")
      }
      let sandbox = try await Program.run(["sandbox", "--log", "absent/log"], in: project)
      #expect(sandbox.status == .exited(3), "\(sandbox.errorText)")
      #expect(sandbox.text == "")
    }
  }
}
