import SetupRuntime
import TestSupport
import Testing

/// `scopes` as scripts and people run it.
@Suite(.alone) struct ScopesTests {
  @Test func `names the smallest set for calls in every spelling`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(
        [
          "scopes", "--json", "--for", "POST /v2/tasks", "--for", "get v2/objects/:slug",
          "--for", "DELETE https://api.attio.com/v2/notes/2f1d?x=1",
        ],
        in: project
      )
      let document = try JSON(answer.text)
      #expect(answer.status == .exited(0))
      #expect(answer.errorText == "")
      #expect(document.schema == .number(1))
      #expect(
        document.scopes?.elements.compactMap(\.string) == [
          "record_permission:read", "object_configuration:read", "note:read-write",
          "task:read-write", "user_management:read",
        ]
      )
      #expect(document.calls?.elements.map(\.call).first == .text("POST /v2/tasks"))
      #expect(
        document.calls?.elements.last?.needs?.elements.compactMap(\.string) == ["note:read-write"]
      )
      #expect(document.table == nil)
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `prints the table and each preset`() async throws {
    try await ScratchProject.with { project in
      let table = try JSON(try await Program.run(["scopes", "--json"], in: project).text)
      #expect(table.table?.elements.count == 24)
      #expect(table.calls == .list([]))
      let text = try await Program.run(["scopes"], in: project)
      #expect(text.text.contains("task:read-write                  See, create, change"))
      for name in ["read-only", "crm-sync", "notes-and-tasks", "webhooks", "everything"] {
        #expect(text.text.contains("  \(name) "))
        let answer = try await Program.run(["scopes", "--preset", name, "--json"], in: project)
        #expect(answer.status == .exited(0))
        let document = try JSON(answer.text)
        #expect(document.table == nil)
        #expect(document.scopes?.elements.isEmpty == false)
      }
    }
  }

  @Test(arguments: [
    (["--for", "GET /v2/tasks/query/all"], "tasks"),
    (["--for", "GET /v2/tsks"], "Did you mean GET /v2/tasks (List tasks)"),
    (["--for", "FETCH /v2/tasks"], "POST /v2/tasks"),
    (["--for", "POST /v2/tasks", "--for", "nonsense"], "“nonsense” is no call."),
    (["--preset", "nothing"], "read-only, crm-sync, notes-and-tasks, webhooks, everything"),
  ])
  func `wrong usage ends with 64 and says what was meant`(
    arguments: [String],
    words: String
  ) async throws {
    try await ScratchProject.with { project in
      let text = try await Program.run(["scopes"] + arguments, in: project)
      #expect(text.status == .exited(64))
      #expect(text.text == "")
      #expect(text.errorText.contains(words))
      let json = try await Program.run(["scopes", "--json"] + arguments, in: project)
      #expect(json.status == .exited(64))
      let error = try JSON(json.text).error
      #expect(error?.kind == .text("usage"))
      let said = [error?.message, error?.remedy].compactMap { $0?.string }.joined(separator: " ")
      #expect(said.contains(words))
    }
  }
}
