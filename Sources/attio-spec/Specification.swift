internal import AttioSandbox
internal import Ground

/// Attio's OpenAPI document, as far as the program's tables have it.
struct Specification: Sendable {
  /// One operation.
  struct Operation: Sendable {
    /// The method and the path.
    var call: String
    /// What it does.
    var title: String
    /// Sets of scopes; several where they depend on the case.
    var scopes: [Set<String>]
    /// `workspace`, `user`; empty where the document does not say.
    var levels: Set<String>
    /// The fields of the query.
    var query: Shape
    /// The body; nil for none.
    var body: Shape?
    /// Statuses of success with the shape of the answer.
    var answers: [Int: Shape?]
    /// Errors as `404 not_found`.
    var errors: Set<String>
  }

  /// The operations, by method and path.
  private(set) var operations: [String: Operation] = [:]
  /// Shapes with a name.
  private(set) var shapes: [String: Shape] = [:]
  /// The scopes that the document lists.
  private(set) var scopes: Set<String> = []

  /// Reads a document; nil where it has no paths.
  init?(_ document: JSONValue) {
    guard let paths = document.at("paths")?.fields, !paths.isEmpty else { return nil }
    let components = document.at("components")
    shapes = (components?.at("schemas")?.fields ?? [:]).mapValues(Self.shape)
    for scheme in (components?.at("securitySchemes")?.fields ?? [:]).values {
      for flow in (scheme.at("flows")?.fields ?? [:]).values {
        scopes.formUnion((flow.at("scopes")?.fields ?? [:]).keys)
      }
    }
    let methods: Set = ["get", "post", "put", "patch", "delete"]
    for (path, entry) in paths {
      for (method, operation) in entry.fields ?? [:] where methods.contains(method) {
        let call = "\(method.uppercased()) \(path)"
        operations[call] = Self.operation(call, operation)
      }
    }
  }

  private static func operation(_ call: String, _ json: JSONValue) -> Operation {
    let security = json.at("security")?.list ?? []
    let own = security.map { entry in
      Set((entry.fields ?? [:]).values.flatMap { $0.list ?? [] }.compactMap(\.text))
    }
    let query = (json.at("parameters")?.list ?? []).filter { $0.at("in")?.text == "query" }
    let content = json.at("requestBody")?.at("content")?.fields?.values.first
    return Operation(
      call: call,
      title: json.at("summary")?.text ?? "",
      scopes: own,
      levels: Set((json.at("x-token-levels")?.list ?? []).compactMap(\.text)),
      query: .object(
        query.map { field in
          Shape.Member(
            name: field.at("name")?.text ?? "",
            isOptional: field.at("required")?.bool != true,
            shape: shape(field.at("schema") ?? .null)
          )
        }
      ),
      body: content?.at("schema").map(shape),
      answers: answers(json.at("responses")?.fields ?? [:]),
      errors: errors(json.at("responses")?.fields ?? [:])
    )
  }

  private static func answers(_ responses: [String: JSONValue]) -> [Int: Shape?] {
    var result: [Int: Shape?] = [:]
    for (status, answer) in responses {
      guard let number = Int(status), (200..<400).contains(number) else { continue }
      let schema = answer.at("content")?.fields?.values.first?.at("schema")
      result[number] = .some(schema.map(shape))
    }
    return result
  }

  private static func errors(_ responses: [String: JSONValue]) -> Set<String> {
    var result: Set<String> = []
    for (status, answer) in responses where (Int(status) ?? 0) >= 400 {
      for content in (answer.at("content")?.fields ?? [:]).values {
        for code in codes(content.at("schema") ?? .null) { result.insert("\(status) \(code)") }
      }
    }
    return result
  }

  private static func codes(_ schema: JSONValue) -> [String] {
    if let code = schema.at("const")?.text { return [code] }
    if let codes = schema.at("enum")?.list { return codes.compactMap(\.text) }
    if let parts = (schema.at("oneOf") ?? schema.at("anyOf"))?.list {
      return parts.flatMap { codes($0) }
    }
    return schema.at("properties")?.at("code").map { codes($0) } ?? []
  }

  /// The shape of a JSON schema.
  static func shape(_ schema: JSONValue) -> Shape {
    if let name = schema.at("$ref")?.text?.split(separator: "/").last {
      return .named(String(name))
    }
    if let value = schema.at("const") { return constant(value) }
    let types = schema.at("type")?.list ?? [schema.at("type")].compactMap(\.self)
    if let values = schema.at("enum")?.list {
      let isNullable = types.contains("null") && !values.contains(.null)
      return either(values.map(constant) + (isNullable ? [.null] : []))
    }
    if let parts = (schema.at("oneOf") ?? schema.at("anyOf"))?.list {
      return either(parts.map(shape))
    }
    return either(types.compactMap(\.text).map { shape(ofType: $0, schema) })
  }

  private static func either(_ shapes: [Shape]) -> Shape {
    shapes.count > 1 ? .either(shapes) : shapes.first ?? .any
  }

  private static func constant(_ value: JSONValue) -> Shape {
    switch value {
    case .text(let text): .text(text)
    case .bool(let value): .bool(value)
    case .null: .null
    default: .any
    }
  }

  private static func shape(ofType type: String, _ schema: JSONValue) -> Shape {
    switch type {
    case "string":
      if schema.at("pattern")?.text?.hasPrefix("^https") == true { return .https }
      return switch schema.at("format")?.text {
      case "uuid": .uuid
      case "uri": .uri
      case "date-time": .time
      case "binary": .bytes
      default: .string
      }
    case "number": return .number
    case "integer": return .integer
    case "boolean": return .boolean
    case "null": return .null
    case "array": return .list(shape(schema.at("items") ?? .null))
    case "object":
      let required = Set((schema.at("required")?.list ?? []).compactMap(\.text))
      var members = (schema.at("properties")?.fields ?? [:]).map { name, value in
        Shape.Member(name: name, isOptional: !required.contains(name), shape: shape(value))
      }
      if let others = schema.at("additionalProperties"), others != false {
        members.append(.init(name: "*", isOptional: false, shape: shape(others)))
      }
      return .object(members)
    default: return .any
    }
  }
}

extension JSONValue {
  /// A member of an object.
  fileprivate func at(_ name: String) -> JSONValue? { fields?[name] }
}
