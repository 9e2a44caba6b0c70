/// What came of the first query; texts cleaned of control characters.
package struct QueryAnswer: Equatable, Sendable {
  /// The state, with status and time.
  package var connection: Connection
  /// What the first record is called; nil where it has no name or there is none.
  package var name: String?
  /// The answer's JSON in lines; empty where Attio refused.
  package var lines: [String]

  /// Collects the answer.
  package init(connection: Connection, name: String? = nil, lines: [String] = []) {
    self.connection = connection
    self.name = name
    self.lines = lines
  }
}
