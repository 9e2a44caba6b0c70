import AttioTables
import Ground
import LocalHTTP

/// Records of objects.
extension Desk {
  var writer: (Thing) -> ValueWriter {
    let (actor, now) = (actor, time.text ?? "")
    return { ValueWriter(owner: $0, actor: actor, now: now) }
  }

  mutating func records(_ words: [String]) throws(AttioError) -> LocalResponse {
    if words == ["objects", "records", "search"] { return try search() }
    let object = try thing(.object, "object", "Object")
    switch (route.endpoint.method, words.dropFirst(3).first) {
    case (.post, "query"): return try query(object, .record, "values")
    case (.post, "merge"): return try merge(object)
    case (.post, _):
      return one(try create(object).json)
    case (.put, nil): return one(try upsert(object).json)
    default: break
    }
    let record = try record(parameter("record_id"), of: object.id)
    if words.last == "values" { return try values(of: record, object, .record, "values") }
    switch (route.endpoint.method, words.last) {
    case (.get, "entries"): return recordEntries(record)
    case (.get, _): return one(record.json)
    case (.delete, _):
      data.remove(.record) { $0.id == record.id }
      data.remove(.entry) { $0.json["parent_record_id"] == .text(record.id) }
      tell("record.deleted", record.json["id"] ?? .null)
      return gone
    default:
      let values = try writer(object).values(input["values"] ?? [:], data)
      try writer(object).confirmUnique(values, but: record.id, .record, data)
      let joining: ValueWriter.Joining = route.endpoint.method == .patch ? .adding : .replacing
      return one(change(record, object, values) { _ in joining }.json)
    }
  }

  private mutating func create(_ object: Thing) throws(AttioError) -> Thing {
    let writer = writer(object)
    let values = try writer.values(input["values"] ?? [:], data)
    try writer.confirmComplete(values, data)
    try writer.confirmUnique(values, but: nil, .record, data)
    let id = data.newID()
    data.addRecord(id, of: object, writer.complete(values, id: id, data), at: time)
    let record = try record(id, of: object.id)
    tell("record.created", record.json["id"] ?? .null)
    return record
  }

  private mutating func change(
    _ record: Thing,
    _ object: Thing,
    _ values: [String: [JSONValue]],
    _ joining: (String) -> ValueWriter.Joining
  ) -> Thing {
    let joined = writer(object).joined(record.json["values"] ?? [:], with: values, joining, data)
    data.change(.record, record.id) { $0["values"] = joined }
    var changed = record
    changed.json["values"] = joined
    tell("record.updated", record.json["id"] ?? .null)
    return changed
  }

  private mutating func upsert(_ object: Thing) throws(AttioError) -> Thing {
    let (values, matches) = try matches(object, .record)
    guard let record = matches.first else { return try create(object) }
    try writer(object).confirmUnique(values, but: record.id, .record, data)
    let slug = query("matching_attribute") ?? ""
    return change(record, object, values) { $0 == slug ? .adding : .replacing }
  }

