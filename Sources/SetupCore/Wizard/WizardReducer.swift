import Ground

/// The wizard's state machine: the only code that changes its state.
package enum WizardReducer {
  /// Changes the state for an event and names the effects that follow.
  package static func reduce(_ state: inout WizardState, _ event: WizardEvent) -> [WizardEffect] {
    guard state.outcome == nil else { return late(&state, event) }
    switch event {
    case .input(let input): return reduceInput(&state, input)
    case .projectInspected(let id, let report):
      return state.takeProject(report, for: state.desk.receive(id))
    case .projectFailed(let id, let error):
      return state.desk.receive(id) == nil ? [] : state.showProjectFailure(error)
    case .identified(let id, let verification):
      return state.takeIdentity(verification, for: state.desk.receive(id))
    case .tryingAgain(let id, let failure):
      state.desk.waiting?.noteRetry(id, after: failure)
      return []
    case .waitsForTurn(let id):
      state.desk.waiting?.noteTurn(id)
      return []
    case .planned(let id, let plan):
      return state.desk.receive(id) == nil ? [] : state.showPlan(plan)
    case .planFailed(let id, let error):
      return state.desk.receive(id) == nil ? [] : state.showPlanFailure(error)
    case .entryApplied(let id, let entry):
      if state.desk.waiting?.id == id { state.noteApplied(entry) }
      return []
    case .applied(let id, let result):
      return state.takeApplied(result, for: state.desk.receive(id))
    case .verified(let id, let findings):
      return state.desk.receive(id) == nil ? [] : state.showVerified(findings)
    case .verificationFailed(let id, let error):
      return state.desk.receive(id) == nil ? [] : state.showUnreadable(error)
    case .queried(let id, let answer):
      return state.desk.receive(id) == nil ? [] : state.showAnswer(answer)
    case .clientPlanned(let id, let planned):
      return state.desk.receive(id) == nil ? [] : state.showClientPlan(planned)
    case .clientPlanFailed(let id, let error):
      return state.desk.receive(id) == nil ? [] : state.showClientProblem(error)
    case .storeProbed(let id, let probe):
      return state.desk.receive(id) == nil ? [] : state.showStore(probe)
    case .connectPrepared(let id, let offer):
      return state.desk.receive(id) == nil ? [] : state.showOffer(offer)
    case .answerArrived(let prepared, let answer): return state.showAnswer(prepared, answer)
    case .connectProgressed(let id, let progress): return state.showProgress(id, progress)
    case .connected(let id, let result):
      return state.desk.receive(id) == nil ? [] : state.showConnected(result)
    case .connectFailed(let id, let failure): return state.showConnectFailure(id, failure)
    case .linkOpened(let result): return state.showLinkOpened(result)
    case .copied(let what, let result): return state.showCopied(what, result)
    case .clipboardNeedsTerminal(let text): return state.copyThroughTerminal(text)
    }
  }

  /// After the end only what was being written still counts: files, and a workspace's token.
  private static func late(_ state: inout WizardState, _ event: WizardEvent) -> [WizardEffect] {
    switch event {
    case .applied(_, let result): state.noteWritten(result)
    // The token was being stored when the user left.
    case .connected(_, let result): state.connect.note(result)
    default: break
    }
    return []
  }

  private static func reduceInput(
    _ state: inout WizardState,
    _ input: InputEvent
  ) -> [WizardEffect] {
    switch input {
    case .resize(let size):
      state.desk.size = size
      return state.startIfNew()
    case .tick(let milliseconds):
      state.desk.waiting?.milliseconds += milliseconds
      state.answerAge += milliseconds
      return state.passTime(milliseconds)
    case .focus: return []
    case .interrupt: return state.interrupt()
    case .terminate(let signal): return state.end(exitCode: 128 + signal)
    case .endOfInput: return state.end(exitCode: 129)
    case .paste(let content): return state.paste(content)
    case .morePaste(let content): return state.paste(state.following(content))
    case .text(let text): return reduceText(&state, text)
    case .key(let key):
      state.desk.notice = nil
      return reduceKey(&state, key)
    }
  }

  /// As if each character had been typed by itself, but a field takes them all at once.
  private static func reduceText(_ state: inout WizardState, _ text: String) -> [WizardEffect] {
    var effects: [WizardEffect] = []
    var rest = text[...]
    while let next = rest.first, state.outcome == nil {
      state.desk.notice = nil
      let typed = rest.prefix { state.takesText($0) }
      effects += typed.isEmpty ? reduceKey(&state, .character(next)) : state.type(String(typed))
      rest = rest.dropFirst(max(1, typed.count))
    }
    return effects
  }

  private static func reduceKey(_ state: inout WizardState, _ key: Key) -> [WizardEffect] {
    let intent = KeyMap.intent(for: key, in: state.keyContext)
    if case .character(let character) = key, state.takesText(character) {
      return state.type(String(character))
    }
    guard let intent, intent != .repaint else { return [] }
    if intent == .help {
      state.desk.overlay = .help
      state.desk.scroll = 0
      return []
    }
    if state.desk.overlay != nil { return state.handleOverlay(intent) }
    return state.handle(intent)
  }
}

