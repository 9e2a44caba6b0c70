import Ground
import SetupCore

/// A page of every kind.
enum BrowserPageSamples {
  static let all: [(name: String, page: BrowserPage)] = [
    ("connected", .connected(result(), missing: [])),
    (
      "connected-missing",
      .connected(result(replaced: true), missing: ["task:read-write", "webhook:read-write"])
    ),
    ("hostile", .connected(result(name: hostile), missing: [])),
    ("denied", failed(.denied)),
    ("refused", failed(.refused(error: "invalid_request", description: hostile))),
    ("invalid-grant", failed(.invalidGrant(description: "The code has expired."))),
    ("invalid-client", failed(.invalidClient(description: nil))),
    ("redirect-uri", failed(.redirectURIMismatch(description: nil))),
    ("exchange-refused", failed(.exchangeRefused(error: "unsupported", description: nil))),
    ("exchange-timeout", failed(.exchange(Connection(state: .timeout)))),
    (
      "exchange-html",
      failed(.exchange(Connection(state: .badResponse, httpStatus: 200, message: "A web page.")))
    ),
    ("unconfirmed", failed(.unconfirmed(Connection(state: .tokenInactive, httpStatus: 200)))),
    ("not-stored", failed(.notStored(.keyringLocked))),
    ("wrong-answer", .wrongAnswer(.wrongState)),
    ("incomplete-answer", .wrongAnswer(.noCode)),
    ("already-used", .alreadyUsed),
    ("left", .left),
    ("replaced", .replaced),
    ("working", .working),
  ]

  static let hostile =
    "<script>alert(1)</script> \u{1B}[31m\u{202E}\"' & "
    + String(repeating: "W", count: 120)

  private static func failed(_ failure: ConnectFailure) -> BrowserPage {
    .failed(failure, ConnectContext())
  }

  private static func result(name: String = "Acme Inc", replaced: Bool = false) -> ConnectResult {
    let identity = Identity(
      workspaceID: "5f6b1f5e-0d0c-4f0e-9d5b-1c8f0a2b3c4d",
      workspaceName: name,
      workspaceSlug: "acme",
      scopes: ["note:read"],
      authorizedBy: "e4a8f2c0-2b1d-4c3e-8f9a-0b1c2d3e4f5a"
    )
    let workspace = ConnectedWorkspace(
      key: ConnectedWorkspace.Key(workspaceID: identity.workspaceID, clientID: "c", api: "a"),
      slug: "acme",
      name: name,
      scopes: identity.scopes,
      store: .keyring,
      verifiedAt: 1
    )
    let verification = Verification(
      connection: Connection(state: .connected, httpStatus: 200),
      identity: identity
    )
    return ConnectResult(workspace: workspace, verification: verification, replaced: replaced)
  }
}
