/// The resources that Attio's scopes are made of.
package enum ScopeResources {
  /// The twelve that a live token was seen with, in the order of the wizard's table.
  package static let offered: [ScopeResource] = [
    .init(
      resource: "record_permission",
      label: "Records",
      isLabelConfirmed: true,
      readGrants: "See the records of every object",
      readWriteGrants: "See, create, change and delete records",
      status: .offered
    ),
    .offered(
      "object_configuration",
      label: "Object configuration",
      read: "See which objects and attributes there are",
      readWrite: "See, create and change objects, attributes"
    ),
    .offered(
      "list_entry",
      label: "List entries",
      read: "See the entries of every list",
      readWrite: "See, add, change and remove list entries"
    ),
    .offered(
      "list_configuration",
      label: "List configuration",
      read: "See which lists and list attributes there are",
      readWrite: "See, create and change lists, list attributes"
    ),
    .offered(
      "note",
      label: "Notes",
      read: "See notes",
      readWrite: "See, create, change and delete notes"
    ),
    .offered(
      "task",
      label: "Tasks",
      read: "See tasks",
      readWrite: "See, create, change and delete tasks"
    ),
    .offered(
      "comment",
      label: "Comments",
      read: "See comments and threads",
      readWrite: "See, create and delete comments"
    ),
    .offered(
      "user_management",
      label: "User management",
      read: "See the members of the workspace",
      readWrite: "See the members; no call needs to write"
    ),
    .offered(
      "webhook",
      label: "Webhooks",
      read: "See webhooks",
      readWrite: "See, create, change and delete webhooks"
    ),
    .offered(
      "meeting",
      label: "Meetings",
      read: "See meetings",
      readWrite: "See, create and delete meetings"
    ),
    .offered(
      "call_recording",
      label: "Call recordings",
      read: "See recordings, transcripts and speakers",
      readWrite: "See, create and delete call recordings"
    ),
    .offered(
      "file",
      label: "Files",
      read: "See and download files",
      readWrite: "See, upload and delete files"
    ),
  ]

  /// All resources whose names are known; those that are not offered come last.
  package static let known: [ScopeResource] = offered + notOffered

  private static let notOffered: [ScopeResource] = [
    .init(
      resource: "email",
      label: "Emails",
      isLabelConfirmed: true,
      readGrants: "See synced e-mails (alpha)",
      readWriteGrants: nil,
      status: .recent
    ),
    .init(
      resource: "activity_configuration",
      label: "Activity configuration",
      isLabelConfirmed: false,
      readGrants: "See which types of activity there are",
      readWriteGrants: "See, create and change types of activity",
      status: .recent
    ),
    .init(
      resource: "activity_record",
      label: "Activity records",
      isLabelConfirmed: false,
      readGrants: "See activities",
      readWriteGrants: "See, create, change and delete activities",
      status: .recent
    ),
    .init(
      resource: "sequence_unsubscribe",
      label: "Sequence unsubscribes",
      isLabelConfirmed: false,
      readGrants: nil,
      readWriteGrants: "Record unsubscribed e-mail addresses",
      status: .recent
    ),
    .init(
      resource: "scim_management",
      label: "SCIM",
      isLabelConfirmed: false,
      readGrants: "See users through SCIM",
      readWriteGrants: "Manage users through SCIM",
      status: .uncertain
    ),
    .init(
      resource: "public_collection",
      label: "Public collections",
      isLabelConfirmed: false,
      readGrants: "Old collections; no call needs it",
      readWriteGrants: "Old collections; no call needs it",
      status: .legacy
    ),
    .init(
      resource: "private_collection",
      label: "Private collections",
      isLabelConfirmed: false,
      readGrants: "Old collections; no call needs it",
      readWriteGrants: "Old collections; no call needs it",
      status: .legacy
    ),
  ]
}

extension ScopeResource {
  /// One that is offered under a label that nobody has confirmed.
  fileprivate static func offered(
    _ resource: String,
    label: String,
    read: String,
    readWrite: String
  ) -> ScopeResource {
    ScopeResource(
      resource: resource,
      label: label,
      isLabelConfirmed: false,
      readGrants: read,
      readWriteGrants: readWrite,
      status: .offered
    )
  }
}
