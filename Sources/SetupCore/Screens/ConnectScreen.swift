import Ground

/// The fifth step of the OAuth way once the files are written.
enum ConnectScreen {
  static func page(_ state: WizardState, _ phase: ConnectState.Phase) -> Page {
    var page = Page(size: state.desk.size)
    switch phase {
    case .probing, .preparing:
      page.text("Connect a workspace", .title)
      page.blank()
      page.text("The link is on the screen in a moment.")
    case .choosingStore: store(state, &page)
    case .portInUse(let port): portInUse(port, state, &page)
    case .waiting: return ConnectWaitingScreen.page(state)
    case .working(let progress): working(progress, state, &page)
    case .stopped:
      page.text("You stopped. No workspace was connected.", .warning)
      page.text("The link is used up: another try needs a new one.")
    case .failed(let failure): failed(failure, state, &page)
    }
    page.blank()
    for (index, choice) in state.connectChoices.enumerated() {
      page.choice(title(choice, state), isFocused: index == state.connect.selection.index)
    }
    return page
  }

  private static func store(_ state: WizardState, _ page: inout Page) {
    page.text("Where shall the workspaces' tokens be kept?", .title)
    page.explanation(
      "Each workspace has its own token. It is stored after the workspace has approved, and this "
        + "is asked once."
    )
    if let problem = state.connect.probe?.keyringProblem {
      page.blank()
      page.text(problem.message, .warning, mark: "! ")
    }
    if !isFileNamedInChoice(state) { page.text("The file would be \(file(state)).", .muted) }
  }

  /// Whether the file's path is seen whole in its choice.
  private static func isFileNamedInChoice(_ state: WizardState) -> Bool {
    DisplayWidth.of(file(state)) + 36 <= state.desk.size.columns
  }

  private static func file(_ state: WizardState) -> String {
    state.connect.probe.map { path($0, state) } ?? ""
  }

  private static func portInUse(_ port: Int, _ state: WizardState, _ page: inout Page) {
    page.text("Port \(port) is taken", .error, mark: "✗ ")
    page.text(
      "Another program on this machine listens on port \(port), so the browser cannot come back "
        + "here. End that program and try again, or go on without it."
    )
    page.explanation(
      "Another port is another redirect URI: it has to be registered in the app's OAuth tab too, "
        + "and \(state.envFileName) changes. A paste needs neither."
    )
  }

  private static func working(
    _ progress: ConnectProgress,
    _ state: WizardState,
    _ page: inout Page
  ) {
    page.text("Connect a workspace", .title)
    page.explanation("The last screen opens by itself when the token is stored.")
    page.blank()
    let steps: [(ConnectProgress, String)] = [
      (.exchanging, "Exchange the code for a token"),
      (.identifying, "Ask Attio whose the token is"),
      (.storing, "Store the token in \(place(state))"),
    ]
    let current = steps.firstIndex { $0.0 == progress } ?? 0
    page.row([Span("  ✓ ", .success), Span("The code came")])
    for (index, step) in steps.enumerated() {
      if index < current {
        page.row([Span("  ✓ ", .success), Span(step.1)])
      } else if index == current {
        page.row([Span("  … ", .key), Span(step.1)])
      } else {
        page.row([Span("    "), Span(step.1, .muted)])
      }
    }
  }

  private static func failed(
    _ failure: ConnectFailure,
    _ state: WizardState,
    _ page: inout Page
  ) {
    switch failure {
    case .denied:
      page.text("You chose Deny. Nothing was connected.", .warning)
      page.text("A new link asks again. Nothing was changed at Attio.")
    case .nobodyCame:
      page.text("This link is too old", .warning)
      page.text("Nobody came back within \(limit(state)). A new link takes one key.")
      page.explanation(ConnectExplanation.notAvailable)
    default:
      page.text(failure.title, .error, mark: "✗ ")
      page.text(failure.happening(state.failureContext), indent: 2)
      page.text(remedy(failure, state), indent: 2)
    }
  }

  /// What to do in this wizard, where a command's remedy would name an option.
  private static func remedy(_ failure: ConnectFailure, _ state: WizardState) -> String {
    switch failure {
    case .notStored:
      "The new token was not kept. Choose where to keep it, and connect once more."
    default: failure.remedy(state.failureContext)
    }
  }

  private static func limit(_ state: WizardState) -> String {
    let seconds = Int(state.options.connect.waitSeconds)
    guard seconds >= 60, seconds.isMultiple(of: 60) else { return "\(seconds) seconds" }
    return seconds == 60 ? "1 minute" : "\(seconds / 60) minutes"
  }

  /// Where the token goes, to follow "in".
  static func place(_ state: WizardState) -> String {
    switch state.connect.store {
    case .keyring: "the system's keyring"
    case .file: state.connect.probe.map { path($0, state) } ?? "a file that only you can read"
    case nil: "the place that you choose"
    }
  }

  /// The file's path, short where it is in the home folder.
  private static func path(_ probe: StoreProbe, _ state: WizardState) -> String {
    let path = SafeText.cleaned(probe.filePath, limit: 300)
    guard let home = state.folder.report?.home, !home.isEmpty, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  static func title(_ choice: ConnectChoice, _ state: WizardState) -> String {
    switch choice {
    case .keep(.keyring): return "The system's keyring"
    case .keep(.file):
      let text = "A file that only you can read"
      return isFileNamedInChoice(state) ? "\(text): \(file(state))" : text
    case .chooseStore:
      return state.connect.phase == .choosingStore
        ? "Look for the keyring again" : "Choose where to keep the token"
    case .newLink:
      switch state.connect.phase {
      case .portInUse, .failed(.portInUse), .failed(.cannotListen): return "Try again"
      default: return "Make a new link"
      }
    case .otherRedirectURI:
      switch state.connect.phase {
      case .portInUse, .failed(.portInUse): return "Use another port"
      default: return "Change the redirect URI"
      }
    case .otherApp: return "Enter client id and client secret again"
    case .paste: return "Go on by pasting the address that the browser ends at"
    case .finish: return "Finish without a connection"
    }
  }
}
