import Ground

/// Records, entries of lists, and the attributes of both.
extension SandboxThings {
  func records(of object: String) -> [JSONValue] {
    switch object {
    case "companies":
      ["Analytical Engines", "Bletchley Works"].map { record(object, $0, name: text($0)) }
    case "people":
      [("Ada", "Lovelace"), ("Grace", "Hopper"), ("Alan", "Turing")].map { first, last in
        record(object, "\(first) \(last)", name: personalName(first, last))
      }
    default:
      [record(object, "First one", name: text("First one"))]
    }
  }

  func entries(of parameters: [String: String]) -> [JSONValue] {
    let list = parameters["list"] ?? "sales"
    return [
      [
        "id": id([
          "list_id": workspace.identifier("list \(list)"),
          "entry_id": workspace.identifier("entry"),
        ]),
        "parent_record_id": .text(workspace.identifier("people Ada Lovelace")),
        "parent_object": "people",
        "created_at": Self.createdAt,
        "entry_values": [:],
      ]
    ]
  }

  var recordEntries: [JSONValue] {
    [
      [
        "list_id": .text(workspace.identifier("list sales")),
        "list_api_slug": "sales",
        "entry_id": .text(workspace.identifier("entry")),
        "created_at": Self.createdAt,
      ]
    ]
  }

  func attribute(of parameters: [String: String]) -> JSONValue {
    [
      "id": attributeID(parameters),
      "title": "Name",
      "description": nil,
      "api_slug": "name",
      "type": "text",
      "is_system_attribute": true,
      "is_writable": true,
      "is_required": false,
      "is_unique": false,
      "is_multiselect": false,
      "is_default_value_enabled": false,
      "is_archived": false,
      "default_value": nil,
      "relationship": nil,
      "config": [:],
      "created_at": Self.createdAt,
    ]
  }

  func choice(_ noun: String, of parameters: [String: String]) -> JSONValue {
    let name = noun == "options" ? "option_id" : "status_id"
    var members: [JSONValue.Member] = []
    if case .object(let parts) = attributeID(parameters) { members = parts }
    members.append(.init(name, .text(workspace.identifier(noun))))
    return [
      "id": .object(members),
      "title": "First choice",
      "is_archived": false,
    ]
  }

  private func attributeID(_ parameters: [String: String]) -> JSONValue {
    let isList = parameters["target"] == "lists"
    let owner = (isList ? "list " : "object ") + (parameters["identifier"] ?? "")
    return isList
      ? id([
        "list_id": workspace.identifier(owner), "attribute_id": workspace.identifier("name"),
      ])
      : id([
        "object_id": workspace.identifier(owner), "attribute_id": workspace.identifier("name"),
      ])
  }

  private func record(_ object: String, _ key: String, name: JSONValue) -> JSONValue {
    let identifier = workspace.identifier("\(object) \(key)")
    let address = "https://app.attio.com/\(workspace.slug)/\(object)/record/\(identifier)"
    return [
      "id": id([
        "object_id": workspace.identifier("object \(object)"), "record_id": identifier,
      ]),
      "created_at": Self.createdAt,
      "web_url": .text(address),
      "values": ["name": [name]],
    ]
  }

  private func personalName(_ first: String, _ last: String) -> JSONValue {
    value(
      "personal-name",
      [
        .init("first_name", .text(first)),
        .init("last_name", .text(last)),
        .init("full_name", .text("\(first) \(last)")),
      ]
    )
  }

  private func text(_ value: String) -> JSONValue {
    self.value("text", [.init("value", .text(value))])
  }

  private func value(_ type: String, _ members: [JSONValue.Member]) -> JSONValue {
    .object(
      [
        .init("active_from", Self.createdAt),
        .init("active_until", nil),
        .init("created_by_actor", actor),
        .init("attribute_type", .text(type)),
      ] + members
    )
  }
}
