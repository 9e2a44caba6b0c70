import AttioTables
import SetupCore
import TestSupport
import Testing

struct ScopePrerequisiteTests {
  /// The resource that a path is about, which is not written down in the table.
  private func subject(of path: String) -> String? {
    if path.contains("/call_recordings") { return "call_recording" }
    // Deleting a type of activity takes its records along.
    if path.hasPrefix("/v2/activities") && !path.contains("/records") { return nil }
    if path == "/v2/objects/{object}" { return nil }
    if path.contains("/attributes") && path.contains("{target}") { return nil }
    if path.hasSuffix("/records/{record_id}/entries") { return nil }
    let subjects = [
      ("/v2/sequences/", "sequence_unsubscribe"),
      ("/v2/activities/{activity}/records", "activity_record"),
      ("/v2/notes", "note"), ("/v2/tasks", "task"), ("/v2/threads", "comment"),
      ("/v2/comments", "comment"), ("/v2/meetings", "meeting"), ("/v2/files", "file"),
      ("/v2/emails", "email"), ("/records", "record_permission"), ("/v2/sql", "record_permission"),
      ("/entries", "list_entry"), ("/v2/webhooks", "webhook"), ("/v2/lists", "list_configuration"),
      ("/v2/objects", "object_configuration"), ("/v2/workspace_members", "user_management"),
    ]
    return subjects.first { path.contains($0.0) }?.1
  }

  @Test
  func `says of every resource what the table of endpoints says`() {
    var needed: [String: Set<String>] = [:]
    for row in EndpointRequirements.all {
      guard let subject = subject(of: row.path) else { continue }
      let onRecords = row.alternatives.first { $0.condition == .onRecords }?.scopes ?? []
      let besides = (row.allOf + onRecords).filter { !$0.hasPrefix("\(subject):") }
      needed[subject, default: []].formUnion(besides)
    }
    #expect(needed.count == 15)
    for (subject, scopes) in needed {
      let ours = ScopePrerequisite.of(subject)
      #expect(Set(ours.map(\.needed.text)) == scopes, "\(subject)")
      #expect(ours.allSatisfy { $0.reason.contains($0.needed.text) && $0.reason.hasSuffix(".") })
    }
  }

  @Test(arguments: [
    (
      "task:read",
      "record_permission:read object_configuration:read task:read user_management:read"
    ),
    ("meeting:read", "record_permission:read meeting:read"),
    ("call_recording:read-write", "meeting:read call_recording:read-write"),
    ("comment:read", "record_permission:read object_configuration:read comment:read"),
    ("comment:read list_entry:read", "list_entry:read list_configuration:read comment:read"),
    (
      "comment:read list_entry:read record_permission:read",
      """
      record_permission:read object_configuration:read list_entry:read list_configuration:read \
      comment:read
      """
    ),
    ("webhook:read-write", "webhook:read-write"),
    ("unheard_of:read", "unheard_of:read"),
  ])
  func `adds what is needed and no more`(_ chosen: String, _ closed: String) {
    #expect(ScopePrerequisite.closure(of: ScopeSet(parsing: chosen)).text == closed)
  }

  @Test
  func `says why tasks need the members`() {
    #expect(
      ScopePrerequisite.of("task").map(\.reason).contains(
        "Tasks need user_management:read to name assignees."
      )
    )
  }
}
