import Ground

/// The keys of a place, from the key table.
enum HelpScreen {
  static func page(_ state: WizardState) -> Page {
    var under = state
    under.desk.overlay = nil
    return HelpPage.page(about(under), KeyMap.bindings(for: under.keyContext), state.desk.size)
  }

  private static func about(_ state: WizardState) -> String {
    if state.method == .manyWorkspaces, let text = aboutApp(state) { return text }
    return switch state.step {
    case .project:
      "This step shows which folder is set up. Files are written only after the review step."
    case .token:
      "Attio is asked whose token it is as soon as it is pasted. It is never shown, and it is "
        + "written only after the review step, to the env file and nowhere else."
    case .scopes:
      "A scope is a permission of the token. What you choose here is noted in .env.example, so "
        + "that attio-setup status can compare it with what the token has. In the table, ! is what "
        + "the token lacks, * what another row needs, and ? what is not known."
    case .review where !state.reviewChoices.isEmpty:
      "Nothing is written from here before you have seen and confirmed it."
    case .review:
      "This is everything that will be written. Space switches an entry off or on."
    case .apply:
      "The ignore rule is written first, then the token, then the example. Then the value is read "
        + "back from the file and Attio is asked with it."
    case .done: "Everything is in place. attio-setup status checks the connection again."
    }
  }

  /// What is another thing in the way with an OAuth app.
  private static func aboutApp(_ state: WizardState) -> String? {
    switch state.step {
    case .token:
      "An OAuth app is known by its client id, proves itself by its client secret, and gets the "
        + "answer at its redirect URI. All three are written after the review step, to the env "
        + "file and nowhere else. The secret is never shown."
    case .scopes:
      "A scope is a permission of the token that a workspace gives. The app's Scopes tab decides "
        + "which are asked for; what you choose here is noted in .env.example. In the table, * is "
        + "what another row needs."
    case .apply:
      "Somebody opens the link, chooses a workspace and approves. Then the browser comes back "
        + "here, or you paste the address it ends at. \(ConnectExplanation.notAvailable)"
    case .done: "The workspace is connected. Each workspace has a token of its own."
    case .project, .review: nil
    }
  }
}
