import Ground
import LocalHTTP

/// The flat bodies of `GET /v2/self`.
enum SelfBody {
  static let inactive = LocalResponse.json(200, ["active": false])

  static func active(_ record: SandboxToken) -> LocalResponse {
    let isHostile = record.scenario == .hostileText
    let client = record.identifier
    let scopes = record.scopes + (isHostile ? [HostileText.scope] : [])
    return .json(
      200,
      [
        "active": true,
        "scope": .text(scopes.joined(separator: " ")),
        "client_id": .text(client),
        "token_type": "Bearer",
        "exp": nil,
        "iat": .integer(Int64(record.issuedAt)),
        "sub": .text(record.workspace.id),
        "aud": .text(client),
        "iss": "attio.com",
        "token_level": record.scenario == .userLevel ? "user" : "workspace",
        "authorized_by_workspace_member_id": .text(record.workspace.memberID),
        "workspace_id": .text(record.workspace.id),
        "workspace_name": .text(isHostile ? HostileText.name : record.workspace.name),
        "workspace_slug": .text(record.workspace.slug),
        "workspace_logo_url": nil,
      ]
    )
  }
}

/// Text that must not reach a terminal as it is.
enum HostileText {
  /// Clears the screen, sets the window's title, rings, reverses the reading direction, hides
  /// characters, breaks the line, and is far too long.
  static let name =
    "Evil\u{1B}[2J\u{1B}]0;owned\u{7} \u{202E}txt.exe\u{202C}\u{2066}\u{200B}\u{FEFF}\u{9B}31m\r\n"
    + "second line\t\u{8}\u{7F} " + String(repeating: "W\u{301}", count: 5000)

  /// A scope that nobody knows, with an escape sequence in it.
  static let scope = "unknown\u{1B}[31m_thing:read"

  /// An object's slug with an escape sequence in it.
  static let slug = "pe\u{1B}[31mople\u{202E}"
}
