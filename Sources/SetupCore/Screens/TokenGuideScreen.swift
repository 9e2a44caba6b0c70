/// The second page of the second step: how to make a token.
enum TokenGuideScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text("Make an access token", .title)
    page.explanation("You need to be an admin of the workspace.")
    page.blank()
    page.text("Open this page (o opens it, c copies the address):", mark: "1. ")
    page.address(state.guide.tokensURL)
    page.text(
      "Or: the arrow beside the workspace's name, Workspace settings, Developers.",
      .muted,
      indent: 3
    )
    page.text("Choose + New access token and name it \(tokenName(state)).", mark: "2. ")
    page.text("Under Scopes, tick what the app needs. For reading:", mark: "3. ")
    for scope in ScopePreset.readOnly.scopes.scopes {
      page.text(scope.text, .muted, indent: 5)
    }
    page.text("The scopes can be changed later; the token stays the same.", .muted, indent: 3)
    page.text("Save changes, click the token to copy it, and paste it here.", mark: "4. ")
    page.blank()
    page.text(
      "A token does not expire. Whoever has it can use it, until it is deleted on that page.",
      .muted
    )
    return page
  }

  private static func tokenName(_ state: WizardState) -> String {
    let folder = state.folder.directory.split(separator: "/").last.map(String.init) ?? "my-app"
    return DashboardGuide.tokenName(forFolder: folder)
  }
}
