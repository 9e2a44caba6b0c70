package import Ground

/// Everything the wizard knows; only `WizardReducer` changes it.
package struct WizardState: Equatable, Sendable {
  /// What the command line fixed.
  package var options: WizardOptions
  /// The terminal, and what is waited for.
  package var desk = Desk<WizardEffect>()
  /// Which of Attio's two ways is set up.
  package var method: ConnectionMethod
  /// The step on the screen.
  package var step = WizardStep.project
  /// How long ago Attio answered last, in milliseconds.
  package var answerAge = 0
  /// The project's folder, with what was found, allowed and done in it.
  package var folder: Folder
  /// The folders that were left for another one, as far as this run has written there.
  package var formerFolders: [Folder] = []
  /// What was pasted before the step that asks for it.
  package var keptPaste: FileContent?
  /// The first step's answers.
  package var project = ProjectState()
  /// The second step's answers, for one workspace.
  package var token = TokenState()
  /// The second step's answers, for many workspaces.
  package var app = AppState()
  /// The third step's answers.
  package var scopes = ScopesState()
  /// The fourth step's answers.
  package var review = ReviewState()
  /// What the fifth step did.
  package var apply = ApplyState()
  /// How the fifth step connects a workspace of many.
  package var connect = ConnectState()
  /// What the last step offers.
  package var done = DoneState()
  /// How the run ended; nil while it goes on.
  package var outcome: WizardOutcome?

  /// Starts at the first step.
  package init(options: WizardOptions) {
    self.options = options
    folder = Folder(options.directory)
    method = options.isConnecting ? .manyWorkspaces : .accessToken
    project.startsByItself = options.isConnecting
  }

  /// Numbers a new effect and waits for it.
  mutating func wait(
    for what: String,
    _ purpose: Purpose,
    _ effect: (EffectID) -> WizardEffect
  ) -> [WizardEffect] {
    desk.ask(what, purpose, effect)
    return desk.takeEffects()
  }

  /// What is left of the wait that Attio asked for, in milliseconds; nil where it asked for none.
  var retryWait: Int? {
    if step == .done { return RetryWait.left(done.answer?.connection, after: answerAge) }
    guard method == .accessToken else { return nil }
    return switch (step, apply.problem) {
    case (.token, _): RetryWait.left(token.verification?.connection, after: answerAge)
    case (.apply, .connection(let verification)):
      RetryWait.left(verification.connection, after: answerAge)
    default: nil
    }
  }

  /// Stops waiting; the result that may still come no longer counts.
  mutating func stopWaiting() -> [WizardEffect] {
    desk.stopWaiting()
    return desk.takeEffects()
  }
}

extension WizardState {
  /// What this run has written so far, in a sentence; files of a former folder with their folder.
  var writtenSoFar: String? {
    let former = formerFolders.flatMap { folder in
      folder.run.written.map { SafeText.cleaned("\(folder.directory)/\($0)") }
    }
    let names = former + folder.run.written
    return names.isEmpty ? nil : "Written so far: \(names.joined(separator: ", "))."
  }

  /// The step's name as the first row shows it.
  package var stepTitle: String {
    guard method == .manyWorkspaces else { return step.title }
    return switch step {
    case .token: "App"
    case .apply: "Apply and connect"
    default: step.title
    }
  }
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
