import AttioTables
import Ground
import LocalHTTP

/// Entries of lists.
extension Desk {
  mutating func entries(_ words: [String]) throws(AttioError) -> LocalResponse {
    let list = try thing(.list, "list", "List")
    let writer = ValueWriter(owner: list, actor: actor, now: time.text ?? "")
    switch (route.endpoint.method, words.dropFirst(3).first) {
    case (.post, "query"): return try query(list, .entry, "entry_values")
    case (.post, _): return one(try createEntry(list, writer).json)
    case (.put, nil): return one(try upsertEntry(list, writer).json)
    default: break
    }
    let entry = try thing(.entry, "entry_id", "Entry", of: list.id)
    if words.last == "values" { return try values(of: entry, list, .entry, "entry_values") }
    switch route.endpoint.method {
    case .get: return one(entry.json)
    case .delete:
      data.remove(.entry) { $0.id == entry.id }
      tell("list-entry.deleted", entry.json["id"] ?? .null)
      return gone
    default:
      let values = try writer.values(input["entry_values"] ?? [:], data)
      return one(change(entry, writer, values).json)
    }
  }

  private mutating func createEntry(
    _ list: Thing,
    _ writer: ValueWriter
  ) throws(AttioError) -> Thing {
    let object = try thing(.object, named: input["parent_object"]?.text ?? "", "Object")
    guard list.json["parent_object"]?.list?.contains(.text(object.slug ?? "")) == true else {
      throw .invalid("The list does not hold records of this object.", at: "parent_object")
    }
    let parent = input["parent_record_id"]?.text ?? ""
    guard data.find(.record, parent, of: object.id) != nil else {
      throw .valueNotFound("Record with ID \"\(parent)\" not found.", at: "parent_record_id")
    }
    let values = try writer.values(input["entry_values"] ?? [:], data)
    let id = data.newID()
    let place = (object: object.slug ?? object.id, record: parent)
    data.addEntry(
      id,
      of: list,
      parent: place,
      writer.complete(values, id: id, data),
      at: time
    )
    let entry = try thing(.entry, named: id, "Entry")
    tell("list-entry.created", entry.json["id"] ?? .null)
    return entry
  }

  private mutating func upsertEntry(
    _ list: Thing,
    _ writer: ValueWriter
  ) throws(AttioError) -> Thing {
    let parent = input["parent_record_id"] ?? .null
    let found = data.all(.entry, of: list.id).filter { $0.json["parent_record_id"] == parent }
    guard let entry = found.first else { return try createEntry(list, writer) }
    guard found.count == 1 else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "multiple_match_results",
        message: "The record has several entries in this list."
      )
    }
    return change(entry, writer, try writer.values(input["entry_values"] ?? [:], data))
  }

  private mutating func change(
    _ entry: Thing,
    _ writer: ValueWriter,
    _ values: [String: [JSONValue]]
  ) -> Thing {
    let joining: ValueWriter.Joining = route.endpoint.method == .patch ? .adding : .replacing
    let old = entry.json["entry_values"] ?? [:]
    var changed = entry
    changed.json["entry_values"] = writer.joined(old, with: values, { _ in joining }, data)
    let json = changed.json
    data.change(.entry, entry.id) { $0 = json }
    tell("list-entry.updated", entry.json["id"] ?? .null)
    return changed
  }
}
