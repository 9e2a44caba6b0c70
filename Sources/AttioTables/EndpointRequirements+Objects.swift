extension EndpointRequirements {
  /// Objects: what kinds of record there are.
  static let objects: [EndpointRequirement] = [
    .init(.get, "/v2/objects", "List objects", allOf: ["object_configuration:read"]),
    .init(.post, "/v2/objects", "Create an object", allOf: ["object_configuration:read-write"]),
    .init(.get, "/v2/objects/{object}", "Get an object", allOf: ["object_configuration:read"]),
    .init(
      .patch,
      "/v2/objects/{object}",
      "Update an object",
      allOf: ["object_configuration:read-write"]
    ),
    .init(
      .get,
      "/v2/objects/{object}/views",
      "List views for object",
      allOf: ["object_configuration:read"]
    ),
    .init(
      .delete,
      "/v2/objects/{object}",
      "Delete an object",
      allOf: ["object_configuration:read-write"]
    ),
  ]
}
