/// The second step of the OAuth way, its first page: how to make an app.
enum AppGuideScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.size)
    page.text("Make an OAuth app, or open yours", .title)
    page.explanation(
      "Each workspace gets a token of its own once an admin of it approves. An unpublished app has "
        + "room for 25 workspaces."
    )
    page.blank()
    page.text("Create or open an app here (o opens), its OAuth tab:", mark: "1. ")
    page.address(DashboardGuide.appsURL)
    page.text("Add exactly this redirect URI (c copies, e edits):", mark: "2. ")
    page.address(SafeText.cleaned(state.redirectURI, limit: RedirectURI.byteLimit))
    page.text("The Scopes tab: what to tick there is the next step.", mark: "3. ")
    page.text("Copy client id and secret: they are asked for now.", mark: "4. ")
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
