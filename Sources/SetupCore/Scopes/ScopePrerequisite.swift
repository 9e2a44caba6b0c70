/// A scope that a resource is of no use without, whatever its own level.
///
/// Direct ones only: the table of endpoints asks for meetings' records, but not for the objects
/// of those records.
package struct ScopePrerequisite: Equatable, Sendable {
  /// The resource that needs something: `task`.
  package var resource: String
  /// What it needs: `user_management:read`.
  package var needed: Scope
  /// Why, as one sentence.
  package var reason: String

  /// Gives what a resource needs, comments being those on records.
  package static func of(_ resource: String) -> [ScopePrerequisite] {
    all.filter { $0.resource == resource }
  }

  /// What stands in for the prerequisites of comments where the comments are on list entries.
  package static let listComments = ScopeSet(parsing: "list_configuration:read list_entry:read")

  /// Gives what the resources of a set need besides, with its own scopes left out.
  package static func missing(in set: ScopeSet) -> [ScopePrerequisite] {
    let unmet = all.filter { set.level(of: $0.resource) > .none && !set.covers($0.needed) }
    let direct = unmet.filter { $0.resource != "comment" }
    let reached = set.union(ScopeSet(direct.map(\.needed)))
    return reached.covers(listComments) ? direct : unmet
  }

  /// Gives a set together with what its resources need.
  package static func closure(of set: ScopeSet) -> ScopeSet {
    set.union(ScopeSet(missing(in: set).map(\.needed)))
  }

  /// All of them, tested against the table of endpoints.
  static let all: [ScopePrerequisite] = [
    row("record_permission", "object_configuration", "Records", "to name objects and attributes"),
    row("list_entry", "list_configuration", "List entries", "to name lists and attributes"),
    row("note", "object_configuration", "Notes", "to name the object they belong to"),
    row("note", "record_permission", "Notes", "to reach the record they belong to"),
    row("task", "object_configuration", "Tasks", "to name the objects of linked records"),
    row("task", "record_permission", "Tasks", "to reach linked records"),
    row("task", "user_management", "Tasks", "to name assignees"),
    row("comment", "object_configuration", "Comments on records", "to name the object"),
    row("comment", "record_permission", "Comments on records", "to reach the record"),
    row("meeting", "record_permission", "Meetings", "to reach the records of participants"),
    row("call_recording", "meeting", "Call recordings", "to reach their meeting"),
    row("file", "object_configuration", "Files", "to name the object they belong to"),
    row("file", "record_permission", "Files", "to reach the record they belong to"),
    row("email", "object_configuration", "E-mails", "to name the objects of linked records"),
    row("email", "record_permission", "E-mails", "to reach linked records"),
    row("activity_record", "activity_configuration", "Activity records", "to name the activity"),
    row("activity_record", "object_configuration", "Activity records", "to name linked objects"),
    row("activity_record", "record_permission", "Activity records", "to reach linked records"),
  ]

  private static func row(
    _ resource: String,
    _ needed: String,
    _ name: String,
    _ purpose: String
  ) -> ScopePrerequisite {
    let scope = Scope(needed, .read)
    return ScopePrerequisite(
      resource: resource,
      needed: scope,
      reason: "\(name) need \(scope.text) \(purpose)."
    )
  }
}
