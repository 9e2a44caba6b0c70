/// What `GET /self` says of a live token; every text is hostile until cleaned.
package struct TokenIdentity: Equatable, Sendable {
  /// The workspace's identifier.
  package var workspaceID: String
  /// The workspace's name.
  package var workspaceName: String?
  /// The workspace's slug.
  package var workspaceSlug: String?
  /// The scopes in Attio's order, unknown ones included.
  package var scopes: [String]
  /// The identifier of the member who authorised the token.
  package var authorizedBy: String?
  /// The application's, or the token's own, identifier.
  package var clientID: String?
  /// `workspace` or `user`, where Attio says so.
  package var level: String?
  /// When the token ends, in seconds since 1970; nil for never.
  package var expiresAt: Double?
  /// When the token was made, in seconds since 1970.
  package var issuedAt: Double?
}

/// The body of `GET /self`: only `active` is promised.
struct SelfBody: Decodable {
  var isActive: Bool
  var identity: TokenIdentity?

  private enum Key: String, CodingKey {
    case active, scope, exp, iat
    case clientID = "client_id"
    case workspaceID = "workspace_id"
    case workspaceName = "workspace_name"
    case workspaceSlug = "workspace_slug"
    case authorizedBy = "authorized_by_workspace_member_id"
    case level = "token_level"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    isActive = try container.decode(Bool.self, forKey: .active)
    guard let workspaceID = container.lenient(String.self, .workspaceID), !workspaceID.isEmpty
    else { return }
    identity = TokenIdentity(
      workspaceID: workspaceID,
      workspaceName: container.lenient(String.self, .workspaceName),
      workspaceSlug: container.lenient(String.self, .workspaceSlug),
      scopes: Self.scopes(container),
      authorizedBy: container.lenient(String.self, .authorizedBy),
      clientID: container.lenient(String.self, .clientID),
      level: container.lenient(String.self, .level),
      expiresAt: container.lenient(Double.self, .exp),
      issuedAt: container.lenient(Double.self, .iat)
    )
  }

  private static func scopes(_ container: KeyedDecodingContainer<Key>) -> [String] {
    if let list = container.lenient([String].self, .scope) { return list }
    let text = container.lenient(String.self, .scope) ?? ""
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
