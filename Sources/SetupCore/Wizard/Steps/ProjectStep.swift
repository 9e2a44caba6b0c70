import Ground

/// What the first step knows and was told.
package struct ProjectState: Equatable, Sendable {
  /// The highlighted choice.
  package var selection = ListSelection()
  /// Whether Enter was pressed before the folder was looked at.
  package var continuesWhenKnown = false
  /// Whether the wizard goes on by itself once the folder was looked at.
  package var startsByItself = false
}

/// A way on from the first step.
package enum ProjectChoice: Equatable, Sendable {
  case use
  case offer(FolderOffer)
  case lookAgain
  case leave
}

extension WizardState {
  /// The choices of the first step, the default first.
  package var projectChoices: [ProjectChoice] {
    guard let report = folder.report else {
      return folder.failure == nil ? [] : [.lookAgain, .leave]
    }
    let offers = report.offers.map { ProjectChoice.offer($0) }
    guard projectProblem == nil else { return [.leave, .lookAgain] + offers }
    return [.use] + offers + [.leave]
  }

  /// Why nothing can be written in this folder; nil where it can.
  package var projectProblem: SetupError? {
    if let failure = folder.failure { return failure }
    guard let blocked = folder.report.flatMap({ PlanObstacle.unwritable($0) }) else { return nil }
    return SetupError(
      .file,
      "\(blocked.name) cannot be written: \(blocked.problem ?? "")",
      remedy: "Change that and look again, or name another folder with --directory or another "
        + "file with --env-file."
    )
  }

  mutating func startIfNew() -> [WizardEffect] {
    guard step == .project, folder.report == nil, folder.failure == nil, desk.waiting == nil else {
      return []
    }
    return inspectProject()
  }

  mutating func inspectProject() -> [WizardEffect] {
    folder.report = nil
    folder.failure = nil
    let request = projectRequest
    return wait(for: "Looking at the folder", .folder) { .inspectProject($0, request) }
  }

  /// Goes to the second step, after another look at the folder where this run has written there:
  /// what that step offers is what stands there now.
  mutating func goToToken(for purpose: Purpose = .folderAgain) -> [WizardEffect] {
    guard folder.isChanged else { return enterToken(for: purpose) }
    let request = projectRequest
    return wait(for: "Looking at the folder", purpose) { .inspectProject($0, request) }
  }

  private mutating func enterToken(for purpose: Purpose) -> [WizardEffect] {
    if purpose == .anotherToken { token = TokenState() }
    go(to: .token)
    return useKeptPaste()
  }

  private var projectRequest: ProjectRequest {
    ProjectRequest(
      directory: folder.directory,
      envFileName: options.envFileName,
      variable: options.variable,
      purpose: method == .accessToken ? .token : .app
    )
  }

  mutating func takeProject(_ report: ProjectReport, for purpose: Purpose?) -> [WizardEffect] {
    guard let purpose else { return [] }
    folder.note(report)
    return purpose == .folder ? showProject(report) : enterToken(for: purpose)
  }

  /// Keeps what was pasted too early for the step that asks for it.
  mutating func keepForNextStep(_ content: FileContent) -> [WizardEffect] {
    keptPaste = content
    let what = method == .accessToken ? "token" : "app"
    desk.notice = "What you pasted is kept for the next step, which asks for the \(what)."
    return []
  }

  /// Pastes what was kept, where it is asked for.
  mutating func useKeptPaste() -> [WizardEffect] {
    guard step == .token, let content = keptPaste else { return [] }
    keptPaste = nil
    return method == .accessToken ? pasteToken(content) : pasteApp(content)
  }

  private mutating func showProject(_ report: ProjectReport) -> [WizardEffect] {
    project.selection = ListSelection()
    if project.startsByItself { return startByItself() }
    guard project.continuesWhenKnown else { return [] }
    project.continuesWhenKnown = false
    // Nothing is written before the review, so an early Enter may take the default.
    return projectProblem == nil ? choose(.use) : []
  }

  /// Goes on without a question, once nothing lies over the step: whoever asks for help, or whether
  /// to leave, has not been answered.
  mutating func startByItself() -> [WizardEffect] {
    guard step == .project, project.startsByItself, folder.report != nil, desk.overlay == nil else {
      return []
    }
    project.startsByItself = false
    project.continuesWhenKnown = false
    return startConnecting() + useKeptPaste()
  }

  mutating func showProjectFailure(_ error: SetupError) -> [WizardEffect] {
    if step != .project { go(to: .project) }
    folder.report = nil
    folder.failure = error
    project.selection = ListSelection()
    return []
  }

  mutating func handleProject(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back:
      desk.overlay = .leaving
      return []
    case .confirm:
      guard projectChoices.indices.contains(project.selection.index) else { return [] }
      return choose(projectChoices[project.selection.index])
    default:
      project.selection.move(intent, count: projectChoices.count)
      return []
    }
  }

  private mutating func choose(_ choice: ProjectChoice) -> [WizardEffect] {
    switch choice {
    case .use:
      go(to: .token)
      return useKeptPaste()
    case .offer(let offer):
      // It was chosen: what comes next is the next step, as with the folder that was there.
      project.continuesWhenKnown = true
      return enter(offer.path) + inspectProject()
    case .lookAgain: return inspectProject()
    case .leave:
      if let problem = projectProblem { return end(exitCode: problem.exitCode, failure: problem) }
      return end(exitCode: ExitStatus.left)
    }
  }

  /// Takes another folder: nothing that was entered, allowed or done in the former one counts there.
  private mutating func enter(_ directory: String) -> [WizardEffect] {
    let effects = endConnect(.replaced)
    if !folder.run.written.isEmpty { formerFolders.append(folder) }
    // Whoever comes back to a folder goes on with what was done there.
    if let index = formerFolders.firstIndex(where: { $0.directory == directory }) {
      folder = formerFolders.remove(at: index)
    } else {
      folder = Folder(directory)
    }
    token = TokenState()
    app = AppState()
    scopes = ScopesState()
    review = ReviewState()
    apply = ApplyState()
    done = DoneState()
    connect.phase = nil
    connect.offer = nil
    return effects
  }
}
