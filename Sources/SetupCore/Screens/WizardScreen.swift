/// Draws the wizard's state.
package enum WizardScreen {
  /// Gives the screen for a state at the size that the state knows.
  package static func frame(_ state: WizardState) -> Frame {
    Layout.frame(page(state), in: chrome(state))
  }

  /// Says a state without a layout.
  package static func linePage(_ state: WizardState) -> LinePage {
    var spoken = state
    // Nothing is left out or cut for want of room.
    spoken.desk.size = LinePage.size
    var chrome = chrome(spoken)
    chrome.name = "Step \(state.step.count): \(chrome.name)"
    var said = LinePage(page(spoken), in: chrome)
    said.isAside = state.desk.overlay == .help
    return said
  }

  private static func chrome(_ state: WizardState) -> Chrome {
    Chrome(
      state.desk,
      name: state.stepTitle + (state.options.isSandbox ? " (sandbox)" : ""),
      place: state.step.count,
      keys: state.keys,
      tickMilliseconds: tick(state)
    )
  }

  /// A wait turns its wheel ten times a second, a countdown tells seconds, all else is idle.
  private static func tick(_ state: WizardState) -> Int? {
    if state.desk.waiting != nil { return 100 }
    if state.isWaitingForAnswer { return 1000 }
    return (state.retryWait ?? 0) > 0 ? 1000 : nil
  }

  static func page(_ state: WizardState) -> Page {
    switch state.desk.overlay {
    case .help: return HelpScreen.page(state)
    case .leaving: return leavingPage(state)
    case nil: break
    }
    switch state.step {
    case .project: return ProjectScreen.page(state)
    case .token where state.method == .manyWorkspaces: return AppFieldScreen.page(state)
    case .token where state.token.page == .guide: return TokenGuideScreen.page(state)
    case .token where state.token.page == .otherWorkspace:
      return TokenReplacementScreen.page(state)
    case .token: return TokenScreen.page(state)
    case .scopes: return ScopesScreen.page(state)
    case .review: return ReviewScreen.page(state)
    case .apply:
      return state.connect.phase.map { ConnectScreen.page(state, $0) } ?? ApplyScreen.page(state)
    case .done: return DoneScreen.page(state)
    }
  }

  private static func leavingPage(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.blank()
    page.text("Leave the setup?", .title)
    page.blank()
    page.text(state.writtenSoFar ?? "Nothing has been written.")
    page.row([Span("Enter leaves, Esc stays.")], spoken: "")
    return page
  }
}
