package import Ground

extension ShapeBook {
  /// Adds to an answer the required members that it lacks, with a plain value each: so an operation
  /// that Attio extends keeps its shape.
  package func completed(_ value: JSONValue, as shape: Shape) -> JSONValue {
    switch (resolved(shape), value) {
    case (.list(let element), .list(let values)):
      return .list(values.map { completed($0, as: element) })
    case (.either(let shapes), _):
      guard problems(in: value, as: shape).isEmpty == false else { return value }
      let objects = shapes.map { completed(value, as: $0) }
      return objects.first { problems(in: $0, as: shape).isEmpty } ?? value
    case (.object(let members), .object(let given)):
      var result = given
      for (index, member) in given.enumerated() {
        guard let known = members.first(where: { $0.name == member.name }) else { continue }
        result[index].value = completed(member.value, as: known.shape)
      }
      for member in members where !member.isOptional && member.name != "*" {
        if given.contains(where: { $0.name == member.name }) { continue }
        result.append(.init(member.name, example(of: member.shape)))
      }
      return .object(result)
    default: return value
    }
  }

  /// The plainest value of a shape.
  package func example(of shape: Shape) -> JSONValue {
    switch resolved(shape) {
    case .either(let shapes): shapes.contains(.null) ? .null : example(of: shapes.first ?? .any)
    case .list: []
    case .object(let members):
      .object(
        members.filter { !$0.isOptional && $0.name != "*" }
          .map { .init($0.name, example(of: $0.shape)) }
      )
    case .uuid: .text(SandboxWorkspace.uuid("example"))
    case .uri, .https: "https://example.com"
    case .time: "2025-11-03T18:16:13.152000000Z"
    case .number, .integer: 0
    case .boolean: false
    case .text(let text): .text(text)
    case .bool(let value): .bool(value)
    case .string, .bytes: ""
    case .any, .null, .named: .null
    }
  }
}
