package import Ground

/// The connected workspaces as `workspaces --json` prints them.
package struct WorkspacesDocument: JSONConvertible, Sendable {
  private let workspaces: [JSONValue]

  /// The entries as they stand in the store.
  ///
  /// - Parameters:
  ///   - workspaces: The entries.
  ///   - time: Writes seconds since 1970 as ISO 8601.
  package init(_ workspaces: [ConnectedWorkspace], time: (Double) -> String) {
    self.workspaces = workspaces.map { Self.row($0, time: time) }
  }

  /// The entries with what came of asking Attio; the times as above.
  package init(_ checked: [CheckedWorkspace], time: (Double) -> String) {
    workspaces = checked.map {
      Self.row($0.workspace, time: time)
        .adding("connection", ConnectionDocument($0.connection, remedy: $0.remedy))
    }
  }

  /// The document.
  package var json: JSONValue {
    JSONValue(members: ["schema": DocumentSchema.version, "workspaces": workspaces])
  }

  private static func row(_ workspace: ConnectedWorkspace, time: (Double) -> String) -> JSONValue {
    JSONValue(members: [
      "id": workspace.key.workspaceID,
      "slug": workspace.slug,
      "name": workspace.name,
      "scopes": workspace.scopes,
      "level": workspace.level,
      "store": workspace.store.rawValue,
      "verified_at": workspace.verifiedAt.map(time),
      "client_id": workspace.key.clientID,
      "api": workspace.key.api,
    ])
  }
}
