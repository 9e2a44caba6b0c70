package import AttioTables

/// Finds the operation that a path means; the one place that asks the table.
package struct OperationTable: Sendable {
  /// One row, cut into segments.
  struct Row: Sendable {
    var requirement: EndpointRequirement
    var segments: [String]
  }

  let rows: [Row]

  /// Makes a table of these rows.
  package init(_ requirements: [EndpointRequirement] = EndpointRequirements.all) {
    rows = requirements.map {
      Row(requirement: $0, segments: $0.path.split(separator: "/").map(String.init))
    }
  }

  /// A segment of a path in the source.
  enum Segment: Equatable {
    case literal(String)
    /// One value, which may be known in part.
    case value
  }

  /// The rows that a method and a path mean, the most literal ones; empty for none.
  func match(_ method: String, _ path: [Segment]) -> [Row] {
    var best: [Row] = []
    var most = -1
    for row in rows where row.requirement.method.rawValue == method {
      guard let literals = fit(row.segments, path), literals >= most else { continue }
      if literals > most { best = [] }
      most = literals
      best.append(row)
    }
    return best
  }

  /// Whether any method has such a path.
  func knows(_ path: [Segment]) -> Bool {
    rows.contains { fit($0.segments, path) != nil }
  }

  /// How many segments are literally the same; nil where one is another.
  private func fit(_ pattern: [String], _ path: [Segment]) -> Int? {
    guard pattern.count == path.count else { return nil }
    var literals = 0
    for (wanted, found) in zip(pattern, path) {
      switch found {
      case .literal(let text):
        if wanted == text {
          literals += 2
        } else if wanted == "{target}" {
          guard text == "objects" || text == "lists" else { return nil }
          literals += 1
        } else if !wanted.hasPrefix("{") {
          return nil
        }
      case .value:
        // A value stands for a value, and in the first place for what may stand there.
        guard wanted.hasPrefix("{") else { return nil }
        literals += wanted == "{target}" ? 1 : 1
      }
    }
    return literals
  }
}
