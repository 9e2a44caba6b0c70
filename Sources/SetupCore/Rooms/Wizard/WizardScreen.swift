import Ground

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
    spoken.hall.desk.size = LinePage.size
    var chrome = chrome(spoken)
    chrome.name = "Step \(state.step.count): \(chrome.name)"
    var said = LinePage(page(spoken), in: chrome)
    said.isAside = state.hall.desk.overlay == .help
    return said
  }

  private static func chrome(_ state: WizardState) -> Chrome {
    Chrome(
      state.hall.desk,
      name: state.stepTitle + (state.hall.options.isSandbox ? " (sandbox)" : ""),
      place: state.step.count,
      keys: state.keys,
      tickMilliseconds: tick(state)
    )
  }

  /// A wait turns its wheel ten times a second, a countdown tells seconds, all else is idle.
  private static func tick(_ state: WizardState) -> Int? {
    if state.hall.desk.waiting != nil { return 100 }
    if case .connect(let room) = state.place, room.link != nil { return 1000 }
    return (state.room.retryWait(state.hall) ?? 0) > 0 ? 1000 : nil
  }

  static func page(_ state: WizardState) -> Page {
    let hall = state.hall
    switch hall.desk.overlay {
    case .help: return HelpPage.page(state.room.about(hall), state.roomKeys, hall.desk.size)
    case .leaving: return leavingPage(hall)
    case nil: return state.room.page(hall)
    }
  }

  private static func leavingPage(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.blank()
    page.text("Leave the setup?", .title)
    page.blank()
    page.text(hall.writtenSoFar ?? "Nothing has been written.")
    page.row([Span("Enter leaves, Esc stays.")], spoken: "")
    return page
  }
}
