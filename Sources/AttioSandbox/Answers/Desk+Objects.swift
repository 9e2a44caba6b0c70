import AttioTables
import Ground
import LocalHTTP

/// Objects, lists, their views, attributes and choices.
extension Desk {
  mutating func objects(_ words: [String]) throws(AttioError) -> LocalResponse {
    switch (route.endpoint.method, words.count) {
    case (.get, 1): return .json(200, ["data": .list(data.all(.object).map { shown($0) })])
    case (.post, _): return try createObject()
    case (.get, 2): return one(shown(try thing(.object, "object", "Object")))
    case (.get, _): return page(data.all(.view, of: try thing(.object, "object", "Object").id))
    case (.delete, _):
      let object = try thing(.object, "object", "Object")
      guard
        !AttributeRow.objects.contains(where: { $0.slug == object.slug && $0.slug != "projects" })
      else { throw .systemEdit("The object \"\(object.slug ?? "")\" is Attio's own.") }
      data.remove(.object) { $0.id == object.id }
      data.remove(.record) { $0.owner == object.id }
      return gone
    default:
      let object = try thing(.object, "object", "Object")
      try confirmFree(input["api_slug"], .object, but: object.id)
      let input = input
      data.change(.object, object.id) {
        $0.take("api_slug", "singular_noun", "plural_noun", from: input)
      }
      return one(try thing(.object, named: object.id, "Object").json)
    }
  }

  /// The object, with the hostile names that one scenario asks for.
  private func shown(_ object: Thing) -> JSONValue {
    guard token.scenario == .hostileText, object.slug == "projects" else { return object.json }
    return object.json.with("api_slug", .text(HostileText.slug))
      .with("singular_noun", .text(HostileText.name))
  }

  private mutating func createObject() throws(AttioError) -> LocalResponse {
    try confirmFree(input["api_slug"], .object)
    let id = data.newID()
    var json: JSONValue = ["id": data.id(["object_id": id])]
    json.take("api_slug", "singular_noun", "plural_noun", from: input)
    json["created_at"] = time
    let object = Thing(id: id, json: json)
    data.add(.object, object)
    for row in [AttributeRow.recordID] + AttributeRow.common { data.add(row, to: object, at: time) }
    return one(json)
  }

  mutating func lists(_ words: [String]) throws(AttioError) -> LocalResponse {
    switch (route.endpoint.method, words.count) {
    case (.get, 1): return many(data.all(.list))
    case (.post, _): return try createList()
    case (.get, 2): return one(try thing(.list, "list", "List").json)
    case (.get, _): return page(data.all(.view, of: try thing(.list, "list", "List").id))
    default:
      let list = try thing(.list, "list", "List")
      try confirmFree(input["api_slug"], .list, but: list.id)
      let input = input
      data.change(.list, list.id) {
        $0.take("name", "api_slug", "workspace_access", "workspace_member_access", from: input)
      }
      tell("list.updated", list.json["id"] ?? .null)
      return one(try thing(.list, named: list.id, "List").json)
    }
  }

  private mutating func createList() throws(AttioError) -> LocalResponse {
    let parent = try thing(.object, named: input["parent_object"]?.text ?? "", "Object")
    try confirmFree(input["api_slug"], .list)
    for access in input["workspace_member_access"]?.list ?? [] {
      guard let member = access["workspace_member_id"]?.text, data.member(member) != nil else {
        throw .valueNotFound("A workspace member was not found.", at: "workspace_member_access")
      }
    }
    let id = data.newID()
    var json: JSONValue = ["id": data.id(["list_id": id])]
    json.take("api_slug", "name", from: input)
    json["parent_object"] = [.text(parent.slug ?? parent.id)]
    json.take("workspace_access", "workspace_member_access", from: input)
    json["created_by_actor"] = actor
    json["created_at"] = time
    let list = Thing(id: id, json: json)
    data.add(.list, list)
    for row in AttributeRow.common { data.add(row, to: list, at: time) }
    tell("list.created", json["id"] ?? .null)
    return one(json)
  }

  /// What owns the attributes that the path is about.
  private func owner() throws(AttioError) -> Thing {
    parameter("target") == "lists"
      ? try thing(.list, "identifier", "List") : try thing(.object, "identifier", "Object")
  }

