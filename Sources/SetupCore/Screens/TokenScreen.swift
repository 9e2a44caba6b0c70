/// The second step: the token.
enum TokenScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.size)
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
    return page
  }

  private static let mask = "••••••••••••"

  private static func field(_ state: WizardState, _ page: inout Page) {
    let width = page.columns - 10
    let isEmpty = state.token.field.isEmpty
    let text = isEmpty ? "" : "\(mask)  \(received(state))"
    page.field(
      [
        Span("  Token ", .muted), Span("[", .border), Span(text.padded(to: width), .secret),
        Span("]", .border),
      ],
      cursorColumn: 9 + (isEmpty ? 0 : DisplayWidth.of(mask))
    )
  }

  private static func received(_ state: WizardState) -> String {
    guard case .token(let pasted) = state.token.reading else {
      return "\(state.token.field.content.bytes.count) bytes received"
    }
    return pasted.received
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
    if state.waiting != nil {
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
    _ page: inout Page
  ) {
    let explanation = ConnectionExplanation(verification.connection, context: state.context)
    page.text(explanation.title, .error, indent: 2, mark: "✗ ")
    page.text("\(explanation.happening) \(explanation.evidence)", indent: 4)
    page.text(explanation.remedy, indent: 4)
  }

  private static func title(_ choice: TokenChoice, _ state: WizardState) -> String {
    switch choice {
    case .proceed:
      state.token.verification?.identity.map { "Continue with \($0.workspace)" } ?? "Continue"
    case .ask: "Ask \(state.options.apiHost) about it"
    case .askAgain: "Try again"
    case .proceedUnchecked: "Continue without the check"
    case .replace: "Empty the field and paste another"
    case .take(let source):
      "Take the token from \(ProjectScreen.place(source, state)) "
        + "(\(source.value.masked ?? "a short value"))"
    case .useSandboxToken: "Use the sandbox's token"
    case .openGuide: "I have no token yet"
    }
  }
}
