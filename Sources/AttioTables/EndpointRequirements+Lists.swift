extension EndpointRequirements {
  /// Lists and their entries.
  static let lists: [EndpointRequirement] = [
    .init(.get, "/v2/lists", "List all lists", allOf: ["list_configuration:read"]),
    .init(.post, "/v2/lists", "Create a list", allOf: ["list_configuration:read-write"]),
    .init(.get, "/v2/lists/{list}", "Get a list", allOf: ["list_configuration:read"]),
    .init(.patch, "/v2/lists/{list}", "Update a list", allOf: ["list_configuration:read-write"]),
    .init(
      .get,
      "/v2/lists/{list}/views",
      "List views for list",
      allOf: ["list_configuration:read"]
    ),
    .init(
      .post,
      "/v2/lists/{list}/entries/query",
      "List entries",
      allOf: ["list_entry:read", "list_configuration:read"]
    ),
    .init(
      .post,
      "/v2/lists/{list}/entries",
      "Create an entry (add record to list)",
      allOf: ["list_entry:read-write", "list_configuration:read"]
    ),
    .init(
      .put,
      "/v2/lists/{list}/entries",
      "Upsert a list entry by parent",
      allOf: ["list_entry:read-write", "list_configuration:read"]
    ),
    .init(
      .delete,
      "/v2/lists/{list}/entries/{entry_id}",
      "Delete a list entry",
      allOf: ["list_entry:read-write", "list_configuration:read"]
    ),
    .init(
      .get,
      "/v2/lists/{list}/entries/{entry_id}",
      "Get a list entry",
      allOf: ["list_entry:read", "list_configuration:read"]
    ),
    .init(
      .patch,
      "/v2/lists/{list}/entries/{entry_id}",
      "Update a list entry (append multiselect values)",
      allOf: ["list_entry:read-write", "list_configuration:read"]
    ),
    .init(
      .put,
      "/v2/lists/{list}/entries/{entry_id}",
      "Update a list entry (overwrite multiselect values)",
      allOf: ["list_entry:read-write", "list_configuration:read"]
    ),
    .init(
      .get,
      "/v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values",
      "List attribute values for a list entry",
      allOf: ["list_entry:read", "list_configuration:read"]
    ),
  ]
}
