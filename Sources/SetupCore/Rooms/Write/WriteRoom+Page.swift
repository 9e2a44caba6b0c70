import Ground

extension WriteRoom {
  func about(_ hall: WizardHall) -> String {
    switch hall.method {
    case .accessToken:
      "The ignore rule is written first, then the token, then the example. Then the value is read "
        + "back from the file and Attio is asked with it."
    case .manyWorkspaces: ConnectRoom.about
    }
  }

  func page(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    let isStopping = hall.desk.waiting?.isStopping ?? false
    page.text(isStopping ? "Stopping" : WizardStep.apply.title(hall.method), .title)
    if problem == nil {
      page.explanation(
        hall.method == .accessToken
          ? "The last screen opens by itself when Attio confirms the connection."
          : "The link to connect a workspace follows."
      )
    }
    page.blank()
    progress(hall, &page)
    page.blank()
    problem(hall, &page)
    addChoices(hall, &page)
    if let connection = answer(hall), connection.state != .tokenMissing {
      reasons(connection, hall, &page)
    }
    return page
  }

  private func progress(_ hall: WizardHall, _ page: inout Page) {
    if case .connection = problem {
      // The steps that are done make room for what is to be done now.
      let written = hall.folder.run.written
      if !written.isEmpty { page.progress("Written: \(written.joined(separator: ", "))", .good) }
      return
    }
    let next = plan.pending.first { !applied.contains($0.id) }
    for entry in plan.pending {
      let mark = entry.id == next?.id ? writingMark : nil
      page.progress(entry.progressName(plan.purpose), applied.contains(entry.id) ? .good : mark)
    }
    page.progress(
      hall.method == .accessToken
        ? "Read the value back from \(hall.envFileName) and ask Attio" : "Connect a workspace",
      askingMark
    )
  }

  private var writingMark: Mark? {
    if case .writing = problem { return .bad }
    return isWritten ? nil : .running
  }

  private var askingMark: Mark? {
    switch problem {
    case .connection, .verificationStopped: .bad
    case .writing: nil
    case nil: isWritten ? .running : nil
    }
  }

  private func problem(_ hall: WizardHall, _ page: inout Page) {
    switch problem {
    case nil: return
    case .writing(let error):
      page.text(error.message, .error, indent: 2, mark: .bad)
      page.text(error.remedy, indent: 4)
    case .verificationStopped:
      page.text(
        "You stopped the check. The files are written.",
        .warning,
        indent: 2,
        mark: .attention
      )
    case .connection(let verification) where verification.connection.state == .tokenMissing:
      page.text(
        "\(hall.envFileName) has no token, so Attio was not asked.",
        .error,
        indent: 2,
        mark: .bad
      )
      page.text("The entry that writes it was switched off in the plan.", indent: 4)
    case .connection(let verification): explain(verification.connection, hall, &page)
    }
    page.blank()
  }
}

extension Page {
  /// Adds a step of several and how far it is; nil for one that is still to come.
  mutating func progress(_ text: String, _ mark: Mark?) {
    guard let mark else { return row([Span("    "), Span(text, .muted)], spoken: "") }
    let role: Role = mark == .good ? .success : mark == .bad ? .error : .key
    row([Span("  \(mark.sign) ", role), Span(text)], spoken: "\(mark.word) \(text)")
  }
}

extension PlanEntry {
  /// What it is, in a list of what is written.
  fileprivate func progressName(_ purpose: PlanPurpose) -> String {
    switch id {
    case .ignoreRules: "Ignore rule in \(path)"
    case .untrack: "Take \(path) out of git's index"
    case .envFile: "\(purpose.title) in \(path)"
    case .tightenMode: "Mode of \(path)"
    case .example: "Example in \(path)"
    case .pin: "Workspace in \(path)"
    case .client, .clientPackage, .firstCall, .oauth: "Starter client in \(path)"
    case .workflow: "CI job in \(path)"
    }
  }
}
