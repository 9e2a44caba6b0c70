import Ground

/// The last step of the OAuth way: the workspace that was connected, and what to do next.
enum ConnectedScreen {
  static func page(_ state: WizardState, choicesFirst: Bool) -> Page {
    var page = Page(size: state.desk.size)
    guard let result = state.connect.results.last else { return page }
    DoneScreen.headline(state, &page)
    if choicesFirst { DoneScreen.choices(state, &page) }
    page.blank()
    if let member = result.verification.identity?.authorizedBy {
      page.fact("Authorised", "by member \(SafeText.cleaned(member).prefix(8))")
    }
    scopes(state, &page)
    page.fact("Token", ConnectedText.place(result, state))
    page.fact("Written", WizardSummary.files(state))
    if let promise = state.folder.run.promise { page.fact("Undo", promise.fact, .muted) }
    attention(state, &page)
    page.blank()
    if let client = state.done.written {
      page.text("Run the starter client:")
      page.text(client.run, .key, indent: 2)
    }
    page.text(ConnectedText.nextTitle(state))
    for line in ConnectedText.next(result, state) { page.row([Span(line, .key)]) }
    page.blank()
    if !choicesFirst { DoneScreen.choices(state, &page) }
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
    for remark in state.apply.result?.remarks ?? [] { page.fact("", remark, .muted) }
  }

  private static func scopes(_ state: WizardState, _ page: inout Page) {
    guard state.missingScopes.isEmpty else { return }
    let granted = state.apply.verification?.identity?.scopes ?? []
    guard !state.wantedScopes.isEmpty else {
      page.fact("Scopes", ConnectedText.granted(granted))
      return
    }
    DoneScreen.complete(state, &page)
  }
}
