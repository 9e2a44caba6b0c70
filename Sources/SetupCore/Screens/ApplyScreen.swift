import Ground

/// The fifth step: writing, then asking Attio with what was written.
enum ApplyScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text(state.apply.isStopping ? "Stopping" : state.stepTitle, .title)
    if state.apply.problem == nil {
      page.explanation(
        state.method == .accessToken
          ? "The last screen opens by itself when Attio confirms the connection."
          : "The link to connect a workspace follows."
      )
    }
    page.blank()
    progress(state, &page)
    page.blank()
    problem(state, &page)
    for (index, choice) in state.applyChoices.enumerated() {
      page.choice(title(choice), isFocused: index == state.apply.selection.index)
    }
    if case .connection(let verification) = state.apply.problem,
      verification.connection.state != .tokenMissing
    {
      TokenScreen.reasons(verification, state, &page)
    }
    return page
  }

  private static func progress(_ state: WizardState, _ page: inout Page) {
    if case .connection = state.apply.problem {
      // The steps that are done make room for what is to be done now.
      let written = state.folder.run.written
      if !written.isEmpty { line("Written: \(written.joined(separator: ", "))", .done, &page) }
      return
    }
    let pending = state.review.plan?.pending ?? []
    let next = pending.first { !state.apply.applied.contains($0.id) }
    for entry in pending {
      let isWritten = state.apply.applied.contains(entry.id)
      let mark = entry.id == next?.id ? writingMark(state) : .waiting
      line(name(entry, state.planPurpose), isWritten ? .done : mark, &page)
    }
    guard state.method == .accessToken else {
      line("Connect a workspace", askingMark(state), &page)
      return
    }
    line("Read the value back from \(state.envFileName) and ask Attio", askingMark(state), &page)
  }

  private enum Mark {
    case done
    case running
    case failed
    case waiting
  }

  private static func line(_ text: String, _ mark: Mark, _ page: inout Page) {
    switch mark {
    case .done: page.row([Span("  ✓ ", .success), Span(text)])
    case .running: page.row([Span("  … ", .key), Span(text)])
    case .failed: page.row([Span("  ✗ ", .error), Span(text)])
    case .waiting: page.row([Span("    "), Span(text, .muted)], spoken: "")
    }
  }

  private static func name(_ entry: PlanEntry, _ purpose: PlanPurpose) -> String {
    switch entry.id {
    case .ignoreRules: "Ignore rule in \(entry.path)"
    case .untrack: "Take \(entry.path) out of git's index"
    case .envFile: "\(purpose.title) in \(entry.path)"
    case .tightenMode: "Mode of \(entry.path)"
    case .example: "Example in \(entry.path)"
    case .pin: "Workspace in \(entry.path)"
    case .client, .clientPackage, .firstCall, .oauth: "Starter client in \(entry.path)"
    }
  }

  private static func writingMark(_ state: WizardState) -> Mark {
    if case .writing = state.apply.problem { return .failed }
    return state.apply.result == nil ? .running : .waiting
  }

  private static func askingMark(_ state: WizardState) -> Mark {
    switch state.apply.problem {
    case .connection, .verificationStopped: .failed
    case .writing: .waiting
    case nil: state.apply.result == nil ? .waiting : .running
    }
  }

  private static func problem(_ state: WizardState, _ page: inout Page) {
    switch state.apply.problem {
    case nil: return
    case .writing(let error):
      page.text(error.message, .error, indent: 2, mark: "✗ ")
      page.text(error.remedy, indent: 4)
    case .verificationStopped:
      page.text("You stopped the check. The files are written.", .warning, indent: 2, mark: "! ")
    case .connection(let verification) where verification.connection.state == .tokenMissing:
      page.text(
        "\(state.envFileName) has no token, so Attio was not asked.",
        .error,
        indent: 2,
        mark: "✗ "
      )
      page.text("The entry that writes it was switched off in the plan.", indent: 4)
    case .connection(let verification): TokenScreen.explanation(verification, state, &page)
    }
    page.blank()
  }

  private static func title(_ choice: ApplyChoice) -> String {
    switch choice {
    case .verifyAgain: "Ask Attio again"
    case .writeAgain: "Look at the plan again"
    case .trustEnvFile: "Write it though others can open it"
    case .openDashboard: "Open the page where the token's scopes are edited"
    case .otherToken: "Use another token"
    case .finish: "Finish without a confirmed connection"
    }
  }
}