extension WizardState {
  /// The row of the key table that counts now.
  package var keyContext: KeyContext {
    switch desk.overlay {
    case .help: return .help
    case .leaving: return .leaving
    case nil: break
    }
    if isBusy { return .applying }
    switch step {
    case .project: return .project
    case .token where method == .manyWorkspaces: return appContext
    case .token where token.page == .guide: return .tokenGuide
    case .token where token.page == .otherWorkspace: return .choice
    case .token where token.field.isTyped: return .typing
    case .token: return options.sandboxToken == nil ? .token : .sandboxToken
    case .scopes where scopes.isFiltering: return .scopesFilter
    case .scopes: return method == .accessToken ? .scopes : .appScopes
    case .review where !reviewChoices.isEmpty: return .choice
    case .review where hasNothingToWrite:
      return method == .accessToken ? .reviewNothing : .reviewConnect
    case .review: return .review
    case .apply: return connect.phase == nil ? .choice : connectContext
    case .done: return doneContext
    }
  }

  /// The keys that mean something now.
  package var keys: [KeyBinding] { KeyMap.bindings(for: keyContext) }

  /// Whether nothing but a stop is possible until the effect has ended.
  private var isBusy: Bool {
    desk.waiting != nil && (step != .token || method == .manyWorkspaces)
  }

  private var appContext: KeyContext {
    if app.page == .guide { return .appGuide }
    if isAppFieldTyped { return .typing }
    return options.sandboxApp == nil || app.page == .redirectURI ? .appField : .sandboxAppField
  }

  private var connectContext: KeyContext {
    guard connect.phase == .waiting else {
      return connectChoices.contains(.newLink) ? .linkChoice : .choice
    }
    if connect.field.isTyped { return .answerField }
    if canOpenBrowser { return .answerHere }
    return tunnel == nil ? .answer : .answerTunnel
  }

  /// Whether a field has the focus that takes a character; of an empty one the key for help is left out.
  func takesText(_ character: Character) -> Bool {
    let context = keyContext
    switch context {
    case .token, .sandboxToken, .appField, .sandboxAppField, .answer, .answerHere, .answerTunnel:
      return KeyMap.intent(for: .character(character), in: context) == nil
    case .scopesFilter, .answerField, .typing: return true
    default: return false
    }
  }

  mutating func type(_ text: String) -> [WizardEffect] {
    switch step {
    case .scopes: typeFilter(text)
    case .apply: typeAnswer(text)
    default: method == .accessToken ? typeToken(text) : typeApp(text)
    }
  }

  /// What came in pieces, as the one paste that it is.
  func following(_ content: FileContent) -> FileContent {
    let former =
      switch step {
      case .token where method == .manyWorkspaces: pastedAppField
      case .token: token.field.pasted
      case .apply where isWaitingForAnswer: connect.field.pasted
      default: FileContent()
      }
    return FileContent(former.bytes + content.bytes)
  }

