/// A set of scopes in the catalogue's order, unknown ones last, without what another one covers.
package struct ScopeSet: Equatable, Hashable, Sendable {
  /// The scopes in order.
  package let scopes: [Scope]

  /// Sorts and drops duplicates and each `read` beside its `read-write`.
  package init(_ scopes: some Sequence<Scope> = []) {
    let all = Set(scopes)
    self.scopes = all.filter { scope in
      !all.contains { $0 != scope && $0.covers(scope) }
    }.sorted(by: Self.precedes)
  }

  /// Takes the names as Attio lists them.
  package init(names: [String]) {
    self.init(names.map { Scope($0) })
  }

  /// Reads a list separated by white space, commas or both.
  package init(parsing text: String) {
    self.init(
      text.split { $0 == "," || $0.isWhitespace }.map { Scope(String($0)) }
    )
  }

  /// The names in order, for JSON.
  package var names: [String] { scopes.map(\.text) }

  /// The names in order, separated by spaces, as in the `attio-scopes` comment.
  package var text: String { names.joined(separator: " ") }

  /// Whether there is none.
  package var isEmpty: Bool { scopes.isEmpty }

  /// How many there are.
  package var count: Int { scopes.count }

  /// Counts for a footer: "6 scopes, 2 can write".
  package var summary: String {
    if isEmpty { return "No scopes" }
    let writing = scopes.count { $0.canWrite }
    let total = count == 1 ? "1 scope" : "\(count) scopes"
    return writing == 0 ? "\(total), none can write" : "\(total), \(writing) can write"
  }

  /// The highest level that the set grants for a resource.
  package func level(of resource: String) -> AccessLevel {
    scopes.filter { $0.resource == resource }.compactMap(\.level).max() ?? .none
  }

  /// Whether a token with this set may do what a scope allows.
  package func covers(_ scope: Scope) -> Bool {
    scopes.contains { $0.covers(scope) }
  }

  /// Whether a token with this set may do what all of the other set allow.
  package func covers(_ other: ScopeSet) -> Bool {
    other.scopes.allSatisfy { covers($0) }
  }

  /// Joins two sets.
  package func union(_ other: ScopeSet) -> ScopeSet {
    ScopeSet(scopes + other.scopes)
  }

  /// Of this set, as the wanted one, what the granted one does not cover.
  package func missing(from granted: ScopeSet) -> ScopeSet {
    ScopeSet(scopes.filter { !granted.covers($0) })
  }

  /// Of this set, as the granted one, what goes beyond the wanted one.
  ///
  /// A `read-write` of which only `read` is wanted is among them.
  package func unused(by wanted: ScopeSet) -> ScopeSet {
    ScopeSet(scopes.filter { !wanted.covers($0) })
  }

  private static func precedes(_ left: Scope, _ right: Scope) -> Bool {
    let (first, second) = (ScopeCatalogue.rank(of: left), ScopeCatalogue.rank(of: right))
    return first == second ? left.text < right.text : first < second
  }
}
