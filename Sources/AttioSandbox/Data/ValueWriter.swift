import Ground

/// Reads all values that a call writes to a record or an entry, and joins them with the old ones.
struct ValueWriter {
  /// The object, the list or the type of activity.
  let owner: Thing
  let actor: JSONValue
  let now: String

  /// How values of attributes with several are joined.
  enum Joining {
    /// The new ones are added.
    case adding
    /// The new ones take the old ones' place.
    case replacing
  }

  /// The values by slug, as Attio answers them; an error where an attribute or a value is wrong.
  func values(_ input: JSONValue, _ data: SandboxData) throws(AttioError) -> [String: [JSONValue]] {
    var result: [String: [JSONValue]] = [:]
    guard case .object(let members) = input else { return [:] }
    for member in members {
      guard let attribute = data.find(.attribute, member.name, of: owner.id) else {
        throw .valueNotFound(
          "Cannot find attribute with slug/ID \"\(member.name)\".",
          at: member.name
        )
      }
      let slug = attribute.slug ?? member.name
      guard attribute.json["is_writable"]?.bool != false else {
        throw .invalid("The attribute \"\(slug)\" is set by Attio.", at: slug)
      }
      let reader = ValueReader(data: data, attribute: attribute, actor: actor, now: now)
      result[slug] = try reader.values(member.value)
    }
    return result
  }

  /// Refuses a record that lacks a required value.
  func confirmComplete(_ values: [String: [JSONValue]], _ data: SandboxData) throws(AttioError) {
    for attribute in data.all(.attribute, of: owner.id) {
      let isWritable = attribute.json["is_writable"]?.bool ?? true
      guard isWritable, attribute.json["is_required"]?.bool == true, let slug = attribute.slug,
        values[slug]?.isEmpty ?? true
      else { continue }
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "missing_value",
        message: "Required value for attribute with slug \"\(slug)\" was not provided."
      )
    }
  }

  /// Refuses a value of a unique attribute that another one has.
  func confirmUnique(
    _ values: [String: [JSONValue]],
    but own: String?,
    _ kind: ThingKind,
    _ data: SandboxData
  ) throws(AttioError) {
    for attribute in data.all(.attribute, of: owner.id)
    where attribute.json["is_unique"]?.bool == true {
      guard let slug = attribute.slug, let given = values[slug], !given.isEmpty else { continue }
      let keys = Set(given.compactMap(RecordFilter.key))
      let others = data.all(kind, of: owner.id).filter { other in
        other.id != own
          && (other.json["values"]?[slug]?.list ?? [])
            .contains { RecordFilter.key(of: $0).map(keys.contains) ?? false }
      }
      guard others.isEmpty else {
        throw AttioError(
          status: 400,
          type: "invalid_request_error",
          code: "uniqueness_conflict",
          message: "The value provided for attribute with slug \"\(slug)\" conflicts with one "
            + "already in the system. Conflicting record IDs: "
            + others.map(\.id).joined(separator: ", ")
        )
      }
    }
  }

  /// All attributes with their values, those without any too, in the order of the attributes.
  func complete(_ values: [String: [JSONValue]], id: String, _ data: SandboxData) -> JSONValue {
    .object(
      data.all(.attribute, of: owner.id).map { attribute in
        let slug = attribute.slug ?? attribute.id
        return .init(slug, .list(values[slug] ?? system(slug, attribute, id, data)))
      }
    )
  }

  private func system(
    _ slug: String,
    _ attribute: Thing,
    _ id: String,
    _ data: SandboxData
  ) -> [JSONValue] {
    guard attribute.json["is_system_attribute"]?.bool == true else { return [] }
    let reader = ValueReader(data: data, attribute: attribute, actor: actor, now: now)
    switch slug {
    case "record_id": return [try? reader.value(.text(id))].compactMap(\.self)
    case "created_at": return [try? reader.value(.text(now))].compactMap(\.self)
    default:
      let head: JSONValue = [
        "active_from": .text(now), "active_until": nil, "created_by_actor": actor,
        "attribute_type": "actor-reference",
        "referenced_actor_type": actor["type"] ?? "system",
        "referenced_actor_id": actor["id"] ?? .null,
      ]
      return [head]
    }
  }

  /// Old values with new ones.
  func joined(
    _ old: JSONValue,
    with new: [String: [JSONValue]],
    _ joining: (String) -> Joining,
    _ data: SandboxData
  ) -> JSONValue {
    var result = old
    for (slug, values) in new {
      let isMulti =
        data.find(.attribute, slug, of: owner.id)?.json["is_multiselect"]?.bool ?? false
      guard isMulti, joining(slug) == .adding else {
        result[slug] = .list(values)
        continue
      }
      let before = old[slug]?.list ?? []
      let known = before.map(RecordFilter.identity)
      result[slug] = .list(
        values.filter { !known.contains(RecordFilter.identity(of: $0)) } + before
      )
    }
    return result
  }
}

extension SandboxData {
  /// Adds a record with all its values.
  mutating func addRecord(_ id: String, of object: Thing, _ values: JSONValue, at time: JSONValue) {
    let slug = object.slug ?? object.id
    let address = "https://app.attio.com/\(workspace.slug)/\(slug)/record/\(id)/overview"
    add(
      .record,
      Thing(
        id: id,
        owner: object.id,
        json: [
          "id": self.id(["object_id": object.id, "record_id": id]),
          "created_at": time,
          "web_url": .text(address),
          "values": values,
        ]
      )
    )
  }

  /// Adds an entry of a list with all its values.
  mutating func addEntry(
    _ id: String,
    of list: Thing,
    parent: (object: String, record: String),
    _ values: JSONValue,
    at time: JSONValue
  ) {
    add(
      .entry,
      Thing(
        id: id,
        owner: list.id,
        json: [
          "id": self.id(["list_id": list.id, "entry_id": id]),
          "parent_record_id": .text(parent.record),
          "parent_object": .text(parent.object),
          "created_at": time,
          "entry_values": values,
        ]
      )
    )
  }
}
