extension EndpointRequirements {
  /// Meetings, call recordings, files and e-mails.
  static let content: [EndpointRequirement] = [
    .init(
      .get,
      "/v2/meetings",
      "List meetings",
      allOf: ["meeting:read", "record_permission:read"]
    ),
    .init(
      .post,
      "/v2/meetings",
      "Create a meeting",
      allOf: ["meeting:read-write", "record_permission:read"]
    ),
    .init(
      .get,
      "/v2/meetings/{meeting_id}",
      "Get a meeting",
      allOf: ["meeting:read", "record_permission:read"]
    ),
    .init(
      .get,
      "/v2/meetings/{meeting_id}/call_recordings",
      "List call recordings",
      allOf: ["meeting:read", "call_recording:read"]
    ),
    .init(
      .post,
      "/v2/meetings/{meeting_id}/call_recordings",
      "Create call recording",
      allOf: ["meeting:read", "call_recording:read-write"]
    ),
    .init(
      .delete,
      "/v2/meetings/{meeting_id}/call_recordings/{call_recording_id}",
      "Delete call recording",
      allOf: ["meeting:read", "call_recording:read-write"]
    ),
    .init(
      .get,
      "/v2/meetings/{meeting_id}/call_recordings/{call_recording_id}",
      "Get call recording",
      allOf: ["meeting:read", "call_recording:read"]
    ),
    .init(
      .get,
      "/v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript",
      "Get call transcript",
      allOf: ["meeting:read", "call_recording:read"]
    ),
    .init(
      .get,
      "/v2/files",
      "List files",
      allOf: ["object_configuration:read", "record_permission:read", "file:read"]
    ),
    .init(
      .post,
      "/v2/files",
      "Create a folder",
      allOf: ["file:read-write", "object_configuration:read", "record_permission:read"]
    ),
    .init(
      .post,
      "/v2/files/upload",
      "Upload a file",
      allOf: ["file:read-write", "object_configuration:read", "record_permission:read"]
    ),
    .init(
      .delete,
      "/v2/files/{file_id}",
      "Delete a file",
      allOf: ["file:read-write", "object_configuration:read", "record_permission:read"]
    ),
    .init(
      .get,
      "/v2/files/{file_id}",
      "Get a file",
      allOf: ["file:read", "object_configuration:read", "record_permission:read"]
    ),
    .init(
      .get,
      "/v2/files/{file_id}/download",
      "Download a file",
      allOf: ["object_configuration:read", "record_permission:read", "file:read"]
    ),
    .init(.delete, "/v2/meetings/{meeting_id}", "Delete a meeting", allOf: ["meeting:read-write"]),
    .init(
      .get,
      "/v2/emails",
      "List emails (alpha)",
      allOf: ["email:read", "record_permission:read", "object_configuration:read"]
    ),
  ]
}
