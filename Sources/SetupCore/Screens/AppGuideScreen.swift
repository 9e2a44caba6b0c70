import Ground

/// The second step of the OAuth way, its first page: how to make an app.
enum AppGuideScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text("Make an OAuth app, or open yours", .title)
    page.explanation(
      "Each workspace gets a token of its own once an admin of it approves. An unpublished app has "
        + "room for 25 workspaces."
    )
    page.blank()
    page.text("Sign in here (o opens), New app, name it, Create app:", mark: "1. ")
    page.address(DashboardGuide.appsURL)
    page.text("OAuth tab, switch it on, New redirect URI, exactly:", mark: "2. ")
    page.address(SafeText.cleaned(state.redirectURI, limit: RedirectURI.byteLimit))
    page.text("Copy client id and client secret: they are asked for now.", mark: "3. ")
    page.text("Scopes tab: the next step says what to tick there.", mark: "4. ")
    page.explanation("c copies the redirect URI, e edits it. Attio compares every character.")
    page.blank()
    for (index, choice) in state.appChoices.enumerated() {
      page.choice(
        AppFieldScreen.title(choice, state),
        isFocused: index == state.app.selection.index
      )
    }
    return page
  }
}
