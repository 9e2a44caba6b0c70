import AttioTables
import FoundationEssentials
import Ground
import SetupCore
import TestSupport
import Testing

struct ScopesDocumentTests {
  private func json(_ document: ScopesDocument) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try String(decoding: encoder.encode(document.json), as: UTF8.self)
  }

  private func document(
    _ preset: ScopePreset? = nil,
    _ calls: String...
  ) throws -> ScopesDocument {
    ScopesDocument(preset: preset, calls: try calls.map { try EndpointMatcher.match($0) })
  }

  @Test func `writes the promised document for calls`() throws {
    #expect(
      try json(document(nil, "POST /v2/tasks", "GET /v2/tasks")) == """
        {"calls":[{"call":"POST /v2/tasks","needs":["record_permission:read",\
        "object_configuration:read","task:read-write","user_management:read"],"remark":null},\
        {"call":"GET /v2/tasks","needs":["record_permission:read","object_configuration:read",\
        "task:read","user_management:read"],"remark":null}],"schema":1,\
        "scopes":["record_permission:read","object_configuration:read","task:read-write",\
        "user_management:read"]}
        """
    )
  }

  @Test(arguments: ScopePreset.allCases)
  func `writes a preset's scopes without calls and without the table`(
    _ preset: ScopePreset
  ) throws {
    let document = try document(preset)
    #expect(document.scopes == preset.scopes.scopes)
    #expect(document.calls == [])
    #expect(document.table == nil)
    #expect(try !json(document).contains("\"table\""))
  }

  @Test func `joins a preset with the needs of calls`() throws {
    let document = try document(.webhooks, "DELETE /v2/notes/{id}")
    #expect(document.scopes.map(\.text) == ["note:read-write", "webhook:read-write"])
  }

  @Test func `gives the table with every scope that is offered`() throws {
    let document = try document()
    let table = try #require(document.table)
    #expect(table.count == 24)
    #expect(Set(table.map(\.scope.resource)).count == ScopeCatalogue.rows.count)
    #expect(document.scopes == table.map(\.scope))
    #expect(table.allSatisfy { ScopeCatalogue.isKnown($0.scope) && !$0.grants.isEmpty })
    let row = try #require(table.first { $0.scope.text == "list_entry:read-write" })
    #expect(row.needs.names == ["list_configuration:read"])
    #expect(
      try json(document).contains(
        #"{"grants":"See webhooks","level":"read","needs":[],"resource":"webhook","#
          + #""scope":"webhook:read"}"#
      )
    )
  }

  @Test func `needs nothing for the call that needs nothing`() throws {
    let document = try document(nil, "GET /v2/self")
    #expect(try json(document).contains(#""scopes":[]"#))
    #expect(
      ScopesText.lines(document)
        == ["No scopes are needed.", "", "GET /v2/self (Identify) needs no scope."]
    )
  }

  @Test(arguments: EndpointRequirements.all)
  func `covers each call of the table and nothing more`(_ row: EndpointRequirement) throws {
    let call = "\(row.method.rawValue) \(row.path)"
    let document = try document(nil, call)
    let needed = row.allOf + (row.alternatives.first?.scopes ?? [])
    #expect(Set(document.scopes.map(\.text)) == Set(ScopeSet(names: needed).names))
    #expect(ScopesText.lines(document).contains("\(call) (\(row.title)) needs:") || needed == [])
  }

  @Test func `says which calls only a workspace's token may make`() throws {
    let document = try document(nil, "POST /v2/webhooks")
    #expect(try json(document).contains(#""level":"workspace""#))
    #expect(
      ScopesText.lines(document).contains(
        "  Only a workspace's token may make it, and no member's."
      )
    )
    #expect(try !json(self.document(nil, "POST /v2/tasks")).contains("level\":\"workspace"))
  }

  @Test func `says in text what holds otherwise`() throws {
    let lines = ScopesText.lines(try document(nil, "GET /v2/threads"))
    #expect(lines.first == "3 scopes, none can write:")
    #expect(lines.joined(separator: " ").contains("for those on list entries it"))
    #expect(
      lines.last
        == "  # attio-scopes: record_permission:read object_configuration:read comment:read"
    )
  }

  @Test func `shows the table as the golden file has it`() throws {
    let lines = ScopesText.lines(ScopesDocument())
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
    let golden = GoldenFile("scopes-table", target: "SetupCoreTests")
    #expect(try golden.difference(from: lines.joined(separator: "\n") + "\n") == nil)
  }
}
