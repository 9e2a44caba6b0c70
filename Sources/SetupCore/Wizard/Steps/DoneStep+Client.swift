extension WizardState {
  /// The highlighted language.
  private var chosenLanguage: ClientLanguage { ClientLanguage.all[done.languages.index] }

  mutating func showLanguages() {
    let own = folder.report?.language.flatMap(ClientLanguage.init)
    let index = own.flatMap { ClientLanguage.all.firstIndex(of: $0) } ?? 0
    done.languages = ListSelection(index: index)
    showDone(.languages)
  }

  mutating func handleLanguages(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back: showDone(.overview)
    case .confirm: return planClient()
    default: done.languages.move(intent, count: ClientLanguage.all.count)
    }
    return []
  }

  private mutating func planClient() -> [WizardEffect] {
    let language = chosenLanguage
    let request = ClientRequest(
      directory: folder.directory,
      client: StarterClient.Request(
        language: language,
        variable: options.variable,
        envFileName: envFileName,
        isWithOAuth: method == .manyWorkspaces && language.hasOAuth
      )
    )
    return wait(for: "Looking at the project's folder", .clientPlan) { .planClient($0, request) }
  }

  mutating func showClientPlan(_ planned: PlannedClient) -> [WizardEffect] {
    done.client = planned
    done.problem = nil
    showDone(.clientPlan)
    return []
  }

  mutating func showClientProblem(_ problem: SetupError) -> [WizardEffect] {
    done.problem = problem
    showDone(.clientPlan)
    return []
  }

  mutating func handleClientPlan(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back:
      showDone(.languages)
      return []
    case .confirm where done.problem == nil: return writeClient()
    case .confirm:
      showDone(.languages)
      return []
    default: return []
    }
  }

  private mutating func writeClient() -> [WizardEffect] {
    guard let plan = done.client?.plan else { return [] }
    let directory = folder.directory
    let run = folder.run.undo
    return wait(for: "Writing the starter client", .client) {
      .apply($0, plan, directory: directory, continuing: run)
    }
  }

  /// The starter client was written, or was not.
  mutating func showClientApplied(_ result: ApplyResult) -> [WizardEffect] {
    if apply.endsWhenStopped { return end(exitCode: doneExitCode) }
    switch result.ending {
    case .finished:
      done.written = done.client?.client
      done.selection = ListSelection()
      showDone(.overview)
      return []
    case .stopped:
      desk.notice = "You stopped the writing."
      return []
    case .changedOnDisk(let paths):
      return showClientProblem(
        SetupError(
          .file,
          "\(paths.joined(separator: ", ")) came to be since the plan was made.",
          remedy: "Rename what is there, or choose another language."
        )
      )
    case .failed(let error): return showClientProblem(error)
    }
  }
}
