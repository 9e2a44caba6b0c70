import Ground

/// The first step: which folder, and what is there already.
struct ProjectRoom: WizardRoom {
  enum Action: Equatable, Sendable {
    case use
    case offer(FolderOffer)
    case lookAgain
    case leave
    case ask
  }

  var selection = ListSelection()
  /// Whether Enter was pressed before the folder was looked at.
  var continuesWhenKnown = false
  /// Whether the wizard goes on by itself once the folder was looked at.
  var startsByItself = false

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    [.choose] + Binding.choosing + [.escape("leave", .ask)]
  }

  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    let leave = Choice("Leave; nothing is written", Action.leave)
    let lookAgain = Choice("Look again", Action.lookAgain)
    guard let report = hall.folder.report else {
      return hall.folder.failure == nil ? [] : [lookAgain, leave]
    }
    let offers = report.offers.map { offer in
      Choice("Use \(report.name(of: offer)): \(offer.reason)", Action.offer(offer))
    }
    guard hall.projectProblem == nil else { return [leave, lookAgain] + offers }
    return [Choice("Use this folder", .use)] + offers + [leave]
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .use: hall.go(.token)
    case .offer(let offer):
      // It was chosen: what comes next is the next step, as with the folder that was there.
      continuesWhenKnown = true
      hall.go(.folder(offer.path))
    case .lookAgain: hall.inspectAnew()
    case .leave:
      let problem = hall.projectProblem
      hall.end(problem?.exitCode ?? ExitStatus.left, problem)
    case .ask: hall.desk.overlay = .leaving
    }
  }

  mutating func hurry(_ hall: inout WizardHall) { continuesWhenKnown = true }

  mutating func stop(_ waiting: Waiting, _ hall: inout WizardHall) {
    hall.desk.overlay = .leaving
    if waiting.purpose == .folder {
      // The look goes on: whoever stays finds the folder looked at.
      continuesWhenKnown = false
    } else {
      hall.desk.stopWaiting()
    }
  }

  /// Keeps what was pasted too early for the step that asks for it.
  func paste(_ content: FileContent, _ hall: inout WizardHall) { hall.keepPaste(content) }
}

extension WizardHall {
  /// Keeps what was pasted too early for the step that asks for it.
  mutating func keepPaste(_ content: FileContent) {
    keptPaste = content
    let what = method == .accessToken ? "token" : "app"
    desk.notice = "What you pasted is kept for the next step, which asks for the \(what)."
  }
}

// MARK: - The look at the folder

extension ProjectRoom {
  func beginIfNew(_ hall: inout WizardHall) {
    let folder = hall.folder
    guard folder.report == nil, folder.failure == nil, hall.desk.waiting == nil else { return }
    hall.inspectAnew()
  }

  /// Goes on where Enter was pressed meanwhile, or where nobody needs to be asked.
  mutating func inspected(_ hall: inout WizardHall) {
    selection = ListSelection()
    if startsByItself { return startByItself(&hall) }
    guard continuesWhenKnown else { return }
    continuesWhenKnown = false
    // Nothing is written before the review, so an early Enter may take the default.
    if hall.projectProblem == nil { take(.use, &hall) }
  }

  /// Goes on without a question, once nothing lies over the step: whoever asks for help, or whether
  /// to leave, has not been answered.
  mutating func startByItself(_ hall: inout WizardHall) {
    guard startsByItself, hall.folder.report != nil, hall.desk.overlay == nil else { return }
    startsByItself = false
    continuesWhenKnown = false
    startConnecting(&hall)
  }

  /// Where `connect` begins: with what is missing, with the review, or with the link at once.
  private func startConnecting(_ hall: inout WizardHall) {
    let settings = hall.appSettings
    guard let credentials = settings.credentials else {
      guard hall.projectProblem == nil else { return }
      switch (settings.clientID, settings.clientSecret) {
      case (nil, nil): hall.go(.app(.guide))
      case (nil, _): hall.go(.app(.clientID))
      case (_, nil): hall.go(.app(.clientSecret))
      default:
        hall.go(.app(.redirectURI, problem: RedirectURIError.message(of: hall.redirectURI)))
      }
      return
    }
    hall.noteWantedScopes()
    if hall.folder.report?.app.credentials == credentials {
      hall.go(.connect(ConnectRoom(isDirect: true)))
    } else if hall.projectProblem == nil {
      hall.makePlan()
    }
  }
}
