extension EndpointRequirements {
  /// Records, and SQL over them.
  static let records: [EndpointRequirement] = [
    .init(
      .post,
      "/v2/objects/{object}/records/query",
      "List records",
      allOf: ["record_permission:read", "object_configuration:read"]
    ),
    .init(
      .post,
      "/v2/objects/{object}/records",
      "Create a record",
      allOf: ["record_permission:read-write", "object_configuration:read"]
    ),
    .init(
      .put,
      "/v2/objects/{object}/records",
      "Upsert a record",
      allOf: ["record_permission:read-write", "object_configuration:read"]
    ),
    .init(
      .delete,
      "/v2/objects/{object}/records/{record_id}",
      "Delete a record",
      allOf: ["object_configuration:read", "record_permission:read-write"]
    ),
    .init(
      .get,
      "/v2/objects/{object}/records/{record_id}",
      "Get a record",
      allOf: ["record_permission:read", "object_configuration:read"]
    ),
    .init(
      .patch,
      "/v2/objects/{object}/records/{record_id}",
      "Update a record (append multiselect values)",
      allOf: ["record_permission:read-write", "object_configuration:read"]
    ),
    .init(
      .put,
      "/v2/objects/{object}/records/{record_id}",
      "Update a record (overwrite multiselect values)",
      allOf: ["record_permission:read-write", "object_configuration:read"]
    ),
    .init(
      .post,
      "/v2/objects/{object}/records/merge",
      "Merge two records",
      allOf: ["record_permission:read-write", "object_configuration:read"]
    ),
    .init(
      .get,
      "/v2/objects/{object}/records/{record_id}/attributes/{attribute}/values",
      "List record attribute values",
      allOf: ["record_permission:read", "object_configuration:read"]
    ),
    .init(
      .get,
      "/v2/objects/{object}/records/{record_id}/entries",
      "List record entries",
      allOf: ["record_permission:read", "object_configuration:read", "list_entry:read"]
    ),
    .init(
      .post,
      "/v2/objects/records/search",
      "Search records",
      allOf: ["record_permission:read", "object_configuration:read"]
    ),
    .init(
      .post,
      "/v2/sql",
      "Query SQL",
      allOf: ["record_permission:read", "object_configuration:read"]
    ),
  ]
}
