import Ground

/// A filter of a query: attributes with a value or with comparisons, joined by `$and`, `$or`, `$not`.
struct RecordFilter {
  let filter: JSONValue
  /// The slugs that may be named.
  let attributes: Set<String>
  /// Where the values stand: `values` of a record, `entry_values` of an entry.
  let member: String

  /// Whether a record or an entry passes; an error where the filter cannot be read.
  func passes(_ thing: Thing) throws(AttioError) -> Bool {
    try passes(filter, thing, [])
  }

  private func passes(
    _ filter: JSONValue,
    _ thing: Thing,
    _ path: [String]
  ) throws(AttioError) -> Bool {
    guard case .object(let members) = filter else { throw error("a filter is an object", path) }
    if let route = filter["path"]?.list, let constraints = filter["constraints"] {
      guard let slug = route.last?.list?.last?.text else { throw error("the path is empty", path) }
      return try compares(slug, constraints, thing, path + ["constraints"])
    }
    for member in members {
      let place = path + [member.name]
      switch member.name {
      case "$and", "$or":
        guard let parts = member.value.list else { throw error("a list is expected", place) }
        var count = 0
        for part in parts where try passes(part, thing, place) { count += 1 }
        guard member.name == "$and" ? count == parts.count : count > 0 else { return false }
      case "$not":
        if try passes(member.value, thing, place) { return false }
      default:
        guard try compares(member.name, member.value, thing, place) else { return false }
      }
    }
    return true
  }

  private func compares(
    _ slug: String,
    _ wanted: JSONValue,
    _ thing: Thing,
    _ path: [String]
  ) throws(AttioError) -> Bool {
    let values: [JSONValue]
    switch slug {
    case "record_id", "entry_id": values = [["value": .text(thing.id)]]
    case "parent_record_id", "created_at":
      values = [["value": thing.json[slug] ?? .null]]
    case _ where attributes.contains(slug): values = thing.json[member]?[slug]?.list ?? []
    default:
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "unknown_filter_attribute_slug",
        message: "Unknown attribute slug: \(slug)",
        details: [.init("path", .list(path.map(JSONValue.text)))]
      )
    }
    if wanted["$not_empty"] == true { return !values.isEmpty }
    if wanted["$not_empty"] == false { return values.isEmpty }
    for value in values where try matches(value, wanted, path) { return true }
    return false
  }

  /// Whether one value has what is wanted: the value itself, its properties, or comparisons.
  private func matches(
    _ value: JSONValue,
    _ wanted: JSONValue,
    _ path: [String]
  ) throws(AttioError) -> Bool {
    guard case .object(let members) = wanted else {
      return Self.scalars(of: value).contains { Self.equals($0, wanted) }
    }
    for member in members {
      if member.name.hasPrefix("$") {
        let test = try Self.test(member.name, member.value)
        guard let test else { throw error("unknown operator \(member.name)", path + [member.name]) }
        guard Self.scalars(of: value).contains(where: test) else { return false }
      } else {
        guard let property = value[member.name] else { return false }
        guard try matches(["value": property], member.value, path + [member.name]) else {
          return false
        }
      }
    }
    return true
  }

  private static func test(
    _ name: String,
    _ wanted: JSONValue
  ) throws(AttioError) -> ((JSONValue) -> Bool)? {
    let text = wanted.text?.lowercased() ?? ""
    return switch name {
    case "$eq": { equals($0, wanted) }
    case "$in": { given in (wanted.list ?? []).contains { equals(given, $0) } }
    case "$contains": { $0.text?.lowercased().contains(text) ?? false }
    case "$starts_with": { $0.text?.lowercased().hasPrefix(text) ?? false }
    case "$ends_with": { $0.text?.lowercased().hasSuffix(text) ?? false }
    case "$lt": { precedes($0, wanted) }
    case "$lte": { precedes($0, wanted) || equals($0, wanted) }
    case "$gt": { precedes(wanted, $0) }
    case "$gte": { precedes(wanted, $0) || equals($0, wanted) }
    default: nil
    }
  }

  static func equals(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if let left = left.number, let right = right.number { return left == right }
    return left == right
  }

  static func precedes(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if let left = left.number, let right = right.number { return left < right }
    guard let left = left.text, let right = right.text else { return false }
    return left < right
  }

  /// What a value can be compared by: its own members, an option's or a status's title and ID.
  static func scalars(of value: JSONValue) -> [JSONValue] {
    guard case .object(let members) = value else { return [value] }
    let meta: Set = ["active_from", "active_until", "created_by_actor", "attribute_type"]
    return members.filter { !meta.contains($0.name) }.flatMap { member -> [JSONValue] in
      switch member.value {
      case .object:
        [member.value["title"], member.value["id"]?["\(member.name)_id"]].compactMap(\.self)
      case .null, .list: []
      default: [member.value]
      }
    }
  }

  /// What tells one value of a unique attribute from another: the form that Attio brings it into.
  static func key(of value: JSONValue) -> String? {
    let names = ["email_address", "domain", "phone_number", "value"]
    return names.lazy.compactMap { value[$0] }.first.map { $0.text ?? $0.compact }
  }

  /// What makes two values the same.
  static func identity(of value: JSONValue) -> [JSONValue] {
    key(of: value).map { [.text($0)] } ?? scalars(of: value)
  }

  /// The texts among them.
  static func texts(of value: JSONValue) -> [String] { scalars(of: value).compactMap(\.text) }

  private func error(_ message: String, _ path: [String]) -> AttioError {
    AttioError(
      status: 400,
      type: "invalid_request_error",
      code: "filter_error",
      message: "The filter cannot be read: \(message).",
      details: [.init("path", .list(path.map(JSONValue.text)))]
    )
  }
}

/// The order of a query.
struct RecordSort {
  let sorts: [JSONValue]
  let member: String

  func sorted(_ things: [Thing]) -> [Thing] {
    guard !sorts.isEmpty else { return things }
    return things.enumerated().sorted { left, right in
      for sort in sorts {
        let (first, second) = (key(left.element, sort), key(right.element, sort))
        if RecordFilter.equals(first, second) { continue }
        // What has no value comes last, whatever the direction.
        if first == .null || second == .null { return second == .null }
        let isBefore = RecordFilter.precedes(first, second)
        return sort["direction"]?.text == "desc" ? !isBefore : isBefore
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func key(_ thing: Thing, _ sort: JSONValue) -> JSONValue {
    let slug = sort["attribute"]?.text ?? sort["path"]?.list?.last?.list?.last?.text ?? ""
    if slug == "created_at" { return thing.json["created_at"] ?? .null }
    guard let value = thing.json[member]?[slug]?.list?.first else { return .null }
    if let field = sort["field"]?.text, let part = value[field] { return part }
    return value["last_name"] ?? RecordFilter.scalars(of: value).first ?? .null
  }
}
