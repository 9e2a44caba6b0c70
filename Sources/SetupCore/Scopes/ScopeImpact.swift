internal import AttioTables

/// What a missing scope breaks, in the words of the table of endpoints.
package enum ScopeImpact {
  /// Gives the titles of the calls that Attio refuses without a scope, in the table's order.
  ///
  /// - Parameter scope: The scope that is missing; without a `read-write` only the calls that
  ///   write are meant, as `read` may still be there.
  /// - Returns: Titles such as "Create a task"; empty for a scope that no known call needs.
  package static func calls(refusedWithout scope: Scope) -> [String] {
    EndpointRequirements.all.filter { row in
      let needs = row.allOf + (row.alternatives.first?.scopes ?? [])
      return needs.contains { Scope($0).covers(scope) }
    }.map(\.title)
  }

  /// Names up to three of the calls: "Create a task, Update a task and 4 more"; nil without any.
  package static func summary(refusedWithout scope: Scope) -> String? {
    let titles = calls(refusedWithout: scope)
    guard let last = titles.last else { return nil }
    switch titles.count {
    case 1: return last
    case 2...3: return titles.dropLast().joined(separator: ", ") + " and " + last
    default:
      return titles.prefix(3).joined(separator: ", ") + " and \(titles.count - 3) more"
    }
  }
}
