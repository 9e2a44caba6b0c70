import AttioTables
import SetupCore
import TestSupport
import Testing

struct EndpointMatcherTests {
  @Test(arguments: EndpointRequirements.all)
  func `finds every row of the table in every spelling`(_ row: EndpointRequirement) throws {
    for filled in ["{id}", ":id", "<id>", "bf071e1f-6035-429d-b874-d83ea64ea13b"] {
      let path = row.path.replacing("{target}", with: "lists")
        .replacing(/\{[a-z_]+\}/, with: filled)
      for spelling in [path, "\(path)?limit=10#top", "https://api.attio.com\(path)", "\(path)/"] {
        let match = try EndpointMatcher.match("\(row.method.rawValue) \(spelling)")
        #expect(match.requirement == row)
      }
    }
  }

  @Test(arguments: EndpointRequirements.all)
  func `names the scopes of every row`(_ row: EndpointRequirement) throws {
    let match = try EndpointMatcher.match("\(row.method.rawValue) \(row.path)")
    #expect(match.requirement == row)
    let conditional = row.alternatives.first?.scopes ?? []
    #expect(match.needs == ScopeSet(names: row.allOf + conditional))
    #expect(
      (match.remark == nil) == (row.alternatives.isEmpty && !row.takesWorkspaceTokensOnly)
    )
  }

  @Test(arguments: [
    (
      "POST /v2/tasks",
      "record_permission:read object_configuration:read task:read-write user_management:read"
    ),
    (
      "post /tasks/",
      "record_permission:read object_configuration:read task:read-write user_management:read"
    ),
    ("DELETE /v2/tasks/:id", "task:read-write"),
    ("GET /v2/self", ""),
    ("GET self", ""),
    ("GET /v2/lists/my-list/attributes", "list_configuration:read"),
    ("GET /v2/objects/people/attributes", "object_configuration:read"),
    ("PATCH objects/people/attributes/name?x=1", "object_configuration:read-write"),
    ("POST /v2/objects/people/records/query", "record_permission:read object_configuration:read"),
    ("POST /v2/objects/records/search", "record_permission:read object_configuration:read"),
    ("POST /v2/comments", "record_permission:read object_configuration:read comment:read-write"),
  ])
  func `names the scopes of a call`(_ text: String, _ scopes: String) throws {
    #expect(try EndpointMatcher.match(text).needs.text == scopes)
  }

  @Test
  func `says what it assumed`() throws {
    #expect(try EndpointMatcher.match("GET /v2/objects/people/attributes").remark == nil)
    #expect(try EndpointMatcher.match("GET /v2/lists/x/attributes").remark == nil)
    #expect(
      try EndpointMatcher.match("GET /v2/{target}/{id}/attributes").remark
        == "This is for attributes of objects; for those of lists it needs "
        + "list_configuration:read instead."
    )
    #expect(
      try EndpointMatcher.match("GET /v2/threads").remark
        == "This is for comments on records; for those on list entries it needs "
        + "list_configuration:read and list_entry:read instead."
    )
  }

  @Test
  func `gives the smallest set for several calls`() throws {
    let calls = try ["GET /v2/notes", "POST /v2/notes", "GET /v2/meetings", "GET /v2/self"]
      .map { try EndpointMatcher.match($0) }
    #expect(
      EndpointMatcher.scopes(covering: calls).text
        == "record_permission:read object_configuration:read note:read-write meeting:read"
    )
    #expect(EndpointMatcher.scopes(covering: []).isEmpty)
  }

  @Test(arguments: [
    ("GET /v2/objects/people/records", "POST /v2/objects/{object}/records/query"),
    ("GET /v2/task", "GET /v2/tasks"),
    ("PUT /v2/tasks/12", "PATCH /v2/tasks/{task_id}"),
    ("POST /v2/note", "POST /v2/notes"),
    ("GET /v2/objekts/people/attributes", "GET /v2/{target}/{identifier}/attributes"),
    ("PATCH /v2/webhook/1", "PATCH /v2/webhooks/{webhook_id}"),
  ])
  func `suggests the nearest call`(_ text: String, _ nearest: String) {
    do throws(EndpointMatcher.Failure) {
      _ = try EndpointMatcher.match(text)
      Issue.record("matched")
    } catch {
      guard case .unknown(_, let rows) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(rows.first.map { "\($0.method.rawValue) \($0.path)" } == nearest)
      #expect(error.sentence.contains(nearest))
    }
  }

  @Test(arguments: ["", "tasks", "/v2/tasks", "FETCH /v2/tasks", "GET /v2/tasks now"])
  func `says how to write a call`(_ text: String) {
    #expect(throws: EndpointMatcher.Failure.notACall(text)) {
      try EndpointMatcher.match(text)
    }
  }

  @Test
  func `has no suggestion for something else altogether`() {
    #expect(throws: EndpointMatcher.Failure.unknown("GET /a/b/c/d/e/f/g/h/i", nearest: [])) {
      try EndpointMatcher.match("GET /a/b/c/d/e/f/g/h/i")
    }
  }
}
