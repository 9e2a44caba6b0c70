/// A workspace that was connected, as `connect --json` prints it.
package struct ConnectDocument: Encodable, Sendable {
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

  private enum Key: String, CodingKey {
    case schema, headline, workspace, connection, scopes, store, replaced, written, undo
    case authorizedBy = "authorized_by"
  }

  private struct Workspace: Encodable {
    let id: String
    let name: String
    let slug: String
  }

  /// Writes every key; what is unknown is an explicit null.
  package func encode(to encoder: any Encoder) throws {
    let workspace = result.workspace
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(DocumentSchema.version, forKey: .schema)
    try container.encode(judgement.headline, forKey: .headline)
    try container.encode(
      Workspace(id: workspace.key.workspaceID, name: workspace.name, slug: workspace.slug),
      forKey: .workspace
    )
    try container.encode(
      ConnectionDocument(result.verification.connection, remedy: judgement.remedy),
      forKey: .connection
    )
    try container.encode(scopes, forKey: .scopes)
    try container.encode(workspace.store.rawValue, forKey: .store)
    try container.encode(result.replaced, forKey: .replaced)
    try container.encode(result.verification.identity?.authorizedBy, forKey: .authorizedBy)
    try container.encode(written, forKey: .written)
    try container.encode(undo, forKey: .undo)
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
