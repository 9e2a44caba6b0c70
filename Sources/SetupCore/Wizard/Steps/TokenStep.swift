package import Ground

/// What the second step knows and was told.
package struct TokenState: Equatable, Sendable {
  /// The pages of the step.
  package enum Page: Equatable, Sendable {
    case field
    /// How to make a token.
    case guide
    /// The question whether the project moves to another workspace.
    case otherWorkspace
  }

  /// The page on the screen.
  package var page = Page.field
  /// What was typed or pasted.
  package var field = SecretField()
  /// What the field's content was recognised as; nil while it is empty.
  package var reading: TokenPasteResult?
  /// The token that Attio was asked about last, or is being asked about.
  package var candidate: Secret?
  /// What Attio said of the candidate.
  package var verification: Verification?
  /// What Attio said before it was asked again about the same token.
  package var lastAnswer: ConnectionState?
  /// Whether the next step follows as soon as Attio has answered well.
  package var continuesWhenKnown = false
  /// The highlighted choice.
  package var selection = ListSelection()
  /// The token that the run goes on with.
  package var accepted: Secret?
  /// The token in the env file that the candidate would replace; nil where there is none.
  package var replaced: OldToken?

  /// The granted scopes of the accepted token; nil where Attio was not asked.
  package var granted: [String]? {
    guard accepted != nil, accepted == candidate else { return nil }
    return verification?.identity?.scopes
  }
}

/// A way on from the second step.
package enum TokenChoice: Equatable, Sendable {
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
}

extension WizardState {
  /// The choices of the second step, the default first.
  package var tokenChoices: [TokenChoice] {
    guard desk.waiting == nil else { return [] }
    if token.page == .otherWorkspace { return [.keepOther, .replaceOther] }
    let others =
      tokenSources.filter { $0 != takenSource }.map { TokenChoice.take($0) }
      + (options.sandboxToken == nil ? [] : [.useSandboxToken]) + [.openGuide, .manyWorkspaces]
    if let verification = token.verification {
      switch verification.connection.state.verdict {
      case .good: return [.proceed] + others
      case .unknown: return [.askAgain, .proceedUnchecked] + others
      case .actionNeeded: return waysOn(from: verification.connection.state) + others
      }
    }
    switch token.reading {
    case nil: return (takenSource == nil ? [] : [.askAgain]) + others
    case .refused: return [.replace] + others
    // Never by Enter alone: it may be any secret from the clipboard.
    case .token(let pasted) where pasted.warning != nil: return [.replace, .ask] + others
    case .token: return [.ask] + others
    }
  }

  /// Enter asks again: an Enter that was pressed with the paste, and comes after a quick answer,
  /// leaves the token in its field with the reason.
  private func waysOn(from state: ConnectionState) -> [TokenChoice] {
    let askAgain: [TokenChoice] =
      switch state {
      case .missingScope, .planLimit, .notFound: [.askAgain]
      default: token.field.isEmpty ? [] : [.askAgain]
      }
    return askAgain + (token.field.isEmpty ? [] : [.replace])
  }

  /// The place that the token came from which Attio is or was asked about; nil for a pasted one.
  package var takenSource: TokenSource? {
    guard token.field.isEmpty, let candidate = token.candidate else { return nil }
    return tokenSources.first { $0.value == candidate }
  }

  /// The tokens that stand in the project or the shell: the file's own first, which Enter keeps,
  /// since taking the shell's would overwrite it.
  package var tokenSources: [TokenSource] {
    let sources =
      folder.report?.sources.filter { TokenShape.of($0.value.reveal()).isSendable } ?? []
    let own = TokenSource.Place.envFile(envFileName)
    return sources.filter { $0.place == own } + sources.filter { $0.place != own }
  }

  mutating func typeToken(_ text: String) -> [WizardEffect] {
    changeField { $0.type(text) }
  }

  mutating func pasteToken(_ content: FileContent) -> [WizardEffect] {
    token.page = .field
    desk.scroll = 0
    let effects = changeField { $0.paste(content) }
    // What does not look like a token of Attio is not sent anywhere before the user says so.
    guard case .token(let pasted) = token.reading, pasted.warning == nil else { return effects }
    return effects + ask(about: pasted.secret)
  }

  private mutating func changeField(_ change: (inout SecretField) -> Void) -> [WizardEffect] {
    let effects = stopWaiting()
    change(&token.field)
    token.reading =
      token.field.isEmpty ? nil : TokenPaste.read(token.field.content, variable: options.variable)
    token.candidate = nil
    token.verification = nil
    token.lastAnswer = nil
    token.replaced = nil
    token.continuesWhenKnown = false
    token.selection = ListSelection()
    return effects
  }

  private mutating func ask(about secret: Secret) -> [WizardEffect] {
    token.replaced = nil
    token.candidate = secret
    token.verification = nil
    return wait(for: "Asking \(options.apiHost) whose token this is", .candidate) {
      .identify($0, secret)
    }
  }

