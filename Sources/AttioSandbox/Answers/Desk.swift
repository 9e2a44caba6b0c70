import AttioTables
import Ground
import LocalHTTP

/// Answers one call that may be made: reads and changes what the workspace holds.
struct Desk {
  let request: LocalRequest
  let route: EndpointRoute
  let token: SandboxToken
  /// Seconds since 1970.
  let now: Int
  /// The body; null where there is none.
  let body: JSONValue
  var data: SandboxData

  /// The time, as Attio writes it.
  var time: JSONValue { .text(Moment.text(secondsSince1970: now)) }

  /// The body's `data`.
  var input: JSONValue { body["data"] ?? [:] }

  /// Who makes the call.
  var actor: JSONValue {
    token.scenario == .userLevel
      ? SandboxSeed.actor(data)
      : ["type": "api-token", "id": .text(token.identifier)]
  }

  /// A parameter of the path.
  func parameter(_ name: String) -> String { route.parameters[name] ?? "" }

  /// A field of the query, where it is not empty.
  func query(_ name: String) -> String? {
    request.parameters[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Answers the call.
  mutating func answer() throws(AttioError) -> LocalResponse {
    let path = route.endpoint.path
    let words = path.split(separator: "/").dropFirst().map(String.init)
    switch words.first {
    case "objects" where words.count > 1 && words.contains("records"): return try records(words)
    case "objects": return try objects(words)
    case "{target}": return try attributes(words)
    case "lists" where words.contains("entries"): return try entries(words)
    case "lists": return try lists(words)
    case "sql": return try sql()
    case "workspace_members": return try members()
    case "notes": return try notes()
    case "tasks": return try tasks()
    case "threads", "comments": return try comments()
    case "meetings": return try meetings(words)
    case "files": return try files(words)
    case "webhooks": return try webhooks()
    case "emails": return page(data.all(.email))
    case "sequences": return unsubscribe()
    case "activities" where words.contains("records"): return try activityRecords(words)
    case "activities": return try activities()
    // An operation that the table knows and nobody has written yet keeps its shape.
    default: return .json(200, [:])
    }
  }

  /// The thing that a name in the path means, or Attio's words for one that is not there.
  func thing(
    _ kind: ThingKind,
    _ parameter: String,
    _ word: String,
    of owner: String? = nil
  ) throws(AttioError) -> Thing {
    try thing(kind, named: self.parameter(parameter), word, of: owner)
  }

  /// The thing of this name, or Attio's words for one that is not there.
  func thing(
    _ kind: ThingKind,
    named name: String,
    _ word: String,
    of owner: String? = nil
  ) throws(AttioError) -> Thing {
    guard let thing = data.find(kind, name, of: owner) else {
      let key = ["Object", "List", "Attribute", "Activity"].contains(word) ? "slug/ID" : "ID"
      throw .notFound("\(word) with \(key) \"\(name)\" was not found.")
    }
    return thing
  }

  /// A record of an object, or Attio's words for one that is not there.
  func record(_ id: String, of object: String) throws(AttioError) -> Thing {
    guard let record = data.find(.record, id, of: object) else {
      throw .notFound("Record with ID \"\(id)\" not found.")
    }
    return record
  }

  /// Refuses a slug that another thing of the kind has.
  func confirmFree(
    _ slug: JSONValue?,
    _ kind: ThingKind,
    of owner: String? = nil,
    but own: String? = nil
  ) throws(AttioError) {
    guard let slug = slug?.text else { return }
    if data.all(kind, of: owner).contains(where: { $0.slug == slug && $0.id != own }) {
      throw AttioError(
        status: 409,
        type: "invalid_request_error",
        code: "slug_conflict",
        message: "The slug \"\(slug)\" is already in use."
      )
    }
  }

  /// Remembers something that webhooks are told of.
  mutating func tell(_ type: String, _ id: JSONValue) {
    data.events.append(SandboxEvent(type: type, id: id, actor: actor))
  }
}

extension Desk {
  /// `data` of one thing.
  func one(_ json: JSONValue, status: Int = 200) -> LocalResponse {
    .json(status, ["data": json])
  }

  /// `data` of many things, cut by `limit` and `offset` of the query.
  func many(_ things: [Thing], limit: Int = 500, most: Int = 500) -> LocalResponse {
    let offset = query("offset").flatMap { Int($0) } ?? 0
    let count = min(query("limit").flatMap { Int($0) } ?? limit, most)
    return .json(
      200,
      ["data": .list(things.dropFirst(max(0, offset)).prefix(max(0, count)).map(\.json))]
    )
  }

  /// `data` of many things with a cursor to the next ones.
  func page(_ things: [Thing], limit: Int = 50, most: Int = 200) -> LocalResponse {
    let start = query("cursor").flatMap(Self.place) ?? 0
    let count = max(1, min(query("limit").flatMap { Int($0) } ?? limit, most))
    let end = start + count
    return .json(
      200,
      [
        "data": .list(things.dropFirst(start).prefix(count).map(\.json)),
        "pagination": ["next_cursor": end < things.count ? .text(Self.cursor(end)) : .null],
      ]
    )
  }

  /// A cursor for the place where a page begins: a text that means nothing to a client.
  private static func cursor(_ place: Int) -> String {
    "c" + SHA256.hexadecimal("cursor \(place)").prefix(16) + String(place, radix: 36)
  }

  /// The place that a cursor of `cursor` means; nil for any other text.
  static func place(_ cursor: String) -> Int? {
    guard let place = Int(cursor.dropFirst(17), radix: 36), self.cursor(place) == cursor else {
      return nil
    }
    return place
  }

  /// The answer of a deletion.
  var gone: LocalResponse { .json(200, [:]) }
}
