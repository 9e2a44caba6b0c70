import Ground

/// The second step, for one workspace: its token.
struct TokenRoom: WizardRoom {
  /// The pages of the step.
  enum View: Equatable, Sendable {
    case field
    /// How to make a token.
    case guide
    /// The question whether the project moves to another workspace.
    case otherWorkspace
  }

  enum Action: Equatable, Sendable {
    /// Go on with the token that Attio knows.
    case proceed
    /// Ask Attio about the field's content.
    case ask
    case askAgain
    /// Go on although Attio could not be asked.
    case proceedUnchecked
    /// Empty the field for another token.
    case replace
    /// Take the token that stands in the project or the shell already.
    case take(TokenSource)
    case useSandboxToken
    case openGuide
    /// Go over to the way with an OAuth app.
    case manyWorkspaces
    /// Leave the project with the other workspace.
    case keepOther
    /// Move the project to the candidate's workspace.
    case replaceOther
    /// Go on as soon as Attio has answered well.
    case proceedWhenKnown
    case toField
    case openPage
    case copyLink
    case erase
    case back
  }

  var view = View.field
  /// What was typed or pasted.
  var field = SecretField()
  /// What the field's content was recognised as; nil while it is empty.
  var reading: TokenPasteResult?
  /// What Attio said before it was asked again about the same token.
  var lastAnswer: ConnectionState?
  /// Whether the next step follows as soon as Attio has answered well.
  var continuesWhenKnown = false
  var selection = ListSelection()

  var worksWhileWaiting: Bool { true }

  func answer(_ hall: WizardHall) -> Connection? { hall.token.verification?.connection }

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    switch view {
    case .guide:
      return [
        .enter("paste the token", .toField), .letter("o", "open page", .openPage),
        .letter("c", "copy link", .copyLink), .escape("back", .back),
      ] + Binding.scrolling
    case .otherWorkspace: return [.choose] + Binding.choosing + [.escape("back", .back)]
    case .field:
      let hasSandbox = hall.options.sandboxToken != nil && !field.isTyped
      let enter: Binding<Action> =
        hall.desk.waiting == nil
        ? Binding("Enter", [.enter], "continue", .choose, role: .confirm)
        : .enter("continue", .proceedWhenKnown)
      return (hasSandbox ? [.control("t", "sandbox's token", .useSandboxToken)] : [])
        + [enter] + Binding.choosing
        + [.escape("back", .back), .erase(.erase), .clear(.replace)]
    }
  }

  func typing(_ hall: WizardHall) -> Typing {
    view != .field ? .keys : field.isTyped ? .text : .begins
  }

  mutating func type(_ text: String, _ hall: inout WizardHall) {
    change(&hall) { $0.type(text) }
  }

  func pasted(_ hall: WizardHall) -> FileContent { field.pasted }

  mutating func paste(_ content: FileContent, _ hall: inout WizardHall) {
    view = .field
    hall.desk.scroll = 0
    change(&hall) { $0.paste(content) }
    // What does not look like a token of Attio is not sent anywhere before the user says so.
    if case .token(let pasted) = reading, pasted.warning == nil { ask(pasted.secret, &hall) }
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .proceed, .proceedUnchecked: accept(&hall)
    case .ask: if case .token(let pasted) = reading { ask(pasted.secret, &hall) }
    case .askAgain: if let candidate = hall.token.candidate { ask(candidate, &hall) }
    case .replace: change(&hall) { $0.clear() }
    case .take(let source):
      change(&hall) { $0.clear() }
      ask(source.value, &hall)
    case .useSandboxToken:
      guard let secret = hall.options.sandboxToken else { return }
      change(&hall) { $0.clear() }
      paste(FileContent(secret.reveal()), &hall)
    case .keepOther:
      let workspace = hall.oldWorkspace
      toField(&hall)
      change(&hall) { $0.clear() }
      hall.desk.notice = "The project stays with \(workspace). Paste one of its tokens."
    case .toField: toField(&hall)
    case .replaceOther:
      hall.folder.consent.workspace = hall.token.identity?.workspaceID
      proceed(&hall)
    case .manyWorkspaces:
      hall.method = .manyWorkspaces
      hall.go(.token)
    case .openGuide:
      view = .guide
      hall.desk.scroll = 0
    case .proceedWhenKnown: continuesWhenKnown = true
    case .openPage: hall.open(hall.guide.tokensURL)
    case .copyLink: hall.copy(.link, hall.guide.tokensURL)
    case .erase: change(&hall) { $0.erase() }
    case .back: back(&hall)
    }
  }

  private mutating func change(_ hall: inout WizardHall, _ edit: (inout SecretField) -> Void) {
    hall.desk.stopWaiting()
    edit(&field)
    reading =
      field.isEmpty ? nil : TokenPaste.read(field.content, variable: hall.options.variable)
    hall.token = KnownToken(accepted: hall.token.accepted)
    lastAnswer = nil
    continuesWhenKnown = false
    selection = ListSelection()
  }

  private mutating func back(_ hall: inout WizardHall) {
    if hall.desk.waiting != nil {
      continuesWhenKnown = false
      hall.token.replaced = nil
      hall.desk.stopWaiting()
    } else if view != .field {
      toField(&hall)
    } else {
      hall.go(.project)
      // What this run has written is what is there now.
      if hall.folder.isChanged { hall.inspectAnew() }
    }
  }

  private mutating func toField(_ hall: inout WizardHall) {
    view = .field
    hall.token.replaced = nil
    selection = ListSelection()
    hall.desk.scroll = 0
  }

  private func ask(_ secret: Secret, _ hall: inout WizardHall) {
    hall.token = KnownToken(candidate: secret, accepted: hall.token.accepted)
    hall.desk.ask("Asking \(hall.options.apiHost) whose token this is", .candidate) {
      .identify($0, secret)
    }
  }

  /// Takes what Attio said of the candidate.
  mutating func identified(_ verification: Verification, _ hall: inout WizardHall) {
    let state = verification.connection.state
    if lastAnswer == state { hall.noteSameAnswer() }
    lastAnswer = state
    hall.token.verification = verification
    selection = ListSelection()
    guard continuesWhenKnown else { return }
    continuesWhenKnown = false
    if state.verdict == .good { accept(&hall) }
  }
}