  mutating func attributes(_ words: [String]) throws(AttioError) -> LocalResponse {
    let owner = try owner()
    if words.contains("options") || words.contains("statuses") { return try choices(words, owner) }
    switch (route.endpoint.method, words.count) {
    case (.get, 3):
      let all = data.all(.attribute, of: owner.id)
      return many(query("show_archived") == "true" ? all : all.filter { !$0.isArchived })
    case (.post, _): return try createAttribute(owner)
    case (.get, _): return one(try thing(.attribute, "attribute", "Attribute", of: owner.id).json)
    default:
      let attribute = try thing(.attribute, "attribute", "Attribute", of: owner.id)
      guard attribute.json["is_system_attribute"]?.bool != true else {
        throw .systemEdit("The attribute \"\(attribute.slug ?? "")\" is set by Attio.")
      }
      try confirmFree(input["api_slug"], .attribute, of: owner.id, but: attribute.id)
      let (input, config) = (input, try config(input["config"], attribute.json["config"]))
      data.change(.attribute, attribute.id) {
        $0.take(
          "title",
          "description",
          "api_slug",
          "is_required",
          "is_unique",
          "is_archived",
          from: input
        )
        $0["config"] = config
      }
      tell("object-attribute.updated", attribute.json["id"] ?? .null)
      return one(try thing(.attribute, named: attribute.id, "Attribute").json)
    }
  }

  private mutating func createAttribute(_ owner: Thing) throws(AttioError) -> LocalResponse {
    try confirmFree(input["api_slug"], .attribute, of: owner.id)
    let id = data.newID()
    var json: JSONValue = ["id": data.id(["object_id": owner.id, "attribute_id": id])]
    json.take("title", "description", "api_slug", "type", from: input)
    json["is_system_attribute"] = false
    json["is_writable"] = true
    json.take("is_required", "is_unique", "is_multiselect", from: input)
    json["is_default_value_enabled"] = false
    json["is_archived"] = false
    json["default_value"] = .null
    json["relationship"] = .null
    json["created_at"] = time
    json["config"] = try config(input["config"], nil)
    data.add(.attribute, Thing(id: id, owner: owner.id, json: json))
    // Records that are there have no value yet.
    let slug = json["api_slug"]?.text ?? id
    for record in data.all(.record, of: owner.id) {
      data.change(.record, record.id) { $0["values"] = $0["values"]?.with(slug, []) }
    }
    let kind = parameter("target") == "lists" ? "list-attribute" : "object-attribute"
    tell("\(kind).created", json["id"] ?? .null)
    return one(json)
  }

  private func config(
    _ input: JSONValue?,
    _ old: JSONValue?
  ) throws(AttioError) -> JSONValue {
    var config = old ?? SandboxData.config(isCurrency: false, allowed: .null)
    if let currency = input?["currency"] { config["currency"] = currency }
    if let allowed = input?["record_reference"]?["allowed_objects"]?.list {
      var identifiers: [JSONValue] = []
      for name in allowed.compactMap(\.text) {
        identifiers.append(.text(try thing(.object, named: name, "Object").id))
      }
      config["record_reference"] = ["allowed_object_ids": .list(identifiers)]
    }
    return config
  }

  private mutating func choices(
    _ words: [String],
    _ owner: Thing
  ) throws(AttioError) -> LocalResponse {
    let isStatus = words.contains("statuses")
    let kind: ThingKind = isStatus ? .status : .option
    let attribute = try thing(.attribute, "attribute", "Attribute", of: owner.id)
    let all = data.all(kind, of: attribute.id)
    if route.endpoint.method == .get {
      return many(query("show_archived") == "true" ? all : all.filter { !$0.isArchived })
    }
    guard attribute.json["type"]?.text == (isStatus ? "status" : "select") else {
      throw .invalid("The attribute has no \(isStatus ? "statuses" : "options").", at: "attribute")
    }
    let name = parameter(isStatus ? "status" : "option")
    let old = all.first { $0.id == name || $0.json["title"]?.text == name }
    if route.endpoint.method == .patch, old == nil {
      throw .notFound(
        "\(isStatus ? "Status" : "Select option") with title/ID \"\(name)\" was not found."
      )
    }
    if let title = input["title"],
      all.contains(where: { $0.json["title"] == title && $0.id != old?.id })
    {
      throw AttioError(
        status: 409,
        type: "invalid_request_error",
        code: "slug_conflict",
        message: "The title is already in use."
      )
    }
    let id = old?.id ?? data.newID()
    if old == nil {
      data.addChoice(input["title"]?.text ?? "", isStatus: isStatus, to: attribute.id, id: id)
    }
    let input = input
    data.change(kind, id) {
      $0.take("title", "is_archived", from: input)
      if isStatus { $0.take("celebration_enabled", "target_time_in_status", from: input) }
    }
    return one(try thing(kind, named: id, "Choice").json)
  }
}

extension Thing {
  fileprivate var isArchived: Bool { json["is_archived"]?.bool ?? false }
}
