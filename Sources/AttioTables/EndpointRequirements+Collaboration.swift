extension EndpointRequirements {
  /// Notes, tasks, threads and comments.
  static let collaboration: [EndpointRequirement] = [
    .init(
      .get,
      "/v2/notes",
      "List notes",
      allOf: ["note:read", "object_configuration:read", "record_permission:read"]
    ),
    .init(
      .post,
      "/v2/notes",
      "Create a note",
      allOf: ["note:read-write", "object_configuration:read", "record_permission:read"]
    ),
    .init(.delete, "/v2/notes/{note_id}", "Delete a note", allOf: ["note:read-write"]),
    .init(
      .get,
      "/v2/notes/{note_id}",
      "Get a note",
      allOf: ["note:read", "object_configuration:read", "record_permission:read"]
    ),
    .init(
      .get,
      "/v2/tasks",
      "List tasks",
      allOf: [
        "task:read", "object_configuration:read", "record_permission:read", "user_management:read",
      ]
    ),
    .init(
      .post,
      "/v2/tasks",
      "Create a task",
      allOf: [
        "task:read-write", "object_configuration:read", "record_permission:read",
        "user_management:read",
      ]
    ),
    .init(.delete, "/v2/tasks/{task_id}", "Delete a task", allOf: ["task:read-write"]),
    .init(
      .get,
      "/v2/tasks/{task_id}",
      "Get a task",
      allOf: [
        "task:read", "object_configuration:read", "record_permission:read", "user_management:read",
      ]
    ),
    .init(
      .patch,
      "/v2/tasks/{task_id}",
      "Update a task",
      allOf: [
        "task:read-write", "object_configuration:read", "record_permission:read",
        "user_management:read",
      ]
    ),
    .init(
      .get,
      "/v2/threads",
      "List threads",
      allOf: ["comment:read"],
      when: [
        .init(.onRecords, ["object_configuration:read", "record_permission:read"]),
        .init(.onListEntries, ["list_configuration:read", "list_entry:read"]),
      ]
    ),
    .init(
      .get,
      "/v2/threads/{thread_id}",
      "Get a thread",
      allOf: ["comment:read"],
      when: [
        .init(.onRecords, ["object_configuration:read", "record_permission:read"]),
        .init(.onListEntries, ["list_configuration:read", "list_entry:read"]),
      ]
    ),
    .init(
      .post,
      "/v2/comments",
      "Create a comment",
      allOf: ["comment:read-write"],
      when: [
        .init(.onRecords, ["object_configuration:read", "record_permission:read"]),
        .init(.onListEntries, ["list_configuration:read", "list_entry:read"]),
      ]
    ),
    .init(.delete, "/v2/comments/{comment_id}", "Delete a comment", allOf: ["comment:read-write"]),
    .init(
      .get,
      "/v2/comments/{comment_id}",
      "Get a comment",
      allOf: ["comment:read"],
      when: [
        .init(.onRecords, ["object_configuration:read", "record_permission:read"]),
        .init(.onListEntries, ["list_configuration:read", "list_entry:read"]),
      ]
    ),
    .init(
      .patch,
      "/v2/notes/{note_id}",
      "Update a note",
      allOf: ["note:read-write", "object_configuration:read", "record_permission:read"]
    ),
  ]
}
