internal import AttioTables

/// What the user chose in the scope table, and what that brings with it.
package struct ScopeSelection: Equatable, Sendable {
  /// A level that other choices make necessary.
  package struct Requirement: Equatable, Sendable {
    /// The lowest level that will do.
    package var level: AccessLevel
    /// Why, one sentence for each choice that needs it.
    package var reasons: [String]

    /// Ties a level to its reasons.
    package init(level: AccessLevel, reasons: [String]) {
      self.level = level
      self.reasons = reasons
    }
  }

  /// The scopes that the user chose themselves, unknown ones included.
  package private(set) var chosen: ScopeSet {
    didSet { scopes = ScopePrerequisite.closure(of: chosen) }
  }
  /// Everything the token needs: the chosen scopes and what they bring with them.
  package private(set) var scopes: ScopeSet

  /// Starts with scopes that count as chosen.
  package init(_ chosen: ScopeSet = ScopeSet()) {
    self.chosen = chosen
    scopes = ScopePrerequisite.closure(of: chosen)
  }

  /// Counts for a footer: "6 scopes, 2 can write".
  package var summary: String { scopes.summary }

  /// The level that a resource ends up with.
  package func level(of resource: String) -> AccessLevel {
    scopes.level(of: resource)
  }

  /// What other choices need of a resource; nil where none needs it.
  package func requirement(of resource: String) -> Requirement? {
    // What nobody knows needs nothing, and there may be much of it.
    let others = ScopeSet(
      chosen.scopes.filter {
        $0.resource != resource && ScopeCatalogue.resource($0.resource) != nil
      }
    )
    let needs = ScopePrerequisite.missing(in: others).filter { $0.needed.resource == resource }
    guard let level = needs.compactMap(\.needed.level).max() else { return nil }
    return Requirement(level: level, reasons: needs.map(\.reason))
  }

  /// Whether a resource is there only because other choices need it.
  package func isAdded(_ resource: String) -> Bool {
    level(of: resource) > chosen.level(of: resource)
  }

  /// Goes on from none to read to read-write and round again, never below what is needed.
  ///
  /// A level that a resource does not have is left out.
  package mutating func toggle(_ resource: String) {
    let current = level(of: resource)
    let needed = requirement(of: resource)?.level ?? .none
    let levels = offered(resource)
    let next = levels.first { $0 > current && $0 > needed } ?? .none
    choose(next, of: resource)
  }

  /// Chooses a level; one below what other choices need has no effect on the result.
  package mutating func choose(_ level: AccessLevel, of resource: String) {
    let others = chosen.scopes.filter { $0.resource != resource }
    chosen = ScopeSet(level == .none ? others : others + [Scope(resource, level)])
  }

  /// Replaces the choice by a preset; scopes that no table shows are kept.
  package mutating func choose(_ preset: ScopePreset) {
    let shown = Set(ScopeCatalogue.rows.map(\.resource))
    let carried = chosen.scopes.filter { !shown.contains($0.resource) }
    chosen = preset.scopes.union(ScopeSet(carried))
  }

  private func offered(_ resource: String) -> [AccessLevel] {
    guard let row = ScopeCatalogue.resource(resource) else { return [.read, .readWrite] }
    return [row.readGrants.map { _ in .read }, row.readWriteGrants.map { _ in .readWrite }]
      .compactMap { $0 }
  }
}
