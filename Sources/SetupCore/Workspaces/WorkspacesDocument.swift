/// The connected workspaces as `workspaces --json` prints them.
package struct WorkspacesDocument: Encodable, Sendable {
  private let schema = DocumentSchema.version
  private let workspaces: [Row]

  /// The entries as they stand in the store.
  ///
  /// - Parameters:
  ///   - workspaces: The entries.
  ///   - time: Writes seconds since 1970 as ISO 8601.
  package init(_ workspaces: [ConnectedWorkspace], time: (Double) -> String) {
    self.workspaces = workspaces.map { Row($0, verifiedAt: $0.verifiedAt.map(time)) }
  }

  /// The entries with what came of asking Attio; the times as above.
  package init(_ checked: [CheckedWorkspace], time: (Double) -> String) {
    workspaces = checked.map {
      Row(
        $0.workspace,
        verifiedAt: $0.workspace.verifiedAt.map(time),
        connection: ConnectionDocument($0.connection, remedy: $0.remedy)
      )
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case workspaces
  }

  private struct Row: Encodable, Sendable {
    let workspace: ConnectedWorkspace
    let verifiedAt: String?
    let connection: ConnectionDocument?

    init(
      _ workspace: ConnectedWorkspace,
      verifiedAt: String?,
      connection: ConnectionDocument? = nil
    ) {
      self.workspace = workspace
      self.verifiedAt = verifiedAt
      self.connection = connection
    }

    private enum Key: String, CodingKey {
      case id
      case slug
      case name
      case scopes
      case store
      case verifiedAt = "verified_at"
      case clientID = "client_id"
      case api
      case connection
    }

    /// A time that is not known is an explicit null; `connection` stands only where Attio was asked.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(workspace.key.workspaceID, forKey: .id)
      try container.encode(workspace.slug, forKey: .slug)
      try container.encode(workspace.name, forKey: .name)
      try container.encode(workspace.scopes, forKey: .scopes)
      try container.encode(workspace.store.rawValue, forKey: .store)
      try container.encode(verifiedAt, forKey: .verifiedAt)
      try container.encode(workspace.key.clientID, forKey: .clientID)
      try container.encode(workspace.key.api, forKey: .api)
      try container.encodeIfPresent(connection, forKey: .connection)
    }
  }
}
