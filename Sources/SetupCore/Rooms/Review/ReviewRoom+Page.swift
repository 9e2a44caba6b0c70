import Ground

extension ReviewRoom {
  func about(_ hall: WizardHall) -> String {
    question == nil
      ? "This is everything that will be written. Space switches an entry off or on."
      : "Nothing is written from here before you have seen and confirmed it."
  }

  func page(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.text("Review what will be written", .title)
    if let reason { page.text(reason, .warning) }
    page.text(hall.writtenSoFar ?? "Nothing has been written so far.")
    page.blank()
    switch question {
    case nil:
      entries(hall, &page)
      differences(hall, &page)
    case .reference(let error), .failure(let error), .refused(let error):
      page.text(error.message, .error)
      page.text(error.remedy)
    case .tracked: tracked(hall, &page)
    case .risk(let risk):
      page.text("\(risk.title).", .error)
      page.text(risk.explanation)
    }
    guard question != nil else { return page }
    page.blank()
    addChoices(hall, &page)
    return page
  }

  private func entries(_ hall: WizardHall, _ page: inout Page) {
    for (index, entry) in (plan?.entries ?? []).enumerated() {
      page.listRow(
        row(entry),
        isFocused: index == selection.index,
        spoken: spoken(entry)
      )
    }
    for note in plan?.notes ?? [] { page.text(note, .warning) }
    for warning in warnings(hall) { page.text(warning, .warning, mark: .attention) }
  }

  /// What follows from the entries that are switched off.
  private func warnings(_ hall: WizardHall) -> [String] {
    let off = Set((plan?.entries ?? []).filter { !$0.isOn && $0.action != .keep }.map(\.id))
    let name = hall.envFileName
    var warnings: [String] = []
    if off.contains(.envFile) {
      let title = purpose.title
      let verb = purpose == .token ? "is" : "are"
      warnings.append("The \(title.lowercased()) \(verb) not written: \(name) stays as it is.")
    }
    if off.contains(.ignoreRules), !off.contains(.envFile) {
      let secrets = purpose == .token ? "tokens" : "secrets"
      warnings.append(
        "Without these lines, git may take env files and their \(secrets) into a commit."
      )
    }
    return warnings
  }

  private func row(_ entry: PlanEntry) -> [Span] {
    let box =
      switch (entry.action, entry.isOn) {
      case (.keep, _): "   "
      case (_, true): "[x]"
      case (_, false): "[ ]"
      }
    return [
      Span("\(box) "),
      Span(action(entry).padded(to: 7), entry.action == .keep ? .muted : .key),
      Span("\(entry.path)  ".padded(to: 16)),
      Span(entry.effect(purpose), .muted),
    ]
  }

  private func spoken(_ entry: PlanEntry) -> String {
    let isOff = !entry.isOn && entry.action != .keep
    return
      "\(action(entry)) \(entry.path): \(entry.effect(purpose))\(isOff ? " (switched off)" : "")"
  }

  private func action(_ entry: PlanEntry) -> String {
    switch entry.action {
    case .create: "create"
    case .change: "change"
    case .keep: "keep"
    }
  }

  private func differences(_ hall: WizardHall, _ page: inout Page) {
    for entry in (plan?.resolved ?? []) where entry.isOn && entry.action != .keep {
      for note in entry.notes { page.text("\(entry.path): \(note)", .muted) }
    }
    page.blank()
    let lines = (plan?.resolved ?? []).filter { $0.isOn && $0.action != .keep }
      .flatMap(\.diff.lines)
    if hasNothingToWrite {
      let isKept = warnings(hall).isEmpty
      let what = hall.method == .accessToken ? "checks the connection" : "connects a workspace"
      page.text(
        isKept
          ? "Everything is in place already. Enter \(what)."
          : "Nothing is left to write. Enter \(what) with the files as they are.",
        isKept ? .success : .plain
      )
    }
    for line in lines { page.difference(line) }
  }

  private func tracked(_ hall: WizardHall, _ page: inout Page) {
    let name = hall.envFileName
    page.text(TrackedFile.fact(name, holding: "the \(purpose.secretNoun)"), .error)
    page.text("So nothing is written while that is so.")
    page.text(TrackedFile.command(name), .key, indent: 2)
    page.text(
      "makes git forget the file and leaves it on disk. What was committed stays in the history: "
        + "replace every secret that was."
    )
    page.blank()
  }
}

extension PlanEntry {
  /// What it comes to, in a few words.
  func effect(_ purpose: PlanPurpose) -> String {
    switch id {
    case .ignoreRules: "keeps the env file out of git"
    case .untrack: "git forgets it, file stays"
    case .envFile:
      "holds the \(purpose == .token ? "token" : "secret"), mode \(PermissionBits.octal(mode))"
    case .tightenMode:
      "mode \(PermissionBits.octal(before.mode)) becomes \(PermissionBits.octal(mode))"
    case .example:
      purpose == .token ? "variable and scopes, no token" : "variables, scopes, no secret"
    case .pin: "names your workspace"
    case .client: "starter client, no token"
    case .clientPackage: "makes the client a package"
    case .firstCall: "makes the first call"
    case .oauth: "installs by customers, no secret"
    case .workflow: "the job of the CI system, no secret"
    }
  }
}

extension Page {
  /// Adds a line of a difference.
  mutating func difference(_ line: UnifiedDiff.Line) {
    switch line.kind {
    case .fileHeader: verbatim(line.text, .title)
    case .hunkHeader: verbatim(line.text, .muted)
    case .context: verbatim(" " + line.text, .plain)
    case .removed: verbatim("-" + line.text, .removed)
    case .added: verbatim("+" + line.text, .added)
    case .remark: verbatim("\\ " + line.text, .muted)
    }
  }
}
