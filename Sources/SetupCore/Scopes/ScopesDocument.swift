internal import AttioTables
package import Ground

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
    self.init(preset: preset, calls: calls, isTable: preset == nil && calls.isEmpty)
  }

  /// Answers for a preset and calls, or with the table.
  package init(preset: ScopePreset?, calls: [MatchedCall], isTable: Bool) {
    self.calls = calls
    if isTable {
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

extension ScopesDocument: JSONConvertible {
  /// The document that `scopes --json` promises; `table` stands only where it was asked for.
  package var json: JSONValue {
    let calls = calls.map { call in
      JSONValue(members: ["call": call.text, "needs": call.needs.names, "remark": call.remark])
        .adding(
          "level",
          call.requirement.takesWorkspaceTokensOnly ? TokenLevel.workspace : nil
        )
    }
    return JSONValue(members: [
      "schema": DocumentSchema.version, "scopes": scopes.map(\.text), "calls": calls,
    ])
    .adding("table", table)
  }
}

extension ScopesDocument.Row: JSONConvertible {
  /// One row of `table`.
  package var json: JSONValue {
    JSONValue(members: [
      "scope": scope.text,
      "resource": scope.resource,
      "level": scope.level?.name,
      "grants": grants,
      "needs": needs.names,
    ])
  }
}
