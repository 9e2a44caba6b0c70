import AttioSandbox
import TestSupport
import Testing

/// Walks every documented endpoint with every ordinary token, and computes from the documented
/// table alone what must be allowed.
@Suite(.alone) struct EndpointWalkTests {
  @Test(arguments: [
    SandboxScenario.full, .readOnly, .noScopes, .recordsOnly, .otherWorkspace,
  ])
  func `allows exactly what the documented scopes allow`(scenario: SandboxScenario) async throws {
    try await withSandbox { sandbox in
      let places = try await Places(sandbox, workspaceOf: scenario)
      for row in EndpointScopesFixture.rows {
        for call in places.calls(of: row) {
          let answer = try await sandbox.call(
            row.method,
            call.target,
            token: scenario.token,
            body: call.body
          )
          try expect(answer, to: call, as: scenario)
        }
      }
    }
  }

  private func expect(
    _ answer: RawHTTPResponse,
    to call: Call,
    as scenario: SandboxScenario
  ) throws {
    let missing = call.needs.filter { !covers(grants(of: scenario), $0) }
    let context: Comment = "\(scenario) \(call.name): needs \(call.needs), got \(answer.text)"
    guard !missing.isEmpty else {
      // What a call is about may not be there, and its body may be wrong: it is let through.
      #expect(answer.status < 500 && answer.status != 401 && answer.status != 403, context)
      return
    }
    #expect(answer.status == 403, context)
    let body = try answer.decoded(ErrorBody.self)
    #expect(body.statusCode == 403)
    #expect(body.type == "auth_error")
    #expect(body.code == "unauthorized")
    let names = missing.map(dashboardName).joined(separator: ", ")
    #expect(body.message.contains("This request requires scopes: \(names). Admins"), context)
  }

  /// The words of a message; only "Records" and "Emails" were ever seen in one of Attio's.
  private func dashboardName(of scope: String) -> String {
    let labels = [
      "record_permission": "Records", "object_configuration": "Object configuration",
      "list_entry": "List entries", "list_configuration": "List configuration", "note": "Notes",
      "task": "Tasks", "comment": "Comments", "user_management": "User management",
      "webhook": "Webhooks", "meeting": "Meetings", "call_recording": "Call recordings",
      "file": "Files", "email": "Emails",
      "sequence_unsubscribe": "Sequence unsubscribes", "activity_record": "Activity records",
      "activity_configuration": "Activity configuration",
    ]
    let halves = scope.split(separator: ":")
    let level = halves[1] == "read" ? "Read" : "Read-Write"
    return "\(level) access to the \(labels[String(halves[0])] ?? "?") scope"
  }

  private func covers(_ granted: Set<String>, _ scope: String) -> Bool {
    granted.contains(scope) || granted.contains(scope.prefix { $0 != ":" } + ":read-write")
  }

  /// What each token holds, written down here once more.
  private func grants(of scenario: SandboxScenario) -> Set<String> {
    let resources = [
      "record_permission", "object_configuration", "list_entry", "list_configuration", "note",
      "task", "comment", "user_management", "webhook", "meeting", "call_recording", "file",
    ]
    let newer: Set = [
      "email:read", "activity_configuration:read-write", "activity_record:read-write",
      "sequence_unsubscribe:read-write",
    ]
    return switch scenario {
    case .full, .otherWorkspace: newer.union(resources.map { "\($0):read-write" })
    case .readOnly: Set(resources.map { "\($0):read" })
    case .recordsOnly: ["record_permission:read-write"]
    default: []
    }
  }
}

/// One request of the walk and the scopes that the documented table asks for.
private struct Call {
  var name: String
  var target: String
  var body: String
  var needs: [String]
}

/// Things to put into a path's parameters, read from the sandbox itself.
private struct Places {
  private var identifiers: [String: [String: String]] = [:]

  init(_ sandbox: SandboxClient, workspaceOf scenario: SandboxScenario) async throws {
    let reader: SandboxScenario = scenario == .otherWorkspace ? .otherWorkspace : .full
    for (condition, query) in [
      ("on records", "object=people"), ("on list entries", "list=sales"),
    ] {
      let threads = try await sandbox.get("/v2/threads?\(query)", as: reader)
        .decoded(ThreadList.self)
      let thread = try #require(threads.data.first)
      let comment = try #require(thread.comments.first)
      identifiers[condition] = [
        "{thread_id}": thread.id.threadId, "{comment_id}": comment.id.commentId,
      ]
    }
  }

  /// The row's calls: one for each of its cases, and one for none of them where that can be.
  func calls(of row: EndpointRow) -> [Call] {
    let unconditional = call(row, condition: "", scopes: [])
    let conditional = row.conditional.map { call(row, condition: $0.condition, scopes: $0.scopes) }
    let canBeNeither = row.path == "/v2/threads" || row.path == "/v2/comments"
    return conditional + (row.conditional.isEmpty || canBeNeither ? [unconditional] : [])
  }

  private func call(_ row: EndpointRow, condition: String, scopes: [String]) -> Call {
    var target = row.path
    for (parameter, value) in values(condition) {
      target = target.replacing(parameter, with: value)
    }
    target = String(target.replacing(#/\{[a-z_]+\}/#, with: "anything"))
    if row.path == "/v2/threads", !condition.isEmpty {
      target += condition == "on records" ? "?object=people" : "?list=sales"
    }
    return Call(
      name: "\(row.method) \(target) \(condition)",
      target: target,
      body: body(row, condition: condition),
      needs: row.allOf + scopes
    )
  }

  private func values(_ condition: String) -> [String: String] {
    var values = ["{object}": "people", "{list}": "sales"]
    values["{target}"] = condition == "target=lists" ? "lists" : "objects"
    values["{identifier}"] = condition == "target=lists" ? "sales" : "people"
    return values.merging(identifiers[condition] ?? [:]) { $1 }
  }

  private func body(_ row: EndpointRow, condition: String) -> String {
    switch (row.method, row.path, condition) {
    case ("POST", "/v2/comments", "on records"): #"{"data":{"record":{"record_id":"x"}}}"#
    case ("POST", "/v2/comments", "on list entries"): #"{"data":{"entry":{"entry_id":"x"}}}"#
    case ("POST", "/v2/objects/records/search", _): #"{"request_as":{"type":"workspace"}}"#
    case ("POST", _, _), ("PUT", _, _), ("PATCH", _, _): #"{"data":{}}"#
    default: ""
    }
  }
}

private struct ThreadList: Decodable {
  struct ThreadID: Decodable { var threadId: String }

  struct CommentID: Decodable { var commentId: String }

  struct CommentThing: Decodable { var id: CommentID }

  struct ThreadThing: Decodable {
    var id: ThreadID
    var comments: [CommentThing]
  }

  var data: [ThreadThing]
}
