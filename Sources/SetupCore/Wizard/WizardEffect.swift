package import Ground

/// The number of an effect, by which its result is known and by which it is cancelled.
package struct EffectID: Equatable, Hashable, Sendable {
  /// The number, counted from 1 in each run.
  package var number: Int

  /// Wraps a number.
  package init(_ number: Int) {
    self.number = number
  }
}

/// What the wizard asks the outside to do; data, so that tests can compare it.
package enum WizardEffect: Equatable, Sendable {
  /// Look at the project's folder.
  case inspectProject(EffectID, ProjectRequest)
  /// Ask Attio whom a token belongs to (`GET /v2/self`).
  case identify(EffectID, Secret)
  /// Read the files and make the plan.
  case makePlan(EffectID, PlanRequest)
  /// Write what the plan says, in the project's folder; `continuing` names the run in the undo
  /// journal that goes on with it.
  case apply(EffectID, Plan, directory: String, continuing: String?)
  /// Read the value back from the env file and ask Attio with it.
  case verify(EffectID, VerifyRequest)
  /// Find out where tokens of workspaces can be kept.
  case probeStore(EffectID)
  /// Make a request for authorization and listen for its answer, until `endConnect`.
  case prepareConnect(EffectID, ConnectRequest)
  /// Exchange the code of a prepared request, ask Attio whose the token is, and store it.
  case finishConnect(EffectID, prepared: EffectID, code: Secret)
  /// Stop listening for the answer of a prepared request.
  case endConnect(prepared: EffectID, ConnectEnding)
  /// Ask for the first record of an object.
  case query(EffectID, QueryRequest)
  /// Work out a starter client, and the plan that writes it.
  case planClient(EffectID, ClientRequest)
  /// Open a page in the browser.
  case openLink(String)
  /// Put a text on the clipboard.
  case copy(ClipboardText)
  /// Hand a text to the terminal's clipboard; the front end that owns the terminal performs it.
  case copyThroughTerminal(String)
  /// Stop an effect; its result no longer counts, save for an apply, which still reports.
  case cancel(EffectID)
}

/// Which project to look at.
package struct ProjectRequest: Equatable, Sendable {
  /// The folder's absolute path.
  package var directory: String
  /// The env file that the user named, relative to the folder.
  package var envFileName: String?
  /// The variable that holds the token.
  package var variable: String
  /// What will be put into the env file; decides which one is chosen where several hold something.
  package var purpose: PlanPurpose

  /// Collects the request.
  package init(
    directory: String,
    envFileName: String?,
    variable: String,
    purpose: PlanPurpose = .token
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.purpose = purpose
  }
}

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
  /// Whether the env file is to be taken out of git's index.
  package var untrack: Bool

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

/// What to verify after the files are written.
package struct VerifyRequest: Equatable, Sendable {
  /// The folder's absolute path.
  package var directory: String
  /// The env file relative to the folder.
  package var envFileName: String
  /// The variable that holds the token.
  package var variable: String
  /// The scopes that the project wants; they decide whether `/v2/objects` is asked.
  package var wantedScopes: [String]

  /// Collects the request.
  package init(directory: String, envFileName: String, variable: String, wantedScopes: [String]) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.wantedScopes = wantedScopes
  }
}
