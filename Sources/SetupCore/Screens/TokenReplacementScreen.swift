/// The question of the second step where the project belongs to another workspace.
enum TokenReplacementScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text("This token is for another workspace", .title)
    page.blank()
    let new = TokenScreen.newWorkspace(state)
    if let old = state.token.replaced?.identity {
      page.fact("In \(state.envFileName)", old.workspace)
    }
    if let pin = state.pinInTheWay { page.fact("Pinned", "\(pin.name), by .env.example") }
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
