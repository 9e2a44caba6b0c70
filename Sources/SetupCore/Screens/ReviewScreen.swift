import Ground

/// The fourth step: everything that will be written, as one difference.
enum ReviewScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text("Review what will be written", .title)
    if let reason = state.review.reason { page.text(reason, .warning) }
    page.text(state.writtenSoFar ?? "Nothing has been written so far.")
    page.blank()
    if let failure = state.review.failure {
      page.text(failure.message, .error)
      page.text(failure.remedy)
      page.blank()
    }
    if state.reviewChoices.isEmpty {
      entries(state, &page)
      differences(state, &page)
    } else {
      if let refused = PlanObstacle.refused(state.review.plan) {
        page.text(refused.message, .error)
        page.text(refused.remedy)
        page.blank()
      } else if state.isStoppedByTracking {
        tracked(state, &page)
      } else if let risk = state.stoppingRisk {
        page.text("\(risk.title).", .error)
        page.text(risk.explanation)
        page.blank()
      }
      choices(state, &page)
    }
    return page
  }

  private static func entries(_ state: WizardState, _ page: inout Page) {
    for (index, entry) in state.reviewEntries.enumerated() {
      page.listRow(
        row(entry, state.planPurpose),
        isFocused: index == state.review.selection.index,
        spoken: spoken(entry, state.planPurpose)
      )
    }
    for note in state.review.plan?.notes ?? [] { page.text(note, .warning) }
    for warning in warnings(state) { page.text(warning, .warning, mark: "! ") }
  }

  /// What follows from the entries that are switched off.
  private static func warnings(_ state: WizardState) -> [String] {
    let off = Set(state.reviewEntries.filter { !$0.isOn && $0.action != .keep }.map(\.id))
    let name = state.envFileName
    var warnings: [String] = []
    if off.contains(.envFile) {
      let title = state.planPurpose.title
      let verb = state.planPurpose == .token ? "is" : "are"
      warnings.append("The \(title.lowercased()) \(verb) not written: \(name) stays as it is.")
    }
    if off.contains(.ignoreRules), !off.contains(.envFile) {
      let secrets = state.planPurpose == .token ? "tokens" : "secrets"
      warnings.append(
        "Without these lines, git may take env files and their \(secrets) into a commit."
      )
    }
    return warnings
  }

  private static func row(_ entry: PlanEntry, _ purpose: PlanPurpose) -> [Span] {
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
      Span(text(entry, purpose), .muted),
    ]
  }

  private static func spoken(_ entry: PlanEntry, _ purpose: PlanPurpose) -> String {
    let isOff = !entry.isOn && entry.action != .keep
    return
      "\(action(entry)) \(entry.path): \(text(entry, purpose))\(isOff ? " (switched off)" : "")"
  }

  private static func action(_ entry: PlanEntry) -> String {
    switch entry.action {
    case .create: "create"
    case .change: "change"
    case .keep: "keep"
    }
  }

  static func text(_ entry: PlanEntry, _ purpose: PlanPurpose) -> String {
    switch entry.id {
    case .ignoreRules: "keeps the env file out of git"
    case .untrack: "git forgets it, file stays"
    case .envFile:
      "holds the \(purpose == .token ? "token" : "secret"), mode \(PermissionBits.octal(entry.mode))"
    case .tightenMode:
      "mode \(PermissionBits.octal(entry.before.mode)) becomes \(PermissionBits.octal(entry.mode))"
    case .example:
      purpose == .token ? "variable and scopes, no token" : "variables, scopes, no secret"
    case .pin: "names your workspace"
    case .client: "starter client, no token"
    case .clientPackage: "makes the client a package"
    case .firstCall: "makes the first call"
    case .oauth: "installs by customers, no secret"
    }
  }

  private static func differences(_ state: WizardState, _ page: inout Page) {
    for entry in (state.review.plan?.resolved ?? []) where entry.isOn && entry.action != .keep {
      for note in entry.notes { page.text("\(entry.path): \(note)", .muted) }
    }
    page.blank()
    let lines = (state.review.plan?.resolved ?? []).filter { $0.isOn && $0.action != .keep }
      .flatMap(\.diff.lines)
    if state.hasNothingToWrite {
      let isKept = warnings(state).isEmpty
      let what = state.method == .accessToken ? "checks the connection" : "connects a workspace"
      page.text(
        isKept
          ? "Everything is in place already. Enter \(what)."
          : "Nothing is left to write. Enter \(what) with the files as they are.",
        isKept ? .success : .plain
      )
    }
    for line in lines { verbatim(line, &page) }
  }

  static func verbatim(_ line: UnifiedDiff.Line, _ page: inout Page) {
    switch line.kind {
    case .fileHeader: page.verbatim(line.text, .title)
    case .hunkHeader: page.verbatim(line.text, .muted)
    case .context: page.verbatim(" " + line.text, .plain)
    case .removed: page.verbatim("-" + line.text, .removed)
    case .added: page.verbatim("+" + line.text, .added)
    case .remark: page.verbatim("\\ " + line.text, .muted)
    }
  }

  private static func tracked(_ state: WizardState, _ page: inout Page) {
    let name = state.envFileName
    page.text("Git tracks \(name).", .error)
    page.text(
      "An ignore rule does nothing for a file that git tracks: the "
        + "\(state.planPurpose.secretNoun) would go into the next commit. So nothing is written while that is so."
    )
    page.text("git rm --cached \(name)", .key, indent: 2)
    page.text(
      "makes git forget the file and leaves it on disk. What was committed stays in the history: "
        + "replace every secret that was."
    )
    page.blank()
  }

  private static func choices(_ state: WizardState, _ page: inout Page) {
    for (index, choice) in state.reviewChoices.enumerated() {
      page.choice(title(choice, state), isFocused: index == state.review.selection.index)
    }
  }

  private static func title(_ choice: ReviewChoice, _ state: WizardState) -> String {
    switch choice {
    case .leave where state.review.failure?.name == SetupError.referenceName:
      "Keep it and leave; nothing is written"
    case .leave: "Leave; nothing is written"
    case .untrack: "Put 'git rm --cached' into the plan and look at it"
    case .replaceReference: "Replace it with the \(state.planPurpose.secretNoun)"
    case .planAgain: "Try again"
    case .makePrivate: "Make it private first (mode 0600)"
    case .accept: "Write to it all the same"
    }
  }
}
