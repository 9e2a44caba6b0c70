internal import Ground

/// A set of scopes in the catalogue's order, unknown ones last, without what another one covers.
package struct ScopeSet: Equatable, Hashable, Sendable {
  /// The scopes in order.
  package let scopes: [Scope]
  /// The same, for a question after one of them: a server may list any number.
  private let all: Set<Scope>
  /// The highest level of each resource.
  private let levels: [String: AccessLevel]

  /// Sorts and drops duplicates and each `read` beside its `read-write`.
  package init(_ scopes: some Sequence<Scope> = []) {
    let given = Set(scopes)
    let levels = Dictionary(
      given.compactMap { scope in scope.level.map { (scope.resource, $0) } },
      uniquingKeysWith: max
    )
    all = given.filter { scope in
      guard let level = scope.level, let highest = levels[scope.resource] else { return true }
      return level >= highest
    }
    self.levels = levels
    self.scopes = all.sorted(by: Self.precedes)
  }

  /// Takes the names as Attio lists them.
  package init(names: [String]) {
    self.init(names.map { Scope($0) })
  }

  /// Reads a list separated by white space, commas or both.
  package init(parsing text: String) {
    self.init(names: Self.names(in: text))
  }

  /// Reads the names of such a list as they stand there, without what must not be shown.
  package static func names(in text: String) -> [String] {
    text.split { $0 == "," || $0.isWhitespace }.map { Scope(String($0)).text }
      .filter { !$0.isEmpty }
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
    let total = Words.count(count, "scope")
    return writing == 0 ? "\(total), none can write" : "\(total), \(writing) can write"
  }

  /// The highest level that the set grants for a resource.
  package func level(of resource: String) -> AccessLevel {
    levels[resource] ?? .none
  }

  /// Whether a token with this set may do what a scope allows.
  package func covers(_ scope: Scope) -> Bool {
    if all.contains(scope) { return true }
    guard let wanted = scope.level, let level = levels[scope.resource] else { return false }
    return level >= wanted
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

  /// The names for a sentence: the first few, and how many more there are.
  package var listed: String { Self.listed(names) }

  /// Names for a sentence: the first few, and how many more there are.
  package static func listed(_ names: [String]) -> String {
    let shown = names.prefix(listedLimit).joined(separator: ", ")
    let rest = names.count - listedLimit
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  /// More than the resources that are offered.
  private static let listedLimit = 20

  private static func precedes(_ left: Scope, _ right: Scope) -> Bool {
    let (first, second) = (ScopeCatalogue.rank(of: left), ScopeCatalogue.rank(of: right))
    return first == second ? left.text < right.text : first < second
  }
}
