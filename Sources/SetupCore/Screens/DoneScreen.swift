/// The last step: the proof that it works, and what to do next.
enum DoneScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.size)
    let identity = state.apply.verification?.identity
    page.text(
      "Connected to \(identity.map { $0.workspace } ?? "Attio")",
      .success,
      mark: "✓ "
    )
    page.blank()
    page.fact("Objects", WizardSummary.objects(state))
    scopes(state, &page)
    page.fact("Written", WizardSummary.files(state))
    if !state.apply.written.isEmpty { page.fact("Undo", "attio-setup undo", .muted) }
    if state.apply.applied.contains(.untrack) {
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
    if state.winningShellToken != nil {
      page.fact(
        "Attention",
        "The shell's \(state.options.variable) wins over \(state.envFileName) and holds another "
          + "value. Run: unset \(state.options.variable)",
        .warning
      )
    }
    page.blank()
    page.text(WizardSummary.tryItTitle(state))
    for line in WizardSummary.tryIt(state) { page.row([Span(line, .key)]) }
    page.text("Next, the first record of people:")
    for line in WizardSummary.firstCall(state) { page.row([Span(line, .key)]) }
    page.blank()
    page.text("If something returns 403 one day: attio-setup status", .muted)
    return page
  }

  private static func scopes(_ state: WizardState, _ page: inout Page) {
    let missing = state.missingScopes
    guard missing.isEmpty else {
      page.fact("Missing", missing.joined(separator: ", "), .error)
      for scope in missing {
        guard let calls = ScopeImpact.summary(refusedWithout: Scope(scope)) else { continue }
        page.fact("", "Without \(scope): \(calls)", .muted)
      }
      page.fact(
        "",
        "Tick them for this token and save; the token stays the same. The page is:"
      )
      page.address(state.guide.tokensURL)
      return
    }
    complete(state, &page)
  }

  /// Says that every wanted scope is granted, and which ones nobody wants.
  static func complete(_ state: WizardState, _ page: inout Page) {
    page.fact("Scopes", "all \(state.wantedScopes.count) that you want are granted", .success)
    let unused = state.unusedScopes
    guard !unused.isEmpty else { return }
    page.fact(
      "Not needed",
      "\(unused.joined(separator: ", ")). Fewer scopes, less harm if it leaks.",
      .muted
    )
  }
}
