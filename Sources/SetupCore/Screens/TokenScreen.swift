import Ground

/// The second step: the token.
enum TokenScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text("Paste your Attio access token", .title)
    page.explanation(
      "It stays hidden. As soon as it is pasted, \(state.options.apiHost) is asked whose it is."
    )
    page.blank()
    field(state, &page)
    reading(state, &page)
    answer(state, &page)
    page.blank()
    for (index, choice) in state.tokenChoices.enumerated() {
      page.choice(title(choice, state), isFocused: index == state.token.selection.index)
    }
    if let verification = state.token.verification, verification.connection.state != .connected {
      reasons(verification, state, &page)
    }
    return page
  }

  private static let mask = "••••••••••••"

  private static func field(_ state: WizardState, _ page: inout Page) {
    let width = page.columns - 10
    let content = content(state)
    let text = content.map { "\(mask)  \($0)" } ?? ""
    page.field(
      [
        Span("  Token ", .muted), Span("[", .border), Span(text.padded(to: width), .secret),
        Span("]", .border),
      ],
      cursorColumn: 9 + (content == nil ? 0 : DisplayWidth.of(mask)),
      asking: .secret("Paste the token")
    )
  }

  /// Says what the field holds without showing it; nil where it is empty.
  private static func content(_ state: WizardState) -> String? {
    if let source = state.takenSource { return "from \(ProjectScreen.place(source, state))" }
    switch state.token.reading {
    case nil: return nil
    case .token(let pasted): return pasted.received
    case .refused:
      let count = String(decoding: state.token.field.content.bytes, as: UTF8.self).count
      return count == 1 ? "1 character received" : "\(count) characters received"
    }
  }

  private static func reading(_ state: WizardState, _ page: inout Page) {
    switch state.token.reading {
    case nil: return
    case .refused(let refusal):
      page.text(refusal.explanation, .error, indent: 2, mark: "✗ ")
    case .token(let pasted):
      if let remark = pasted.remark { page.text(remark, .muted, indent: 2) }
      if let warning = pasted.warning { page.text(warning, .warning, indent: 2, mark: "! ") }
    }
  }

  private static func answer(_ state: WizardState, _ page: inout Page) {
    if state.desk.waiting != nil {
      page.text("Asking \(state.options.apiHost) whose token this is.", indent: 2)
      page.text(
        state.token.continuesWhenKnown
          ? "The next step opens by itself when the answer is good."
          : "Esc stops it, Enter goes on when the answer is good.",
        .muted,
        indent: 2
      )
      return
    }
    guard let verification = state.token.verification else { return }
    if let identity = verification.identity, verification.connection.state == .connected {
      self.identity(identity, &page)
      return
    }
    explanation(verification, state, &page)
  }

  /// Says whose token it is: the workspace first, as the proof that it is the right one.
  private static func identity(_ identity: Identity, _ page: inout Page) {
    page.text(identity.workspace, .success, indent: 2, mark: "✓ ")
    let member = identity.authorizedBy.map { "Authorised by member \($0.prefix(8)). " } ?? ""
    let scopes =
      switch identity.scopes.count {
      case 0: "It has no scopes yet: the next step shows which to tick."
      case 1: "It has 1 scope."
      case let count: "It has \(count) scopes."
      }
    page.text(member + scopes, indent: 4)
  }

  static func explanation(
    _ verification: Verification,
    _ state: WizardState,
    _ page: inout Page,
    context: ConnectionContext? = nil
  ) {
    let explanation = ConnectionExplanation(
      verification.connection,
      context: context ?? state.context
    )
    page.text(explanation.title, .error, indent: 2, mark: "✗ ")
    if !page.isCompact {
      page.text("\(explanation.happening) \(explanation.evidence)", indent: 4)
    }
    page.text(explanation.remedy, indent: 4)
    if let left = state.retryWait { page.text(RetryWait.text(left: left), .warning, indent: 4) }
  }

  /// Gives the reasons under the choices of a low terminal, where they would push those out.
  static func reasons(_ verification: Verification, _ state: WizardState, _ page: inout Page) {
    guard page.isCompact else { return }
    let explanation = ConnectionExplanation(verification.connection, context: state.context)
    page.blank()
    page.text("\(explanation.happening) \(explanation.evidence)", .muted)
  }

  /// The workspace that the project has now.
  static func oldWorkspace(_ state: WizardState) -> String {
    state.token.replaced?.identity?.workspace ?? state.pinInTheWay?.name ?? "its workspace"
  }

  /// The workspace of the candidate.
  static func newWorkspace(_ state: WizardState) -> String {
    state.token.verification?.identity?.workspace ?? "its workspace"
  }

  static func title(_ choice: TokenChoice, _ state: WizardState) -> String {
    switch choice {
    case .proceed:
      state.token.verification?.identity.map { "Continue with \($0.workspace)" } ?? "Continue"
    case .ask:
      isUnusual(state)
        ? "Send it to \(state.options.apiHost) anyway" : "Ask \(state.options.apiHost) about it"
    case .askAgain: "Try again"
    case .proceedUnchecked: "Continue without the check"
    case .replace: "Empty the field and paste another"
    case .take(let source): "\(taking(source, state)) (\(source.value.masked ?? "a short value"))"
    case .useSandboxToken: "Use the sandbox's token"
    case .openGuide: "I have no token yet"
    case .manyWorkspaces: "Many workspaces (OAuth)"
    case .keepOther: "Keep \(oldWorkspace(state))"
    case .replaceOther: "Switch to \(newWorkspace(state))"
    }
  }

  private static func isUnusual(_ state: WizardState) -> Bool {
    guard case .token(let pasted) = state.token.reading else { return false }
    return pasted.warning != nil
  }

  private static func taking(_ source: TokenSource, _ state: WizardState) -> String {
    let place = ProjectScreen.place(source, state)
    switch source.place {
    case .environment: return "Use \(place)"
    case .envFile(state.envFileName): return "Keep the token in \(place)"
    case .envFile: return "Use the token in \(place)"
    }
  }
}
