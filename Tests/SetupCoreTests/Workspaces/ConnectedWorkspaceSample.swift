import SetupCore

extension ConnectedWorkspace {
  /// An entry of the store as tests need it.
  static func sample(
    _ slug: String,
    name: String? = nil,
    id: String? = nil,
    app: String = "app-1",
    api: String = "https://api.attio.com/v2",
    scopes: [String] = ["note:read"],
    verifiedAt: Double? = nil
  ) -> ConnectedWorkspace {
    ConnectedWorkspace(
      key: Key(workspaceID: id ?? "id-\(slug)", clientID: app, api: api),
      slug: slug,
      name: name ?? slug.uppercased(),
      scopes: scopes,
      store: .file,
      verifiedAt: verifiedAt
    )
  }
}
