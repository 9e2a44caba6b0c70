import AttioTables
import Ground
import LocalHTTP

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads a request by the shape of its operation, and refuses what Attio refuses.
struct RequestReader {
  let request: LocalRequest
  let shape: OperationShape
  let book: ShapeBook

  /// The body, checked; null where the call takes none.
  func body() throws(AttioError) -> JSONValue {
    try confirmQuery()
    guard let wanted = shape.body, !shape.isForm else { return .null }
    guard
      let body = try? JSONDecoder().decode(JSONValue.self, from: Data(request.body))
    else {
      throw .body([
        ShapeProblem(path: [], code: "invalid_type", message: "The body is not JSON.")
      ])
    }
    let problems = book.problems(in: body, as: Self.lenient(wanted))
    guard problems.isEmpty else { throw .body(problems) }
    return body
  }

  /// The document wants lists of values everywhere; Attio takes single values, too.
  private static func lenient(_ shape: Shape) -> Shape {
    switch shape {
    case .object(let members):
      .object(
        members.map { member in
          var member = member
          member.shape =
            member.name == "*" && member.shape == .list(.any) ? .any : lenient(member.shape)
          return member
        }
      )
    case .named("EntryInput"):
      .object([
        .init(name: "parent_record_id", isOptional: false, shape: .uuid),
        .init(name: "parent_object", isOptional: false, shape: .string),
        .init(name: "entry_values", isOptional: false, shape: .object([])),
      ])
    default: shape
    }
  }

  private func confirmQuery() throws(AttioError) {
    var problems: [ShapeProblem] = []
    let fields = request.parameters
    for member in shape.query {
      guard let text = fields[member.name] else {
        if !member.isOptional {
          problems.append(
            ShapeProblem(path: [member.name], code: "invalid_type", message: "Required")
          )
        }
        continue
      }
      if !fits(text, member.shape) {
        problems.append(
          ShapeProblem(
            path: [member.name],
            code: "invalid_type",
            message: "The value is not what the parameter takes."
          )
        )
      }
    }
    if let cursor = fields["cursor"], !cursor.isEmpty, Desk.place(cursor) == nil,
      shape.query.contains(where: { $0.name == "cursor" })
    {
      problems.append(
        ShapeProblem(path: ["cursor"], code: "custom", message: "The cursor is not known.")
      )
    }
    guard problems.isEmpty else { throw .query(problems) }
  }

  /// Whether a text of the query is a value of the shape.
  private func fits(_ text: String, _ shape: Shape) -> Bool {
    switch book.resolved(shape) {
    case .integer, .number: (Int(text) ?? -1) >= 0
    case .boolean: text == "true" || text == "false"
    case .uuid: SandboxWorkspace.isUUID(text)
    case .text(let wanted): text == wanted
    case .either(let shapes): shapes.contains { fits(text, $0) }
    case .null: text == "null" || text.isEmpty
    default: true
    }
  }
}
