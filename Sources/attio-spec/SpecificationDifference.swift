internal import AttioSandbox
internal import AttioTables

/// What a document has that the tables have not, and the other way round.
enum SpecificationDifference {
  /// One line for each difference: `+` is new, `-` is gone, `~` is another.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - book: The program's shapes.
  /// - Returns: The lines, sorted by operation.
  static func lines(
    _ document: Specification,
    book: ShapeBook = .own
  ) -> [String] {
    scopes(document) + operations(document, book)
      + shapes(ours: book.named, theirs: document.shapes)
  }

  private static func scopes(_ document: Specification) -> [String] {
    guard !document.scopes.isEmpty else { return [] }
    let known = ScopeResources.known.flatMap { resource in
      ["read", "read-write"].map { "\(resource.resource):\($0)" }
    }
    let used = Set(
      EndpointRequirements.all.flatMap { $0.allOf + $0.alternatives.flatMap(\.scopes) }
    )
    return document.scopes.subtracting(known).sorted().map { "+ scope \($0)" }
      + used.subtracting(document.scopes).sorted().map { "- scope \($0)" }
  }

  private static func operations(_ document: Specification, _ book: ShapeBook) -> [String] {
    let rows = Dictionary(EndpointRequirements.all.map { ($0.call, $0) }) { first, _ in first }
    return Set(rows.keys).union(document.operations.keys).sorted().flatMap { call -> [String] in
      switch (rows[call], document.operations[call]) {
      case (let row?, let operation?):
        return compared(row, operation)
          + (book.operations[call].map { compared($0, operation) } ?? ["+ \(call): its shapes"])
      case (nil, let operation?):
        return ["+ \(call) | \(operation.title) | \(text(operation.scopes))"]
      default: return ["- \(call)"]
      }
    }
  }

  private static func compared(
    _ row: EndpointRequirement,
    _ operation: Specification.Operation
  ) -> [String] {
    var lines: [String] = []
    let isByTarget = row.path.contains("{target}")
    let ours = isByTarget ? row.alternatives.map { Set($0.scopes) } : [Set(row.allOf)]
    let isNone = operation.scopes.allSatisfy(\.isEmpty) && row.allOf.isEmpty && !isByTarget
    if !isNone, Set(ours) != Set(operation.scopes) {
      lines.append("~ \(row.call) scopes: \(text(ours)) → \(text(operation.scopes))")
    }
    if !operation.levels.isEmpty,
      row.takesWorkspaceTokensOnly != (operation.levels == ["workspace"])
    {
      lines.append(
        "~ \(row.call) token level: \(operation.levels.sorted().joined(separator: ", "))"
      )
    }
    return lines
  }

  private static func compared(
    _ ours: OperationShape,
    _ theirs: Specification.Operation
  ) -> [String] {
    var lines = differences(.object(ours.query), theirs.query, "query")
    lines += optional(ours.body, theirs.body, "body")
    for status in Set(ours.answers.keys).union(theirs.answers.keys).sorted() {
      switch (ours.answers[status], theirs.answers[status]) {
      case (let first?, let second?): lines += optional(first, second, "answer \(status)")
      case (nil, _): lines.append("+ answer \(status)")
      default: lines.append("- answer \(status)")
      }
    }
    let known = Set(ours.errors)
    lines += theirs.errors.subtracting(known).sorted().map { "+ error \($0)" }
    lines += known.subtracting(theirs.errors).sorted().map { "- error \($0)" }
    return lines.map { "\($0.prefix(1)) \(ours.call) \($0.dropFirst(2))" }
  }

  private static func shapes(ours: [String: Shape], theirs: [String: Shape]) -> [String] {
    Set(ours.keys).union(theirs.keys).sorted().flatMap { name -> [String] in
      switch (ours[name], theirs[name]) {
      case (let first?, let second?): differences(first, second, "@\(name)")
      case (nil, _): ["+ @\(name)"]
      default: ["- @\(name)"]
      }
    }
  }

  private static func optional(_ ours: Shape?, _ theirs: Shape?, _ place: String) -> [String] {
    switch (ours, theirs) {
    case (let first?, let second?): differences(first, second, place)
    case (nil, nil): []
    case (nil, _): ["+ \(place)"]
    default: ["- \(place)"]
    }
  }

  /// The places at which two shapes differ.
  static func differences(_ ours: Shape, _ theirs: Shape, _ place: String) -> [String] {
    switch (ours, theirs) {
    case (.list(let first), .list(let second)): return differences(first, second, place + "[]")
    case (.object(let first), .object(let second)):
      let known = Dictionary(first.map { ($0.name, $0) }) { first, _ in first }
      let given = Dictionary(second.map { ($0.name, $0) }) { first, _ in first }
      return Set(known.keys).union(given.keys).sorted().flatMap { name -> [String] in
        let path = "\(place).\(name)"
        switch (known[name], given[name]) {
        case (let old?, let new?):
          let required =
            old.isOptional == new.isOptional
            ? [] : ["~ \(path): \(new.isOptional ? "may be left out" : "is required")"]
          return required + differences(old.shape, new.shape, path)
        case (nil, let new?): return ["+ \(path): \(new.shape.notation)"]
        default: return ["- \(path)"]
        }
      }
    default:
      return ours.notation == theirs.notation
        ? [] : ["~ \(place): \(ours.notation) → \(theirs.notation)"]
    }
  }

  private static func text(_ scopes: [Set<String>]) -> String {
    scopes.map { $0.sorted().joined(separator: " ") }.sorted().joined(separator: "; ")
  }
}

extension Shape {
  /// All alternatives, those within an alternative too.
  private var alternatives: [Shape] {
    if case .either(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
  }

  /// The shape in the notation of the table of shapes, members and alternatives sorted.
  var notation: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .bool(let value): "\(value)"
    case .list(let element): "[\(element.notation)]"
    case .either: alternatives.map(\.notation).sorted().joined(separator: "|")
    case .named(let name): "@\(name)"
    case .object(let members):
      "{"
        + members.sorted { $0.name < $1.name }
        .map { "\($0.name)\($0.isOptional ? "?" : ""):\($0.shape.notation)" }
        .joined(separator: ",") + "}"
    default: "\(self)"
    }
  }
}