// MARK: - Another workspace

extension TokenRoom {
  /// Goes on with the candidate, after a look at whose token it would replace.
  private mutating func accept(_ hall: inout WizardHall) {
    let own = hall.tokenSources.first { $0.place == .envFile(hall.envFileName) }?.value
    hall.token.replaced = own == hall.token.candidate ? nil : own.map { OldToken($0) }
    guard let old = hall.token.replaced?.secret, hall.token.identity != nil else {
      return confirmWorkspace(&hall)
    }
    hall.desk.ask("Asking \(hall.options.apiHost) whose token the old one is", .replaced) {
      .identify($0, old)
    }
  }

  /// Takes what Attio said of the token that would be replaced.
  mutating func oldIdentified(_ verification: Verification, _ hall: inout WizardHall) {
    hall.token.replaced?.verification = verification
    confirmWorkspace(&hall)
    if view == .field, hall.token.replaced?.life == .unclear {
      hall.desk.notice =
        "Attio did not say whose the token in \(hall.envFileName) is, which this one replaces."
    }
  }

  /// Goes on, unless the project belongs to another workspace: that has to be said first.
  private mutating func confirmWorkspace(_ hall: inout WizardHall) {
    let new = hall.token.identity?.workspaceID
    let old = hall.token.replaced?.identity?.workspaceID
    guard hall.pinInTheWay != nil || (old != nil && old != new) else { return proceed(&hall) }
    view = .otherWorkspace
    selection = ListSelection()
    hall.desk.scroll = 0
  }

  private mutating func proceed(_ hall: inout WizardHall) {
    view = .field
    hall.token.accepted = hall.token.candidate
    hall.go(.scopes)
  }
}

extension WizardHall {
  /// The workspace that the project names, where the candidate is not known to be of it.
  var pinInTheWay: WorkspacePin? {
    guard let identity = token.identity else { return nil }
    return folder.report?.pin.flatMap { $0.refuses(identity) ? $0 : nil }
  }

  /// The workspace that the project has now.
  var oldWorkspace: String {
    token.replaced?.identity?.workspace ?? pinInTheWay?.name ?? "its workspace"
  }

  /// The workspace of the candidate.
  var newWorkspace: String { token.identity?.workspace ?? "its workspace" }
}
