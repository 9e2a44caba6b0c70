extension EndpointRequirements {
  /// Members, webhooks, the token itself, and what belongs nowhere else.
  static let workspace: [EndpointRequirement] = [
    .init(.get, "/v2/workspace_members", "List workspace members", allOf: ["user_management:read"]),
    .init(
      .get,
      "/v2/workspace_members/{workspace_member_id}",
      "Get a workspace member",
      allOf: ["user_management:read"]
    ),
    .init(.get, "/v2/webhooks", "List webhooks", allOf: ["webhook:read"]),
    .init(.post, "/v2/webhooks", "Create a webhook", allOf: ["webhook:read-write"]),
    .init(.delete, "/v2/webhooks/{webhook_id}", "Delete a webhook", allOf: ["webhook:read-write"]),
    .init(.get, "/v2/webhooks/{webhook_id}", "Get a webhook", allOf: ["webhook:read"]),
    .init(.patch, "/v2/webhooks/{webhook_id}", "Update a webhook", allOf: ["webhook:read-write"]),
    .init(.get, "/v2/self", "Identify", allOf: []),
    .init(.get, "/scim/v2/Schemas", "List SCIM schemas", allOf: ["scim_management:read-write"]),
    .init(
      .post,
      "/v2/sequences/unsubscribed_emails",
      "Record unsubscribed e-mail addresses",
      allOf: ["sequence_unsubscribe:read-write"]
    ),
  ]
}
