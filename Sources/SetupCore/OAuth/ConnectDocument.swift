package import Ground

/// A workspace that was connected, as `connect --json` prints it.
package struct ConnectDocument: JSONConvertible, Sendable {
  private let result: ConnectResult
  private let scopes: StatusReport.Scopes
  private let written: [String]
  private let undo: String?
  private let judgement: Judgement

  /// Collects what came of it.
  ///
  /// - Parameters:
  ///   - result: The workspace and what Attio said of its token.
  ///   - wanted: The scopes that the project wants; nil where it names none.
  ///   - written: The files that were written, relative to the project.
  ///   - undo: The name of the journal's entry; nil where nothing was written.
  package init(
    _ result: ConnectResult,
    wanted: [String]?,
    written: [String],
    undo: String?
  ) {
    self.result = result
    scopes = StatusReport.Scopes(result, wanted: wanted)
    judgement = result.judgement(wanted: wanted)
    self.written = written
    self.undo = undo
  }

  /// The document.
  package var json: JSONValue {
    let workspace = result.workspace
    let named = JSONValue(members: [
      "id": workspace.key.workspaceID, "name": workspace.name, "slug": workspace.slug,
    ])
    return JSONValue(members: [
      "schema": DocumentSchema.version,
      "headline": judgement.headline,
      "workspace": named,
      "connection": ConnectionDocument(result.verification.connection, remedy: judgement.remedy),
      "scopes": scopes,
      "store": workspace.store.rawValue,
      "replaced": result.replaced,
      "authorized_by": result.verification.identity?.authorizedBy,
      "written": written,
      "undo": undo,
    ])
  }
}

extension StatusReport.Scopes {
  /// What the new token has against what the project wants.
  package init(_ result: ConnectResult, wanted: [String]?) {
    let granted = ScopeSet(names: result.workspace.scopes)
    let wanted = wanted.map { ScopeSet(names: $0) }
    self.init(
      granted: granted.names,
      wanted: wanted?.names ?? [],
      missing: wanted?.missing(from: granted).names ?? [],
      unused: wanted.map { granted.unused(by: $0).names } ?? []
    )
  }
}
