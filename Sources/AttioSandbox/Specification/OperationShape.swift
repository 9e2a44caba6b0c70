/// The shapes of one operation's request and answers.
package struct OperationShape: Sendable {
  /// The method and the path: `POST /v2/tasks`.
  package var call: String
  /// The query's members.
  package var query: [Shape.Member]
  /// The body; nil where the call takes none.
  package var body: Shape?
  /// Whether the body is a form of several parts instead of JSON.
  package var isForm = false
  /// Statuses of success with the shape of the answer, nil where it has no body.
  package var answers: [Int: Shape?] = [:]
  /// The errors that are listed, as `404 not_found`.
  package var errors: [String] = []

  /// The status of success.
  package var status: Int { answers.keys.min() ?? 200 }

  /// Reads one of `ShapeRows`; nil for anything else.
  package init?(row: Substring) {
    let columns = row.split(separator: " ; ", omittingEmptySubsequences: false)
    guard columns.count >= 4, case .object(let query)? = Shape(columns[1]) else { return nil }
    call = String(columns[0])
    self.query = query
    var body = columns[2]
    if body.hasPrefix("form ") {
      isForm = true
      body = body.dropFirst("form ".count)
    }
    self.body = Shape(body)
    for answer in columns[3].split(separator: " / ") {
      let halves = answer.split(separator: " ", maxSplits: 1)
      guard halves.count == 2, let status = Int(halves[0]) else { return nil }
      answers[status] = .some(Shape(halves[1]))
    }
    errors = columns.count > 4 ? columns[4].split(separator: ", ").map(String.init) : []
  }
}

/// All shapes, read when first asked for.
package struct ShapeBook: Sendable {
  /// The shapes of the program's own table.
  package static let own = ShapeBook(rows: ShapeRows.text.description.split(separator: "\n"))

  /// Shapes with a name.
  package private(set) var named: [String: Shape] = [:]
  /// Operations by method and path.
  package private(set) var operations: [String: OperationShape] = [:]

  /// Reads rows in the notation of `ShapeRows`.
  package init(rows: [Substring]) {
    for row in rows {
      if row.hasPrefix("@") {
        let halves = row.dropFirst().split(separator: " ", maxSplits: 1)
        if halves.count == 2, let shape = Shape(halves[1]) { named[String(halves[0])] = shape }
      } else if let operation = OperationShape(row: row) {
        operations[operation.call] = operation
      }
    }
  }

  /// The shape itself, where it is called by a name.
  func resolved(_ shape: Shape) -> Shape {
    if case .named(let name) = shape { named[name] ?? .any } else { shape }
  }
}
