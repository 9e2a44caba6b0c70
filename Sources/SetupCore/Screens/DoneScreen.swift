/// The last step: the proof that it works, and what to do next.
enum DoneScreen {
  static func page(_ state: WizardState) -> Page {
    switch state.done.page {
    case .firstQuery: return FirstQueryScreen.page(state)
    case .languages: return ClientScreen.languages(state)
    case .clientPlan: return ClientScreen.plan(state)
    case .overview: break
    }
    let page = overview(state, choicesFirst: false)
    let room = state.desk.size.rows - Layout.rowsAround
    // The workspace's name must be in view together with the highlighted choice.
    return page.fitted(to: room).rows.count > room ? overview(state, choicesFirst: true) : page
  }

  private static func overview(_ state: WizardState, choicesFirst: Bool) -> Page {
    state.method == .manyWorkspaces
      ? ConnectedScreen.page(state, choicesFirst: choicesFirst)
      : page(state, choicesFirst: choicesFirst)
  }

  private static func page(_ state: WizardState, choicesFirst: Bool) -> Page {
    var page = Page(size: state.desk.size)
    headline(state, &page)
    if choicesFirst {
      page.blank()
      choices(state, &page)
    }
    page.blank()
    page.fact("Objects", WizardSummary.objects(state))
    scopes(state, &page)
    page.fact("Written", WizardSummary.files(state))
    if let promise = state.folder.run.promise { page.fact("Undo", promise.fact, .muted) }
    attention(state, &page)
    if !choicesFirst {
      page.blank()
      choices(state, &page)
    }
    page.blank()
    if let client = state.done.written {
      page.text("Run the starter client:")
      page.text(client.run, .key, indent: 2)
    } else {
      page.text(WizardSummary.tryItTitle(state))
      for line in WizardSummary.tryIt(state) { page.row([Span(line, .key)]) }
    }
    page.blank()
    page.text("If something returns 403 one day: attio-setup status", .muted)
    return page
  }

  private static func attention(_ state: WizardState, _ page: inout Page) {
    if state.folder.run.applied.contains(.untrack) {
      page.fact(
        "Attention",
        "Commit that git no longer has \(state.envFileName). Replace every secret that an earlier "
          + "commit holds.",
        .warning
      )
    }
    if let old = state.tokenToDelete {
      page.fact("Old token", WizardSummary.deletion(of: old), .warning)
      page.address(state.guide.tokensURL)
    }
    for remark in state.apply.result?.remarks ?? [] { page.fact("", remark, .muted) }
  }

  /// What the run came to: green only where the exit code is 0.
  static func headline(_ state: WizardState, _ page: inout Page) {
    guard let judgement = state.judgement else { return }
    let isGood = judgement.verdict == .good
    page.text(judgement.headline, isGood ? .success : .warning, mark: isGood ? "✓ " : "! ")
    for detail in judgement.details { page.text(detail, indent: 2) }
    if let remedy = judgement.remedy { page.text(remedy, indent: 2) }
  }

  /// The ways on.
  static func choices(_ state: WizardState, _ page: inout Page) {
    for (index, choice) in state.doneChoices.enumerated() {
      page.choice(title(choice, state), isFocused: index == state.done.selection.index)
    }
  }

  private static func title(_ choice: DoneChoice, _ state: WizardState) -> String {
    switch choice {
    case .close: return "Close"
    case .connectAnother: return "Connect another workspace"
    case .firstQuery: return "Make the first query: one record of \(state.queriedObject)"
    case .starterClient where state.done.written != nil: return "Write another starter client"
    case .starterClient:
      let own = state.folder.report?.language.flatMap(ClientLanguage.init)
      let language = own.map { " in \($0.name)" } ?? ""
      return "Write a starter client\(language)"
    }
  }

  private static func scopes(_ state: WizardState, _ page: inout Page) {
    let missing = state.missingScopes
    guard missing.isEmpty else {
      for scope in missing.prefix(ScopeWords.limit) {
        guard let calls = ScopeImpact.summary(refusedWithout: Scope(scope)) else { continue }
        page.fact("Missing", "\(scope): \(calls)", .muted)
      }
      return
    }
    complete(state, &page)
  }

  /// Says that every wanted scope is granted, and which ones nobody wants.
  static func complete(_ state: WizardState, _ page: inout Page) {
    guard !state.wantedScopes.isEmpty else { return }
    page.fact("Scopes", "all \(state.wantedScopes.count) that you want are granted", .success)
    let unused = state.unusedScopes
    guard !unused.isEmpty else { return }
    page.fact(
      "Not needed",
      "\(ScopeSet.listed(unused)). Fewer scopes, less harm if it leaks.",
      .muted
    )
  }
}
