internal import AttioTables

/// The answer of `scopes`: the table, a preset's scopes, or the smallest set that covers calls.
package struct ScopesDocument: Equatable, Sendable {
  /// The scopes: those of the answer, or of the whole table.
  package var scopes: [Scope]
  /// The calls that were asked about, in the order in which they were named.
  package var calls: [MatchedCall]
  /// One row for each scope that is offered; nil where a preset or calls were asked for.
  package var table: [Row]?

  /// Answers for a preset, for calls, for both together, or, without either, with the table.
  package init(preset: ScopePreset? = nil, calls: [MatchedCall] = []) {
    self.calls = calls
    if preset == nil && calls.isEmpty {
      let rows = ScopeCatalogue.rows.flatMap(Row.all(of:))
      table = rows
      scopes = rows.map(\.scope)
    } else {
      let presetScopes = preset?.scopes ?? ScopeSet()
      scopes = presetScopes.union(EndpointMatcher.scopes(covering: calls)).scopes
    }
  }

  /// One scope of the table.
  package struct Row: Equatable, Sendable {
    /// The scope.
    package var scope: Scope
    /// What it allows, in plain words.
    package var grants: String
    /// What most calls need besides.
    package var needs: ScopeSet

    /// The rows of a resource, the lower level first.
    static func all(of resource: ScopeResource) -> [Row] {
      let needs = ScopeSet(ScopePrerequisite.of(resource.resource).map(\.needed))
      let levels = [
        (resource.readScope, resource.readGrants),
        (resource.readWriteScope, resource.readWriteGrants),
      ]
      return levels.compactMap { name, grants in
        guard let name, let grants else { return nil }
        return Row(scope: Scope(name), grants: grants, needs: needs)
      }
    }
  }
}

extension ScopesDocument: Encodable {
  private enum Key: String, CodingKey {
    case schema
    case scopes
    case calls
    case table
  }

  /// Writes the document that `scopes --json` promises; `table` stands only where it was asked for.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(DocumentSchema.version, forKey: .schema)
    try container.encode(scopes.map(\.text), forKey: .scopes)
    try container.encode(calls.map(CallDocument.init), forKey: .calls)
    try container.encodeIfPresent(table, forKey: .table)
  }
}

extension ScopesDocument.Row: Encodable {
  private enum Key: String, CodingKey {
    case scope
    case resource
    case level
    case grants
    case needs
  }

  /// Writes one row of `table`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(scope.text, forKey: .scope)
    try container.encode(scope.resource, forKey: .resource)
    try container.encode(scope.level?.name, forKey: .level)
    try container.encode(grants, forKey: .grants)
    try container.encode(needs.names, forKey: .needs)
  }
}

/// A call with what it needs, as one element of `calls`.
private struct CallDocument: Encodable {
  let call: MatchedCall

  private enum Key: String, CodingKey {
    case call
    case needs
    case remark
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(call.text, forKey: .call)
    try container.encode(call.needs.names, forKey: .needs)
    try container.encode(call.remark, forKey: .remark)
  }
}
