import Ground

/// What every room of the wizard works with: the desk, and what is true wherever the user stands.
package struct WizardHall: RoomHall {
  /// What the command line fixed.
  var options: WizardOptions
  /// The terminal, and what is waited for.
  var desk = Desk<WizardEffect>()
  /// Which of Attio's two ways is set up.
  var method: ConnectionMethod
  /// The project's folder, with what was found, allowed and done in it.
  package var folder: Folder
  /// The folders that were left for another one, as far as this run has written there.
  var formerFolders: [Folder] = []
  /// What was pasted before the room that asks for it.
  var keptPaste: FileContent?
  /// How long ago Attio answered last, in milliseconds.
  var answerAge = 0
  /// The token of one workspace.
  var token = KnownToken()
  /// What was entered of the app in this run; it comes before the command line and the project.
  var enteredApp = AppSettings()
  /// The scopes that the project is to have.
  var wanted = ScopeSelection()
  /// Whether the user changed them, so that a new token does not undo it.
  var isWantedTouched = false
  /// What came of the last writing; nil while there is nothing of it.
  package var lastWrite: ApplyResult?
  /// What Attio said with what was written; nil before it was asked.
  var proof: Proof?
  /// Where the tokens of workspaces can be kept; nil until it is found out.
  var storeProbe: StoreProbe?
  /// Where they go; nil until it is decided.
  var store: TokenStoreKind?
  /// Whether this run has put the app's settings into the env file, so that they are read back from it.
  var isAppWritten = false
  /// The request for a link that is prepared or being prepared; it must be ended.
  var prepared: EffectID?
  /// The workspaces that this run has connected, the latest last.
  var connected: [ConnectResult] = []
  /// The starter client that was written.
  var client: StarterClient?
  /// Whether the program ends once the writing has stopped.
  var endsWhenWritten = false
  /// How the run ended; nil while it goes on.
  package var outcome: WizardOutcome?
  /// Where the user goes next; nil to stay.
  fileprivate(set) var door: Door?

  init(options: WizardOptions) {
    self.options = options
    folder = Folder(options.directory)
    method = options.isConnecting ? .manyWorkspaces : .accessToken
  }
}

/// What is known of the token of one workspace.
struct KnownToken: Equatable, Sendable {
  /// The token that Attio was asked about last, or is being asked about.
  var candidate: Secret?
  /// What Attio said of the candidate.
  var verification: Verification?
  /// The token that the run goes on with.
  var accepted: Secret?
  /// The token in the env file that the candidate would replace; nil where there is none.
  var replaced: OldToken?

  /// Whose token the candidate is.
  var identity: Identity? { verification?.identity }

  /// The granted scopes of the accepted token; nil where Attio was not asked.
  var granted: [String]? {
    guard accepted != nil, accepted == candidate else { return nil }
    return identity?.scopes
  }
}

/// What Attio said with the value that was written.
struct Proof: Equatable, Sendable {
  /// What it said.
  var verification: Verification
  /// What the run came to with it; nil for a workspace of many.
  var report: StatusReport?
}

/// How a run of the wizard ended.
package struct WizardOutcome: Equatable, Sendable {
  /// The exit code.
  package var exitCode: Int32
  /// What to say where it ended with a failure.
  package var failure: SetupError?

  /// Collects code and failure.
  package init(exitCode: Int32, failure: SetupError? = nil) {
    self.exitCode = exitCode
    self.failure = failure
  }
}

/// A way from one room into another, with what is brought there.
enum Door: Equatable {
  case project
  /// Into another folder: nothing that was entered in the former one counts there.
  case folder(String)
  /// To the token or the app, whichever the method asks for.
  case token
  /// To the token, for another one than that which was written.
  case anotherToken
  /// To a page of the app.
  case app(AppRoom.View, problem: String? = nil)
  /// To a page of the app whose value the connecting needs anew.
  case mending(AppRoom.View, redirectURI: TextField?, from: ConnectRoom)
  case scopes
  case review(ReviewRoom)
  case write(WriteRoom)
  case connect(ConnectRoom)
  case done(DoneRoom)
}

// MARK: - What rooms ask for

extension WizardHall {
  /// Leads into another room, which is seen from its top.
  mutating func go(_ door: Door) {
    self.door = door
    desk.overlay = nil
    desk.scroll = 0
    desk.notice = nil
  }