  /// What an upsert writes, and what it matches: at most one.
  func matches(
    _ owner: Thing,
    _ kind: ThingKind
  ) throws(AttioError) -> ([String: [JSONValue]], [Thing]) {
    let name = query("matching_attribute") ?? ""
    let values = try writer(owner).values(input["values"] ?? [:], data)
    guard let attribute = data.find(.attribute, name, of: owner.id), let slug = attribute.slug
    else {
      throw .valueNotFound("Cannot find attribute with slug/ID \"\(name)\".", at: name)
    }
    guard attribute.json["is_unique"]?.bool == true else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "matching_attribute_definition_not_unique",
        message: "The attribute \"\(slug)\" is not unique, so nothing can be matched by it."
      )
    }
    let wanted = Set((values[slug] ?? []).compactMap(RecordFilter.key))
    guard !wanted.isEmpty else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "missing_value",
        message: "A value for the matching attribute \"\(slug)\" is required."
      )
    }
    let found = data.all(kind, of: owner.id).filter { record in
      (record.json["values"]?[slug]?.list ?? [])
        .contains { RecordFilter.key(of: $0).map(wanted.contains) ?? false }
    }
    guard found.count < 2 else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "multiple_match_results",
        message: "Several records match: \(found.map(\.id).joined(separator: ", "))"
      )
    }
    return (values, found)
  }

  /// Answers a query by filter, order, limit and offset.
  func query(
    _ owner: Thing,
    _ kind: ThingKind,
    _ member: String
  ) throws(AttioError) -> LocalResponse {
    let slugs = data.all(.attribute, of: owner.id).compactMap(\.slug)
    let filter = body["filter"]
    let test = RecordFilter(filter: filter ?? [:], attributes: Set(slugs), member: member)
    for sort in body["sorts"]?.list ?? [] {
      guard let slug = sort["attribute"]?.text else { continue }
      guard slugs.contains(slug) || slug == "created_at" else {
        throw AttioError(
          status: 400,
          type: "invalid_request_error",
          code: "unknown_filter_attribute_slug",
          message: "Unknown attribute slug: \(slug)"
        )
      }
    }
    var found: [Thing] = []
    for thing in data.all(kind, of: owner.id) where try test.passes(thing) { found.append(thing) }
    // A filter is judged where there is nothing to find, too.
    if data.all(kind, of: owner.id).isEmpty { _ = try test.passes(Thing(id: "", json: [:])) }
    found = RecordSort(sorts: body["sorts"]?.list ?? [], member: member).sorted(found)
    let offset = Int(body["offset"]?.number ?? 0)
    let limit = min(500, Int(body["limit"]?.number ?? 500))
    guard offset >= 0, limit >= 0 else { throw .invalid("A number is negative.", at: "limit") }
    var response = LocalResponse.json(
      200,
      ["data": .list(found.dropFirst(offset).prefix(limit).map(\.json))]
    )
    let score = 1 + (filter?.fields?.count ?? 0) + (body["sorts"]?.list?.count ?? 0)
    response.headers.append(LocalHeader("X-Attio-Record-Query-Score", "\(score)"))
    return response
  }

  private mutating func merge(_ object: Thing) throws(AttioError) -> LocalResponse {
    let (first, second) = (
      input["primary_record_id"]?.text ?? "", input["secondary_record_id"]?.text ?? ""
    )
    guard first != second else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "self_merge",
        message: "A record cannot be merged with itself."
      )
    }
    let (primary, secondary) = (
      try record(first, of: object.id), try record(second, of: object.id)
    )
    var values = primary.json["values"] ?? [:]
    for (slug, others) in secondary.json["values"]?.fields ?? [:] {
      let own = values[slug]?.list ?? []
      let isMulti =
        data.find(.attribute, slug, of: object.id)?.json["is_multiselect"]?.bool ?? false
      if own.isEmpty || isMulti { values[slug] = .list(own + (others.list ?? [])) }
    }
    let id = data.newID()
    data.remove(.record) { $0.id == first || $0.id == second }
    data.addRecord(id, of: object, values, at: primary.json["created_at"] ?? time)
    tell("record.merged", data.id(["object_id": object.id, "record_id": id]))
    return one(["new_record_id": .text(id)])
  }

  private func recordEntries(_ record: Thing) -> LocalResponse {
    let entries = data.all(.entry).filter { $0.json["parent_record_id"] == .text(record.id) }
    let rows = entries.compactMap { entry -> Thing? in
      guard let list = data.find(.list, entry.owner) else { return nil }
      return Thing(
        id: entry.id,
        json: [
          "list_id": .text(list.id),
          "list_api_slug": .text(list.slug ?? ""),
          "entry_id": .text(entry.id),
          "created_at": entry.json["created_at"] ?? time,
        ]
      )
    }
    return many(rows, limit: 100, most: 1000)
  }

  /// Reads or overwrites the values of one attribute.
  mutating func values(
    of thing: Thing,
    _ owner: Thing,
    _ kind: ThingKind,
    _ member: String
  ) throws(AttioError) -> LocalResponse {
    let attribute = try self.thing(.attribute, "attribute", "Attribute", of: owner.id)
    let slug = attribute.slug ?? attribute.id
    let old = thing.json[member]?[slug]?.list ?? []
    guard route.endpoint.method == .put else {
      return many(old.map { Thing(id: slug, json: $0) })
    }
    guard attribute.json["is_writable"]?.bool != false else {
      throw .systemEdit("The attribute \"\(slug)\" is set by Attio.")
    }
    let given = input["values"]?.list ?? []
    guard given.count < 2 || attribute.json["is_multiselect"]?.bool == true else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "multiple_values_for_single_value_attribute",
        message: "The attribute \"\(slug)\" holds one value."
      )
    }
    let reader = ValueReader(data: data, attribute: attribute, actor: actor, now: time.text ?? "")
    var values: [JSONValue] = []
    for one in given {
      var value = try reader.value(one["value"] ?? .null)
      value.take("active_from", "active_until", from: one)
      if values.contains(where: { RecordFilter.scalars(of: $0) == RecordFilter.scalars(of: value) })
      {
        throw AttioError(
          status: 400,
          type: "invalid_request_error",
          code: "duplicate_values",
          message: "A value stands twice."
        )
      }
      values.append(value)
    }
    if kind == .record {
      try writer(owner).confirmUnique([slug: values], but: thing.id, kind, data)
    }
    data.change(kind, thing.id) { $0[member] = $0[member]?.with(slug, .list(values)) }
    return .json(200, ["data": .list(values)])
  }
}
