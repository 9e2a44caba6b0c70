import FoundationEssentials
import Ground

/// Attio's OpenAPI document, read without any of the product's code for shapes.
enum SpecificationFixture {
  static let document: JSONValue = {
    let path = "\(#filePath)".replacing("SpecificationFixture.swift", with: "Fixtures/openapi.json")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return .null }
    return (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .null
  }()

  /// The operation of a method and a path: `POST /v2/tasks`.
  static func operation(_ call: String) -> JSONValue? {
    let words = call.split(separator: " ")
    return member("paths", of: document).flatMap { member(String(words[1]), of: $0) }
      .flatMap { member(words[0].lowercased(), of: $0) }
  }

  /// All operations.
  static let calls: [String] = {
    let paths = member("paths", of: document)?.fields ?? [:]
    return paths.flatMap { path, methods in
      (methods.fields ?? [:]).keys.map { "\($0.uppercased()) \(path)" }
    }.sorted()
  }()

  /// What an answer has that the document does not allow.
  static func problems(of body: [UInt8], status: Int, to call: String) -> [String] {
    guard let operation = operation(call),
      let answer = member("responses", of: operation).flatMap({ member("\(status)", of: $0) })
    else { return ["\(call) does not answer \(status)"] }
    let schema = member("content", of: answer).flatMap { member("application/json", of: $0) }
      .flatMap { member("schema", of: $0) }
    guard let schema else { return body.isEmpty ? [] : ["a body where there is none"] }
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else {
      return ["no JSON"]
    }
    return problems(in: value, schema, "")
  }

  static func member(_ name: String, of value: JSONValue) -> JSONValue? { value.fields?[name] }
}

extension SpecificationFixture {
  private static func problems(
    in value: JSONValue,
    _ schema: JSONValue,
    _ place: String
  ) -> [String] {
    let parts = schema.fields ?? [:]
    if let name = parts["$ref"]?.text?.split(separator: "/").last {
      let shape = member("components", of: document).flatMap { member("schemas", of: $0) }
        .flatMap { member(String(name), of: $0) }
      return shape.map { problems(in: value, $0, place) } ?? ["no schema \(name)"]
    }
    if let all = (parts["oneOf"] ?? parts["anyOf"])?.list {
      let found = all.map { problems(in: value, $0, place) }
      return found.contains { $0.isEmpty } ? [] : found.min { $0.count < $1.count } ?? []
    }
    if let wanted = parts["const"], wanted != value { return ["\(place) is \(value)"] }
    if let wanted = parts["enum"]?.list, !wanted.contains(value) { return ["\(place): \(value)"] }
    let types = parts["type"]?.list?.compactMap(\.text) ?? [parts["type"]?.text].compactMap(\.self)
    guard types.isEmpty || types.contains(where: { has(value, $0) }) else {
      return ["\(place) is \(value), not \(types)"]
    }
    return format(value, parts, place) + members(value, parts, place)
  }

  private static func members(
    _ value: JSONValue,
    _ parts: [String: JSONValue],
    _ place: String
  ) -> [String] {
    if let items = parts["items"], let list = value.list {
      return list.enumerated().flatMap { problems(in: $1, items, "\(place)[\($0)]") }
    }
    guard let fields = value.fields else { return [] }
    let required = parts["required"]?.list?.compactMap(\.text) ?? []
    let missing = required.filter { fields[$0] == nil }.map { "\(place).\($0) is missing" }
    let known = parts["properties"]?.fields ?? [:]
    return missing
      + fields.flatMap { name, value -> [String] in
        guard let schema = known[name] ?? parts["additionalProperties"], schema.fields != nil else {
          return []
        }
        return problems(in: value, schema, "\(place).\(name)")
      }
  }

  private static func format(
    _ value: JSONValue,
    _ parts: [String: JSONValue],
    _ place: String
  ) -> [String] {
    guard let text = value.text, let format = parts["format"]?.text else { return [] }
    let isRight =
      switch format {
      case "uuid": text.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil
      case "uri": text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1")
      case "date-time": text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z/) != nil
      default: true
      }
    return isRight ? [] : ["\(place) is no \(format): \(text)"]
  }

  private static func has(_ value: JSONValue, _ type: String) -> Bool {
    switch (type, value) {
    case ("string", .text), ("boolean", .bool), ("null", .null), ("array", .list): true
    case ("object", .object), ("number", .number), ("number", .integer), ("integer", .integer): true
    default: false
    }
  }
}
