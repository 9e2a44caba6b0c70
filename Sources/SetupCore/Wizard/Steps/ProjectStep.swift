/// What the first step knows and was told.
package struct ProjectState: Equatable, Sendable {
  /// The folder, which an offer may have changed.
  package var directory: String
  /// What was found in it; nil until it was looked at.
  package var report: ProjectReport?
  /// Why it could not be looked at.
  package var failure: SetupError?
  /// The highlighted choice.
  package var selection = ListSelection()
  /// Whether Enter was pressed before the folder was looked at.
  package var continuesWhenKnown = false
  /// Whether the wizard goes on by itself once the folder was looked at.
  package var startsByItself = false

  init(directory: String) {
    self.directory = directory
  }
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
    guard let report = project.report else {
      return project.failure == nil ? [] : [.lookAgain, .leave]
    }
    let offers = report.offers.map { ProjectChoice.offer($0) }
    guard projectProblem == nil else { return [.leave, .lookAgain] + offers }
    return [.use] + offers + [.leave]
  }

  /// Why nothing can be written in this folder; nil where it can.
  package var projectProblem: SetupError? {
    if let failure = project.failure { return failure }
    guard let blocked = project.report.flatMap({ PlanObstacle.unwritable($0) }) else { return nil }
    return SetupError(
      .file,
      "\(blocked.name) cannot be written: \(blocked.problem ?? "")",
      remedy: "Change that and look again, or name another folder with --directory or another "
        + "file with --env-file."
    )
  }

  mutating func startIfNew() -> [WizardEffect] {
    guard step == .project, project.report == nil, project.failure == nil, waiting == nil else {
      return []
    }
    return inspectProject()
  }

  mutating func inspectProject() -> [WizardEffect] {
    project.report = nil
    project.failure = nil
    let request = ProjectRequest(
      directory: project.directory,
      envFileName: options.envFileName,
      variable: options.variable,
      purpose: method == .accessToken ? .token : .app
    )
    return wait(for: "Looking at the folder", .asking) { .inspectProject($0, request) }
  }

  mutating func showProject(_ report: ProjectReport) -> [WizardEffect] {
    project.report = report
    project.selection = ListSelection()
    if project.startsByItself {
      project.startsByItself = false
      project.continuesWhenKnown = false
      return startConnecting()
    }
    guard project.continuesWhenKnown else { return [] }
    project.continuesWhenKnown = false
    // Nothing is written before the review, so an early Enter may take the default.
    return projectProblem == nil ? choose(.use) : []
  }

  mutating func showProjectFailure(_ error: SetupError) -> [WizardEffect] {
    project.failure = error
    project.selection = ListSelection()
    return []
  }

  mutating func handleProject(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back:
      overlay = .leaving
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
      return []
    case .offer(let offer):
      project.directory = offer.path
      token = TokenState()
      app = AppState()
      return inspectProject()
    case .lookAgain: return inspectProject()
    case .leave:
      if let problem = projectProblem { return end(exitCode: problem.exitCode, failure: problem) }
      return end(exitCode: ExitStatus.left)
    }
  }
}
