internal import AttioTables

/// One harmless read that shows whether a resource can be reached.
package struct ProbeRead: Equatable, Sendable {
  /// The call as Attio documents it: `GET /v2/meetings/{meeting_id}/call_recordings`.
  package var call: String
  /// The resource that it stands for: the first half of a scope's name.
  package var resource: String
  /// The scopes that it needs.
  package var needs: ScopeSet
  /// Whether only a workspace's token may ask it.
  package var isForWorkspaces: Bool
  /// Whether it is a POST, which for these calls only queries.
  package var isPost: Bool
  /// What must be known before it can be asked.
  var asksFor: [ProbeThing]
  /// What its answer makes known.
  package var tells: ProbeThing?
  private var address: String

  /// What is sent with a POST.
  package static let body = #"{"limit":1}"#

  /// Fills the address in, without `/v2`; nil while something that it needs is not known.
  package func path(with things: ProbeThings) -> String? {
    var path = address
    for thing in asksFor {
      guard let name = things[thing] else { return nil }
      path = path.replacing("{\(thing.rawValue)}", with: name)
    }
    return path
  }

  /// Ties a resource to a row of the table of endpoints.
  private init?(
    _ resource: String,
    _ call: String,
    asking address: String,
    tells: ProbeThing? = nil
  ) {
    guard let match = try? EndpointMatcher.match(call) else { return nil }
    self.call = call
    self.resource = resource
    self.address = address
    self.tells = tells
    needs = match.needs
    isForWorkspaces = match.requirement.takesWorkspaceTokensOnly
    isPost = match.requirement.method == .post
    asksFor = ProbeThing.allCases.filter { address.contains("{\($0.rawValue)}") }
  }

  /// One read for each of the twelve resources; the parameters are those of Attio's reference.
  static let all: [ProbeRead] = [
    ProbeRead(
      "record_permission",
      "POST /v2/objects/{object}/records/query",
      asking: "/objects/{object}/records/query",
      tells: .record
    ),
    ProbeRead("object_configuration", "GET /v2/objects", asking: "/objects"),
    ProbeRead(
      "list_entry",
      "POST /v2/lists/{list}/entries/query",
      asking: "/lists/{list}/entries/query"
    ),
    ProbeRead("list_configuration", "GET /v2/lists", asking: "/lists", tells: .list),
    ProbeRead("note", "GET /v2/notes", asking: "/notes?limit=1"),
    ProbeRead("task", "GET /v2/tasks", asking: "/tasks?limit=1"),
    ProbeRead(
      "comment",
      "GET /v2/threads",
      asking: "/threads?limit=1&object={object}&record_id={record}"
    ),
    ProbeRead("user_management", "GET /v2/workspace_members", asking: "/workspace_members"),
    ProbeRead("webhook", "GET /v2/webhooks", asking: "/webhooks?limit=1"),
    ProbeRead("meeting", "GET /v2/meetings", asking: "/meetings?limit=1", tells: .meeting),
    ProbeRead(
      "call_recording",
      "GET /v2/meetings/{meeting_id}/call_recordings",
      asking: "/meetings/{meeting}/call_recordings?limit=1"
    ),
    ProbeRead(
      "file",
      "GET /v2/files",
      asking: "/files?limit=1&object={object}&record_id={record}"
    ),
  ].compactMap { $0 }
}
