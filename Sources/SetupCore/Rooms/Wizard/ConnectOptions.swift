/// Which of Attio's two ways the wizard sets up.
package enum ConnectionMethod: Equatable, Sendable {
  /// One workspace, whose access token stands in the env file.
  case accessToken
  /// An OAuth app that any number of workspaces connect; its id and secret stand in the env file.
  case manyWorkspaces
}

/// What the wizard was started for.
package enum WizardEntry: Equatable, Sendable {
  /// To set a project up, from the first step on.
  case setup
  /// To connect one more workspace, without a question that is answered already.
  case connect(ConnectOptions)
}

/// What the command line fixed about connecting a workspace.
package struct ConnectOptions: Equatable, Sendable {
  /// The app, as far as it was named; it comes before what the project holds.
  package var settings = AppSettings()
  /// Where the token goes; nil to ask once and remember it.
  package var store: TokenStoreKind?
  /// Whether the request carries a PKCE challenge.
  package var sendsChallenge = true
  /// How long the answer is waited for, in seconds.
  package var waitSeconds = ConnectRequest.usualWait
  /// Whether Enter may open the browser.
  package var opensBrowser = true

  /// Starts with the usual values.
  package init() {}
}
