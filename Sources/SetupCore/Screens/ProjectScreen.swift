import Ground

/// The first step: which folder, and what is there already.
enum ProjectScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.keepsPaste = true
    page.text("Connect this project to Attio", .title)
    page.explanation(
      "Saves a token in your env file, hides the file from git, and checks the connection. You "
        + "review every change first. Only Attio receives your token. No telemetry."
    )
    page.blank()
    if let report = state.folder.report {
      facts(report, state, &page)
    } else {
      page.fact("Folder", SafeText.cleaned(state.folder.directory))
    }
    if let problem = state.projectProblem {
      page.blank()
      page.text(problem.message, .error)
      page.text(problem.remedy)
    }
    page.blank()
    for (index, choice) in state.projectChoices.enumerated() {
      page.choice(
        title(choice, state.folder.report),
        isFocused: index == state.project.selection.index
      )
    }
    return page
  }

  private static func facts(_ report: ProjectReport, _ state: WizardState, _ page: inout Page) {
    let language = report.language.map { " (\($0.rawValue))" } ?? ""
    page.fact("Folder", shortened(report.directory, home: report.home) + language)
    page.fact("Repository", repository(report))
    page.fact("Env file", target(report, state))
    source(report, state, &page)
    for concern in report.concerns {
      page.fact("Attention", text(concern, report: report), .warning)
    }
    if report.git.isEnvFileTracked {
      page.fact(
        "Attention",
        "Git tracks \(report.target.name). You will be asked about that before a token is written.",
        .warning
      )
    }
    if !report.elsewhere.isEmpty {
      page.fact(
        "Attention",
        TokenElsewhereCheck.summary(report.elsewhere, variable: state.options.variable),
        .warning
      )
    }
    if let other = report.addresses.first(where: { !$0.leads(to: state.options.apiHost) }) {
      page.fact("Attention", ApiAddressCheck.summary(other), .warning)
    }
    // What stops the whole step is said below, once.
    let blocked = report.writability.filter { $0.problem != nil }.map(\.name) + [report.target.name]
    for file in report.envFiles where file.problem != nil && !blocked.contains(file.name) {
      page.fact("Attention", "\(file.name): \(file.problem ?? "")", .warning)
    }
  }

  private static func repository(_ report: ProjectReport) -> String {
    switch report.git.availability {
    case .repository(let root):
      let branch = report.branch.map { ", branch \(SafeText.cleaned($0))" } ?? ""
      return shortened(root, home: report.home) + branch
    case .noRepository: return "none; an ignore rule is written all the same"
    case .missing: return "git is not installed, so its ignore rules cannot be checked"
    case .refused(let refusal): return "git gave no answer: \(refusal.reason)"
    }
  }

  private static func target(_ report: ProjectReport, _ state: WizardState) -> String {
    let name = report.target.name
    let exists = report.envFiles.contains { $0.name == name }
    let isSet = report.sources.contains { $0.place == .envFile(name) && !$0.value.isEmpty }
    switch report.target.reason {
    case .holdsVariable:
      return "\(name), which has \(isSet ? "" : "an empty ")\(state.options.variable) already"
    case .holdsApp: return "\(name), which has the OAuth app's settings already"
    case .named: return exists ? "\(name), as you named it" : "\(name), new, as you named it"
    case .standard: return exists ? name : "\(name), new"
    }
  }

  private static func source(_ report: ProjectReport, _ state: WizardState, _ page: inout Page) {
    guard let first = report.sources.first, report.sources.contains(where: { !$0.value.isEmpty })
    else {
      page.fact("Token now", "none")
      return
    }
    let reference = SecretReference.of(first.value.reveal())
    let value =
      first.value.isEmpty ? "empty" : reference?.noun ?? first.value.masked ?? "a short value"
    page.fact("Token now", "\(value), from \(place(first, state))")
    guard first.place == .environment,
      report.sources.contains(where: { $0.value != first.value })
    else { return }
    let variable = state.options.variable
    let cure =
      switch report.direnv {
      case .sets(let file): "Remove it from \(SafeText.cleaned(file)), then run 'direnv reload'."
      case .loads: "Run 'direnv reload' afterwards."
      case nil: "Run 'unset \(variable)' before you use the file's."
      }
    page.fact(
      "Attention",
      "The shell's \(variable) wins over the env file and holds another value. \(cure)",
      .warning
    )
  }

  static func place(_ source: TokenSource, _ state: WizardState) -> String {
    switch source.place {
    case .environment: "the shell's \(state.options.variable)"
    case .envFile(let name): name
    }
  }

  private static func text(_ concern: FolderConcern, report: ProjectReport) -> String {
    switch concern {
    case .home: "This is your home folder, not a project."
    case .root: "This is the top of the file system, not a project."
    case .noMarker: "Nothing marks this folder as a project, such as a package.json."
    case .subfolder(let root):
      "This folder is inside the project \(shortened(root, home: report.home))."
    case .monorepo: "Several projects live below this folder; the app may look in one of them."
    }
  }

  private static func title(_ choice: ProjectChoice, _ report: ProjectReport?) -> String {
    switch choice {
    case .use: "Use this folder"
    case .offer(let offer): "Use \(name(of: offer, report)): \(offer.reason)"
    case .lookAgain: "Look again"
    case .leave: "Leave; nothing is written"
    }
  }

  /// A folder below the looked-at one by its path from there, so that the row stays short.
  private static func name(of offer: FolderOffer, _ report: ProjectReport?) -> String {
    guard let report else { return SafeText.cleaned(offer.path) }
    let folder = report.directory + "/"
    guard offer.path.hasPrefix(folder) else { return shortened(offer.path, home: report.home) }
    return SafeText.cleaned(String(offer.path.dropFirst(folder.count)))
  }

  private static func shortened(_ path: String, home: String) -> String {
    let clean = SafeText.cleaned(path, limit: 300)
    guard !home.isEmpty, clean == home || clean.hasPrefix(home + "/") else { return clean }
    return "~" + clean.dropFirst(home.count)
  }
}
