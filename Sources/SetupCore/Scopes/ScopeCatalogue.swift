package import AttioTables

/// What is known of Attio's scopes, for tables, ordering and words.
package enum ScopeCatalogue {
  /// The twelve resources that are offered, in the order of the table.
  package static var rows: [ScopeResource] { ScopeResources.offered }

  /// The largest set that is offered: every resource at its highest level.
  package static let everything = ScopeSet(
    rows.compactMap { $0.readWriteScope ?? $0.readScope }.map { Scope($0) }
  )

  /// Gives a resource by the first half of a scope's name, those that are not offered included.
  package static func resource(_ name: String) -> ScopeResource? {
    ranks[name].map { ScopeResources.known[$0] }
  }

  /// Whether Attio is known to have this scope at this level.
  package static func isKnown(_ scope: Scope) -> Bool {
    names.contains(scope.text)
  }

  /// What a scope allows, in plain words; nil where it is not known.
  package static func grants(_ scope: Scope) -> String? {
    guard let row = resource(scope.resource) else { return nil }
    return switch scope.level {
    case .readWrite: row.readWriteGrants
    case .read: row.readGrants
    case .some(.none), nil: nil
    }
  }

  /// The place of a scope in every list: the catalogue's order, then what is unknown.
  static func rank(of scope: Scope) -> Int {
    ranks[scope.resource] ?? ranks.count
  }

  /// The names of all scopes that Attio is known to have.
  static let names: [String] = ScopeResources.known.flatMap {
    [$0.readScope, $0.readWriteScope].compactMap { $0 }
  }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: ScopeResources.known.map(\.resource).enumerated().map { ($1, $0) }
  )
}