  mutating func paste(_ content: FileContent) -> [WizardEffect] {
    guard desk.overlay == nil else { return [] }
    desk.notice = nil
    switch step {
    case .project: return keepForNextStep(content)
    case _ where desk.waiting?.purpose == .folderAgain || desk.waiting?.purpose == .anotherToken:
      return keepForNextStep(content)
    case .token where method == .manyWorkspaces: return isBusy ? [] : pasteApp(content)
    case .token: return pasteToken(content)
    case .apply where isWaitingForAnswer: return pasteAnswer(content)
    case .scopes where scopes.isFiltering:
      return typeFilter(String(decoding: content.bytes, as: UTF8.self).filter { !$0.isNewline })
    default:
      desk.notice = "Nothing takes text here. What you pasted was not kept."
      return []
    }
  }

  mutating func handle(_ intent: Intent) -> [WizardEffect] {
    if isBusy { return handleWhileWaiting(intent) }
    if step != .scopes {
      switch intent {
      case .pageUp:
        desk.scroll(.halfUp, WizardScreen.page(self))
        return []
      case .pageDown:
        desk.scroll(.halfDown, WizardScreen.page(self))
        return []
      case .up where isReading:
        desk.scroll(.rowUp, WizardScreen.page(self))
        return []
      case .down where isReading:
        desk.scroll(.rowDown, WizardScreen.page(self))
        return []
      case .up, .down: desk.scroll = 0
      default: break
      }
    }
    switch step {
    case .project: return handleProject(intent)
    case .token: return method == .accessToken ? handleToken(intent) : handleApp(intent)
    case .scopes: return handleScopes(intent)
    case .review: return handleReview(intent)
    case .apply where isWaitingForAnswer: return handleAnswer(intent)
    case .apply: return connect.phase == nil ? handleApply(intent) : handleConnect(intent)
    case .done: return handleDone(intent)
    }
  }

  mutating func handleOverlay(_ intent: Intent) -> [WizardEffect] {
    switch (desk.overlay, intent) {
    case (.leaving, .confirm): return end(exitCode: ExitStatus.left)
    case (_, .pageUp): desk.scroll(.halfUp, WizardScreen.page(self))
    case (_, .pageDown): desk.scroll(.halfDown, WizardScreen.page(self))
    default:
      desk.overlay = nil
      desk.scroll = 0
      return startByItself()
    }
    return []
  }

  /// Esc while something runs: stop it, and go back to where it was asked for.
  mutating func handleWhileWaiting(_ intent: Intent) -> [WizardEffect] {
    if intent == .confirm, step == .project { project.continuesWhenKnown = true }
    guard intent == .back, let waiting = desk.waiting else { return [] }
    if waiting.kind == .writing {
      apply.isStopping = true
      return [.cancel(waiting.id)]
    }
    switch waiting.purpose {
    case .folder:
      // The look goes on: whoever stays finds the folder looked at.
      project.continuesWhenKnown = false
      desk.overlay = .leaving
      return []
    case .store, .link, .exchange: return stopConnect()
    case .proof: apply.problem = .verificationStopped
    case .plan where step != .project && step != .token: go(to: .scopes)
    case _ where step == .project: desk.overlay = .leaving
    default: break
    }
    return stopWaiting()
  }

  mutating func interrupt() -> [WizardEffect] {
    if let waiting = desk.waiting, waiting.kind == .writing {
      apply.isStopping = true
      apply.endsWhenStopped = true
      return [.cancel(waiting.id)]
    }
    if step == .done { return end(exitCode: doneExitCode) }
    return end(exitCode: ExitStatus.left)
  }

  mutating func end(exitCode: Int32, failure: SetupError? = nil) -> [WizardEffect] {
    outcome = WizardOutcome(exitCode: exitCode, failure: failure)
    return stopWaiting() + endConnect(.left)
  }

  /// Whether the page has nothing to choose and is read from top to bottom.
  private var isReading: Bool {
    step == .done && (done.page == .firstQuery || done.page == .clientPlan)
  }

  mutating func go(to step: WizardStep) {
    self.step = step
    // The step that asks for it was passed over.
    if step.rawValue > WizardStep.token.rawValue { keptPaste = nil }
    desk.overlay = nil
    desk.scroll = 0
    desk.notice = nil
  }
}
