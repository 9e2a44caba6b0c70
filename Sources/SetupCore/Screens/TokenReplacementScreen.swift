/// The question of the second step where the env file holds a token of another workspace.
enum TokenReplacementScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.size)
    page.text("These tokens belong to two workspaces", .title)
    page.blank()
    let new = TokenScreen.newWorkspace(state)
    page.fact("In \(state.envFileName)", TokenScreen.oldWorkspace(state))
    page.fact("New", new)
    page.blank()
    page.text("An app that uses this project's token would work with \(new) from now on.")
    page.blank()
    for (index, choice) in state.tokenChoices.enumerated() {
      page.choice(
        TokenScreen.title(choice, state),
        isFocused: index == state.token.selection.index
      )
    }
    return page
  }
}
