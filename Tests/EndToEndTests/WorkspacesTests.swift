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

/// `workspaces`, as people and scripts run it.
@Suite(.alone) struct WorkspacesTests {
  @Test func `without a connected workspace it says how to connect one`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let text = try await connected.run(["workspaces"])
      #expect(text.status == .exited(0))
      #expect(text.text.hasSuffix("Connect one: attio-setup connect"))
      let json = try await connected.run(["workspaces", "--json"])
      #expect(try JSON(json.text) == .object(["schema": .number(1), "workspaces": .list([])]))
    }
  }

  @Test func `lists and shows without asking Attio`() async throws {
    try await ConnectedProject.with(1...2) { connected in
      await connected.sandbox.stop()
      for arguments in [["workspaces"], ["workspaces", "list"]] {
        let text = try await connected.run(arguments)
        #expect(text.status == .exited(0))
        let rows = text.text.split(separator: "\n")
        #expect(rows.count == 3 && rows[0].hasPrefix("Name "))
        #expect(rows[1].contains("sandbox-workspace") && rows[1].hasSuffix("never"))
      }
      let list = try JSON(try await connected.run(["workspaces", "--json"]).text)
      #expect(
        list.workspaces?.elements.map(\.slug) == [
          .text("sandbox-workspace"), .text("second-workspace"),
        ]
      )
      let first = try #require(list.workspaces?.elements.first)
      #expect(first.store == .text("file") && first.verified_at == .null)
      #expect(first.connection == nil && first.client_id == .text("app-1"))
      let show = try await connected.run(["workspaces", "show", "second-workspace"])
      #expect(
        show.status == .exited(0) && show.text.hasPrefix("Second Workspace (second-workspace)")
      )
      #expect(show.text.contains("workspaces.json (mode 0600)"))
    }
  }

  @Test(arguments: [
    ["workspaces", "show"], ["workspaces", "remove"], ["status", "--workspace"],
    ["run", "--workspace"], ["workspaces", "export"],
  ])
  func `an unknown workspace is answered with the nearest one`(command: [String]) async throws {
    try await ConnectedProject.with(1...2) { connected in
      let rest =
        switch command.last {
        case "export": ["--to", "true"]
        default: command[0] == "run" ? ["--json", "--", "true"] : ["--json"]
        }
      let answer = try await connected.run(command + ["second-workspaec"] + rest)
      #expect(answer.status == .exited(1))
      let said = answer.text + answer.errorText
      #expect(said.contains("Did you mean second-workspace?"))
      if rest.contains("--json") {
        #expect(try JSON(answer.text).error?.kind == .text("unknown_workspace"))
      }
    }
  }

  @Test func `remove forgets the token and says that it stays valid`() async throws {
    try await ConnectedProject.with(1...2) { connected in
      try await connected.save(
        SandboxScenario.full.token,
        of: 3,
        api: "https://api.attio.com/v2"
      )
      let answer = try await connected.run(["workspaces", "remove", "workspace-3"])
      #expect(answer.status == .exited(0))
      #expect(answer.text.contains("stays valid until the app is uninstalled"))
      #expect(answer.text.contains("\(connected.sandbox.appURL)/workspace-3\n"))
      let json = try await connected.run(["workspaces", "remove", "sandbox-workspace", "--json"])
      #expect(try JSON(json.text).token_still_valid == .bool(false))
      #expect(try connected.store.workspaces().map(\.slug) == ["second-workspace"])
      let file = try String(contentsOfFile: connected.store.filePath, encoding: .utf8)
      #expect(!file.contains(SandboxScenario.full.token))
    }
  }

  @Test func `status looks at the store's token`() async throws {
    try await ConnectedProject.with(1...2) { connected in
      let token = try await connected.token("second-workspace")
      try connected.project.write(".env\n", to: ".gitignore")
      let arguments = ["status", "--workspace", "second-workspace", "--json"]
      let answer = try await connected.run(arguments)
      #expect(answer.status == .exited(0))
      let document = try JSON(answer.text)
      #expect(document.token?.source == .text("workspace_store"))
      #expect(document.workspace?.slug == .text("second-workspace"))
      #expect(document.connection?.state == .text("connected"))
      #expect(!answer.text.contains(token))
      let noted = try connected.store.workspaces().first { $0.slug == "second-workspace" }
      #expect(noted?.scopes.count == 16 && noted?.verifiedAt != nil)

      try connected.project.write("let token = \"\(token)\"\n", to: "leak.js")
      try await Program.tool("git", ["add", "leak.js"], in: connected.project)
      let leaking = try JSON(try await connected.run(arguments).text)
      let history = leaking.checks?.elements.first { $0.id == .text("git.history") }
      #expect(history?.state == .text("fail"))

      let elsewhere = try await connected.run(
        arguments,
        environment: ["ATTIO_BASE_URL": "https://api.example.invalid/v2"]
      )
      #expect(try JSON(elsewhere.text).connection?.state == .text("not_checked"))
    }
  }
}
