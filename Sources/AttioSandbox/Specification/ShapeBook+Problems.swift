package import Ground

/// Something in a body that its shape does not allow.
package struct ShapeProblem: Equatable, Sendable {
  /// Where it stands, from the outside in.
  package var path: [String]
  /// Attio's name for the kind of problem.
  package var code: String
  /// The sentence.
  package var message: String
}

extension ShapeBook {
  /// What a value has that its shape does not allow; empty where it fits.
  ///
  /// Members beyond the shape are let through.
  package func problems(
    in value: JSONValue,
    as shape: Shape,
    at path: [String] = []
  ) -> [ShapeProblem] {
    switch resolved(shape) {
    case .any: return []
    case .either(let shapes):
      let all = shapes.map { problems(in: value, as: $0, at: path) }
      // The nearest shape is the one that goes wrong farthest inside.
      return all.contains(where: \.isEmpty)
        ? [] : all.max { depth($0) < depth($1) } ?? []
    case .list(let element):
      guard let list = value.list else { return [wrong("array", value, path)] }
      return list.enumerated().flatMap { problems(in: $1, as: element, at: path + ["\($0)"]) }
    case .object(let members):
      guard let fields = value.fields else { return [wrong("object", value, path)] }
      return problems(in: fields, members, at: path)
    case let simple:
      return fits(value, simple) ? [] : [wrong(Self.word(simple), value, path)]
    }
  }

  private func problems(
    in fields: [String: JSONValue],
    _ members: [Shape.Member],
    at path: [String]
  ) -> [ShapeProblem] {
    members.flatMap { member -> [ShapeProblem] in
      if member.name == "*" {
        let others = fields.filter { field in !members.contains { $0.name == field.key } }
        return others.sorted { $0.key < $1.key }
          .flatMap { problems(in: $1, as: member.shape, at: path + [$0]) }
      }
      guard let value = fields[member.name] else {
        return member.isOptional
          ? []
          : [ShapeProblem(path: path + [member.name], code: "invalid_type", message: "Required")]
      }
      return problems(in: value, as: member.shape, at: path + [member.name])
    }
  }

  private func depth(_ problems: [ShapeProblem]) -> Int {
    // A tag that does not fit, such as `type`, rules the shape out.
    if problems.contains(where: { $0.code == "invalid_literal" }) { return -1 }
    return problems.map(\.path.count).min() ?? 0
  }

  private func fits(_ value: JSONValue, _ shape: Shape) -> Bool {
    switch (shape, value) {
    case (.string, .text), (.bytes, .text), (.boolean, .bool), (.null, .null): true
    case (.number, .integer), (.number, .number), (.integer, .integer): true
    case (.uuid, .text(let text)): SandboxWorkspace.isUUID(text)
    case (.uri, .text(let text)): text.contains("://")
    case (.https, .text(let text)):
      text.hasPrefix("https://") || RedirectURI.isLoopback(text)
    case (.time, .text(let text)): Moment.isTime(text)
    case (.text(let wanted), .text(let text)): wanted == text
    case (.bool(let wanted), .bool(let given)): wanted == given
    default: false
    }
  }

  private func wrong(_ wanted: String, _ value: JSONValue, _ path: [String]) -> ShapeProblem {
    let code = wanted.hasPrefix("\"") ? "invalid_literal" : "invalid_type"
    return ShapeProblem(
      path: path,
      code: code,
      message: "Expected \(wanted), received \(Self.word(value))"
    )
  }

  private static func word(_ shape: Shape) -> String {
    switch shape {
    case .text(let text): "\"\(text)\""
    case .bool(let value): "\"\(value)\""
    case .string, .bytes: "string"
    default: "\(shape)"
    }
  }

  private static func word(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .text: "string"
    case .list: "array"
    case .object: "object"
    }
  }
}
