extension EndpointRequirements {
  /// Attributes of objects and of lists, with their options and statuses.
  static let attributes: [EndpointRequirement] = [
    .init(
      .get,
      "/v2/{target}/{identifier}/attributes",
      "List attributes",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read"]),
        .init(.targetLists, ["list_configuration:read"]),
      ]
    ),
    .init(
      .post,
      "/v2/{target}/{identifier}/attributes",
      "Create an attribute",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read-write"]),
        .init(.targetLists, ["list_configuration:read-write"]),
      ]
    ),
    .init(
      .get,
      "/v2/{target}/{identifier}/attributes/{attribute}",
      "Get an attribute",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read"]),
        .init(.targetLists, ["list_configuration:read"]),
      ]
    ),
    .init(
      .patch,
      "/v2/{target}/{identifier}/attributes/{attribute}",
      "Update an attribute",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read-write"]),
        .init(.targetLists, ["list_configuration:read-write"]),
      ]
    ),
    .init(
      .get,
      "/v2/{target}/{identifier}/attributes/{attribute}/options",
      "List select options",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read"]),
        .init(.targetLists, ["list_configuration:read"]),
      ]
    ),
    .init(
      .post,
      "/v2/{target}/{identifier}/attributes/{attribute}/options",
      "Create a select option",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read-write"]),
        .init(.targetLists, ["list_configuration:read-write"]),
      ]
    ),
    .init(
      .patch,
      "/v2/{target}/{identifier}/attributes/{attribute}/options/{option}",
      "Update a select option",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read-write"]),
        .init(.targetLists, ["list_configuration:read-write"]),
      ]
    ),
    .init(
      .get,
      "/v2/{target}/{identifier}/attributes/{attribute}/statuses",
      "List statuses",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read"]),
        .init(.targetLists, ["list_configuration:read"]),
      ]
    ),
    .init(
      .post,
      "/v2/{target}/{identifier}/attributes/{attribute}/statuses",
      "Create a status",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read-write"]),
        .init(.targetLists, ["list_configuration:read-write"]),
      ]
    ),
    .init(
      .patch,
      "/v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}",
      "Update a status",
      allOf: [],
      when: [
        .init(.targetObjects, ["object_configuration:read-write"]),
        .init(.targetLists, ["list_configuration:read-write"]),
      ]
    ),
  ]
}
