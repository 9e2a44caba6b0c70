package import Ground

/// What to make a plan for.
package struct PlanRequest: Equatable, Sendable {
  /// The folder's absolute path.
  package var directory: String
  /// The env file relative to the folder.
  package var envFileName: String
  /// The variables to set, at least one, in the order in which new ones are written.
  package var settings: [EnvSetting]
  /// The scopes that the project wants.
  package var wantedScopes: [String]
  /// The workspace for the example's comment; nil to leave the comment alone.
  package var pin: PinRequest?
  /// Whether the value is to take the place of a reference or an encrypted one.
  package var replacesReference = false
  /// Whether the env file is to be taken out of git's index.
  package var untrack: Bool
  /// What the user agreed to besides.
  package var consent = PlanConsent()

  /// Collects the request.
  package init(
    directory: String,
    envFileName: String,
    settings: [EnvSetting],
    wantedScopes: [String],
    untrack: Bool = false
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.settings = settings
    self.wantedScopes = wantedScopes
    self.untrack = untrack
  }

  /// Requests a plan for a token, nil to keep the one that is there.
  package init(
    directory: String,
    envFileName: String,
    variable: String,
    token: Secret?,
    wantedScopes: [String],
    untrack: Bool = false
  ) {
    self.init(
      directory: directory,
      envFileName: envFileName,
      settings: [.token(token, variable: variable)],
      wantedScopes: wantedScopes,
      untrack: untrack
    )
  }

  /// Requests a plan for an app; what is nil of it is kept as it stands in the env file.
  package init(
    directory: String,
    envFileName: String,
    app: AppSettings,
    wantedScopes: [String],
    untrack: Bool = false
  ) {
    self.init(
      directory: directory,
      envFileName: envFileName,
      settings: app.envSettings,
      wantedScopes: wantedScopes,
      untrack: untrack
    )
  }
}
