import Ground

extension ConnectRoom {
  static let about =
    "Somebody opens the link, chooses a workspace and approves. Then the browser comes back here, or "
    + "you paste the address it ends at. \(ConnectExplanation.notAvailable)"

  func about(_ hall: WizardHall) -> String { Self.about }

  func page(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    switch phase {
    case .probing, .preparing:
      page.text("Connect a workspace", .title)
      page.blank()
      page.text("The link is on the screen in a moment.")
    case .choosingStore(let probe): store(probe, hall, &page)
    case .portInUse(let port, _): portInUse(port, hall, &page)
    case .waiting(let link): link.show(hall, &page)
    case .working(let progress): working(progress, hall, &page)
    case .stopped:
      page.text("You stopped. No workspace was connected.", .warning)
      page.text("The link is used up: another try needs a new one.")
    case .failed(let failure): failed(failure, hall, &page)
    }
    page.blank()
    addChoices(hall, &page)
    return page
  }

  private func store(_ probe: StoreProbe, _ hall: WizardHall, _ page: inout Page) {
    page.text("Where shall the workspaces' tokens be kept?", .title)
    page.explanation(
      "Each workspace has its own token. It is stored after the workspace has approved, and this "
        + "is asked once."
    )
    if let problem = probe.keyringProblem {
      page.blank()
      page.text(problem.message, .warning, mark: .attention)
    }
    if !isFileNamedInChoice(hall) {
      page.text("The file would be \(hall.storeFile ?? "").", .muted)
    }
  }

  private func portInUse(_ port: Int, _ hall: WizardHall, _ page: inout Page) {
    page.text("Port \(port) is taken", .error, mark: .bad)
    page.text(
      "Another program on this machine listens on port \(port), so the browser cannot come back "
        + "here. End that program and try again, or go on without it."
    )
    page.explanation(
      "Another port is another redirect URI: it has to be registered in the app's OAuth tab too, "
        + "and \(hall.envFileName) changes. A paste needs neither."
    )
  }

  private func working(_ progress: ConnectProgress, _ hall: WizardHall, _ page: inout Page) {
    page.text("Connect a workspace", .title)
    page.explanation("The last screen opens by itself when the token is stored.")
    page.blank()
    let steps: [(ConnectProgress, String)] = [
      (.exchanging, "Exchange the code for a token"),
      (.identifying, "Ask Attio whose the token is"),
      (.storing, "Store the token in \(hall.tokenPlace(hall.store))"),
    ]
    let current = steps.firstIndex { $0.0 == progress } ?? 0
    page.progress("The code came", .good)
    for (index, step) in steps.enumerated() {
      page.progress(step.1, index < current ? .good : index == current ? .running : nil)
    }
  }

  private func failed(_ failure: ConnectFailure, _ hall: WizardHall, _ page: inout Page) {
    switch failure {
    case .denied:
      page.text("You chose Deny. Nothing was connected.", .warning)
      page.text("A new link asks again. Nothing was changed at Attio.")
    case .nobodyCame:
      page.text("This link is too old", .warning)
      let limit = Words.duration(seconds: hall.options.connect.waitSeconds)
      page.text("Nobody came back within \(limit). A new link takes one key.")
      page.explanation(ConnectExplanation.notAvailable)
    default:
      page.text(failure.title, .error, mark: .bad)
      page.text(failure.happening(context(hall)), indent: 2)
      page.text(remedy(failure, hall), indent: 2)
    }
  }

  /// What to do in this wizard, where a command's remedy would name an option.
  private func remedy(_ failure: ConnectFailure, _ hall: WizardHall) -> String {
    switch failure {
    case .notStored:
      "The new token was not kept. Choose where to keep it, and connect once more."
    default: failure.remedy(context(hall))
    }
  }
}
