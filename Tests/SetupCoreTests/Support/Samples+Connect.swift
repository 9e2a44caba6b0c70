import Ground

@testable import SetupCore

/// Values of the OAuth way that tests start from.
extension Sample {
  static let clientID = "c7e4f0a2-1b2c-4d3e-8f90-a1b2c3d4e5f6"
  static let clientSecret = Secret(String(repeating: "5ec2e7f00d1badca", count: 4))
  static let code = Secret("code-from-the-browser-73b1")
  static let authorizationState = "dGhlLXN0YXRlLW9mLXRoaXMtcmVxdWVzdC0yNTYtYml0"

  static let app = AppSettings(
    clientID: clientID,
    clientSecret: clientSecret,
    redirectURI: RedirectURI.standardText
  )

  /// What the sandbox offers.
  static let sandboxApp = AppSettings(
    clientID: "sandbox-client",
    clientSecret: Secret("sandbox-secret")
  )

  static func report(app: AppSettings, wantedScopes: [String]? = nil) -> ProjectReport {
    var report = report(wantedScopes: wantedScopes)
    report.app = app
    return report
  }

  static func offer(
    _ listener: ConnectOffer.Listener = .ready,
    place: BrowserPlace = .here,
    redirectURI: String = RedirectURI.standardText
  ) throws -> ConnectOffer {
    ConnectOffer(
      attempt: AuthorizationAttempt(
        appURL: "https://app.attio.com",
        clientID: clientID,
        redirectURI: try RedirectURI(parsing: redirectURI),
        state: authorizationState,
        challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
      ),
      listener: listener,
      place: place
    )
  }

  static let overSSH = BrowserPlace.ssh(destination: "ada@203.0.113.7")

  /// The address that the browser ends at.
  static let redirected =
    "\(RedirectURI.standardText)?code=\(code.reveal())&state=\(authorizationState)"

  static let probe = StoreProbe(
    keyringProblem: nil,
    filePath: "/home/ada/.local/share/attio-setup/workspaces.json"
  )

  static let probeWithoutKeyring = StoreProbe(
    keyringProblem: .noKeyring("No Secret Service answers on the session bus."),
    filePath: probe.filePath
  )

  static func result(
    _ identity: Identity = Sample.identity,
    store: TokenStoreKind = .keyring,
    replaced: Bool = false
  ) -> ConnectResult {
    ConnectResult(
      workspace: ConnectedWorkspace(
        key: ConnectedWorkspace.Key(
          workspaceID: identity.workspaceID,
          clientID: clientID,
          api: "https://api.attio.com/v2"
        ),
        slug: identity.workspaceSlug ?? "",
        name: identity.workspaceName,
        scopes: identity.scopes,
        store: store,
        verifiedAt: 1_790_000_000
      ),
      verification: verification(identity: identity),
      replaced: replaced
    )
  }

  static let appPlan: Plan = {
    var plan = Sample.plan
    plan.purpose = .app
    let values = "ATTIO_CLIENT_ID=\(clientID)\nATTIO_CLIENT_SECRET=\(clientSecret.reveal())\n"
    plan.entries[1].after = FileContent(values + "ATTIO_REDIRECT_URI=\(RedirectURI.standardText)\n")
    plan.entries[1].diff = UnifiedDiff(lines: [
      .init(.fileHeader, "--- /dev/null"), .init(.fileHeader, "+++ b/.env"),
      .init(.hunkHeader, "@@ -0,0 +1,3 @@"), .init(.added, "ATTIO_CLIENT_ID=\(clientID)"),
      .init(.added, "ATTIO_CLIENT_SECRET=5ec2…adca"),
      .init(.added, "ATTIO_REDIRECT_URI=\(RedirectURI.standardText)"),
    ])
    return plan
  }()
}