  /// Asks what the accepted token may do now; the earlier answer stays until then.
  mutating func askForGranted() -> [WizardEffect] {
    guard let secret = token.accepted else { return [] }
    return wait(for: "Asking \(options.apiHost) what the token has now", .granted) {
      .identify($0, secret)
    }
  }

  private mutating func showGranted(_ verification: Verification) -> [WizardEffect] {
    answerAge = 0
    guard verification.connection.state == .connected else {
      let title = ConnectionExplanation(verification.connection, context: context).title
      desk.notice = "\(title). The table shows what was known before."
      return []
    }
    token.verification = verification
    desk.notice = "Asked again: the table shows what the token has now."
    return []
  }

  mutating func takeIdentity(_ verification: Verification, for purpose: Purpose?) -> [WizardEffect]
  {
    switch purpose {
    case .candidate?: return showIdentity(verification)
    case .replaced?: return showOldIdentity(verification)
    case .granted?: return showGranted(verification)
    default: return []
    }
  }

  private mutating func showIdentity(_ verification: Verification) -> [WizardEffect] {
    answerAge = 0
    if token.lastAnswer == verification.connection.state { desk.notice = Self.sameAnswer }
    token.lastAnswer = verification.connection.state
    token.verification = verification
    token.selection = ListSelection()
    guard token.continuesWhenKnown else { return [] }
    token.continuesWhenKnown = false
    return verification.connection.state.verdict == .good ? acceptCandidate() : []
  }

  mutating func handleToken(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .erase: return changeField { $0.erase() }
    case .clear: return changeField { $0.clear() }
    case .useSandboxToken: return useSandboxToken()
    case .openLink: return [.openLink(guide.tokensURL)]
    case .copyLink: return [.copy(ClipboardText(.link, guide.tokensURL))]
    case .back: return tokenBack()
    case .confirm: return tokenConfirm()
    default:
      token.selection.move(intent, count: tokenChoices.count)
      return []
    }
  }

  private mutating func tokenBack() -> [WizardEffect] {
    if desk.waiting != nil {
      token.continuesWhenKnown = false
      token.replaced = nil
      return stopWaiting()
    }
    if token.page != .field {
      backToField()
    } else {
      go(to: .project)
      // What this run has written is what is there now.
      if folder.isChanged { return inspectProject() }
    }
    return []
  }

  private mutating func backToField() {
    token.page = .field
    token.replaced = nil
    token.selection = ListSelection()
    desk.scroll = 0
  }

  private mutating func tokenConfirm() -> [WizardEffect] {
    if token.page == .guide {
      backToField()
      return []
    }
    guard desk.waiting == nil else {
      token.continuesWhenKnown = true
      return []
    }
    guard tokenChoices.indices.contains(token.selection.index) else { return [] }
    return choose(tokenChoices[token.selection.index])
  }

  private mutating func choose(_ choice: TokenChoice) -> [WizardEffect] {
    switch choice {
    case .proceed, .proceedUnchecked: return acceptCandidate()
    case .ask:
      guard case .token(let pasted) = token.reading else { return [] }
      return ask(about: pasted.secret)
    case .askAgain: return token.candidate.map { ask(about: $0) } ?? []
    case .replace: return changeField { $0.clear() }
    case .take(let source):
      return changeField { $0.clear() } + ask(about: source.value)
    case .useSandboxToken: return useSandboxToken()
    case .keepOther:
      backToField()
      return []
    case .replaceOther: return switchWorkspace()
    case .manyWorkspaces:
      method = .manyWorkspaces
      showAppPage(app.page)
      return []
    case .openGuide:
      token.page = .guide
      desk.scroll = 0
      return []
    }
  }

  private mutating func useSandboxToken() -> [WizardEffect] {
    guard let secret = options.sandboxToken else { return [] }
    return changeField { $0.clear() } + pasteToken(FileContent(secret.reveal()))
  }

  mutating func showLinkOpened(_ result: LinkResult) -> [WizardEffect] {
    switch result {
    case .attempted: desk.notice = "Asked the browser to open the page."
    case .failed(let reason): desk.notice = "The page could not be opened: \(reason)"
    }
    return []
  }

  mutating func showCopied(_ what: ClipboardText.What, _ result: LinkResult) -> [WizardEffect] {
    switch result {
    case .attempted:
      desk.notice =
        "Sent \(what.rawValue) to the clipboard. "
        + "If it is not there, select it with the mouse."
    case .failed(let reason): desk.notice = "It could not be copied: \(reason)"
    }
    return []
  }

  /// The terminal answers nothing, so that it cannot be known whether it has a clipboard.
  mutating func copyThroughTerminal(_ copied: ClipboardText) -> [WizardEffect] {
    desk.notice =
      "Sent \(copied.what.rawValue) to your terminal, which may have no clipboard for it. "
      + "If it is not there, select it with the mouse."
    return [.copyThroughTerminal(copied.text)]
  }
}