  /// Gives the way that is to be gone, once.
  mutating func takeDoor() -> Door? {
    defer { door = nil }
    return door
  }

  /// Ends the run.
  mutating func end(_ exitCode: Int32, _ failure: SetupError? = nil) {
    outcome = WizardOutcome(exitCode: exitCode, failure: failure)
    desk.stopWaiting()
    endConnect(.left)
  }

  /// Stops listening for the answer of the request that is there.
  mutating func endConnect(_ ending: ConnectEnding) {
    guard let prepared else { return }
    self.prepared = nil
    desk.perform(.endConnect(prepared: prepared, ending))
  }

  /// Opens a page in the browser.
  mutating func open(_ url: String) { desk.perform(.openLink(url)) }

  /// Puts a text on the clipboard.
  mutating func copy(_ what: ClipboardText.What, _ text: String) {
    desk.perform(.copy(ClipboardText(what, text)))
  }

  /// Looks at the folder; what is known of it stays until then.
  mutating func inspect(_ purpose: Purpose) {
    let request = ProjectRequest(
      directory: folder.directory,
      envFileName: options.envFileName,
      variable: options.variable,
      purpose: method == .accessToken ? .token : .app
    )
    desk.ask("Looking at the folder", purpose) { .inspectProject($0, request) }
  }

  /// Forgets what is known of the folder, and looks at it.
  mutating func inspectAnew() {
    folder.report = nil
    folder.failure = nil
    inspect(.folder)
  }

  /// Goes to the token or the app, after another look at the folder where this run has written
  /// there: what is offered is what stands there now.
  mutating func goToToken(isAnother: Bool = false) {
    if folder.isChanged {
      inspect(isAnother ? .anotherToken : .folderAgain)
    } else {
      go(isAnother ? .anotherToken : .token)
    }
  }

  /// Works out the plan; the screen stays as it is until there is something to review.
  ///
  /// - Parameter reason: Why it is made anew, for the top of the review; nil for nothing to say.
  mutating func makePlan(because reason: String? = nil) {
    let request = planRequest
    desk.ask("Reading the files and asking git", .plan(because: reason)) { .makePlan($0, request) }
  }

  private var planRequest: PlanRequest {
    var request = PlanRequest(
      directory: folder.directory,
      envFileName: envFileName,
      settings: settings,
      wantedScopes: wantedScopes,
      untrack: folder.consent.untracked == envFileName
    )
    if method == .accessToken {
      request.pin = PinRequest(
        token.identity?.workspaceSlug,
        replaces: token.identity.map { $0.workspaceID == folder.consent.workspace } ?? false
      )
    }
    request.replacesReference = folder.consent.replacedReference == envFileName
    request.consent = folder.consent.risks
    return request
  }

  private var settings: [EnvSetting] {
    switch method {
    case .accessToken: return [.token(token.accepted, variable: options.variable)]
    case .manyWorkspaces:
      var app = appSettings
      app.redirectURI = redirectURI
      return app.envSettings
    }
  }

  /// Carries a plan out; `continuing` the run that has written here before.
  mutating func apply(_ plan: Plan, _ words: String, _ purpose: Purpose) {
    let (directory, run) = (folder.directory, folder.run.undo)
    desk.ask(words, purpose) { .apply($0, plan, directory: directory, continuing: run) }
  }
}

// MARK: - What is taken down

extension WizardHall {
  /// Takes down that an entry of a plan was carried out.
  mutating func note(applied entry: PlanEntry.ID) {
    folder.run.applied.append(entry)
    guard entry == .envFile, method == .accessToken, let old = token.replaced else { return }
    folder.run.note(old)
  }

  /// Takes down what was written, whoever asked for it.
  mutating func note(written result: ApplyResult) {
    lastWrite = result
    folder.note(result)
  }

  /// Takes down a workspace that was connected.
  mutating func note(connected result: ConnectResult) {
    connected.removeAll { $0.workspace.key == result.workspace.key }
    connected.append(result)
  }

  /// Says that asking again changed nothing, which would look like a dead key.
  mutating func noteSameAnswer() {
    desk.notice = "Asked again: the answer is the same."
  }
}
