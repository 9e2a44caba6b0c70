import Ground

extension ProjectRoom {
  func about(_ hall: WizardHall) -> String {
    "This step shows which folder is set up. Files are written only after the review step."
  }

  func page(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.keepsPaste = true
    page.text("Connect this project to Attio", .title)
    page.explanation(
      "Saves a token in your env file, hides the file from git, and checks the connection. You "
        + "review every change first. Only Attio receives your token. No telemetry."
    )
    page.blank()
    if let report = hall.folder.report {
      facts(report, hall, &page)
    } else {
      page.fact("Folder", SafeText.cleaned(hall.folder.directory))
    }
    if let problem = hall.projectProblem {
      page.blank()
      page.text(problem.message, .error)
      page.text(problem.remedy)
    }
    page.blank()
    addChoices(hall, &page)
    return page
  }

  private func facts(_ report: ProjectReport, _ hall: WizardHall, _ page: inout Page) {
    let language = report.language.map { " (\($0.rawValue))" } ?? ""
    page.fact("Folder", report.shortened(report.directory) + language)
    page.fact("Repository", repository(report))
    page.fact("Env file", target(report, hall))
    source(report, hall, &page)
    for text in attention(report, hall) { page.fact("Attention", text, .warning) }
  }

  private func attention(_ report: ProjectReport, _ hall: WizardHall) -> [String] {
    var texts = report.concerns.map { text($0, report) }
    if report.git.isEnvFileTracked {
      texts.append(
        TrackedFile.title(report.target.name)
          + ". You will be asked about that before a token is written."
      )
    }
    if !report.elsewhere.isEmpty {
      let variable = hall.options.variable
      texts.append(TokenElsewhereCheck.summary(report.elsewhere, variable: variable))
    }
    if let other = report.addresses.first(where: { !$0.leads(to: hall.options.apiHost) }) {
      texts.append(ApiAddressCheck.summary(other))
    }
    // What stops the whole step is said below, once.
    let blocked = report.writability.filter { $0.problem != nil }.map(\.name) + [report.target.name]
    for file in report.envFiles where !blocked.contains(file.name) {
      if let problem = file.problem { texts.append("\(file.name): \(problem)") }
    }
    return texts
  }

  private func repository(_ report: ProjectReport) -> String {
    switch report.git.availability {
    case .repository(let root):
      let branch = report.branch.map { ", branch \(SafeText.cleaned($0))" } ?? ""
      return report.shortened(root) + branch
    case .noRepository: return "none; an ignore rule is written all the same"
    case .missing: return "git is not installed, so its ignore rules cannot be checked"
    case .refused(let refusal): return "git gave no answer: \(refusal.reason)"
    }
  }

  private func target(_ report: ProjectReport, _ hall: WizardHall) -> String {
    let name = report.target.name
    let exists = report.envFiles.contains { $0.name == name }
    let isSet = report.sources.contains { $0.place == .envFile(name) && !$0.value.isEmpty }
    switch report.target.reason {
    case .holdsVariable:
      return "\(name), which has \(isSet ? "" : "an empty ")\(hall.options.variable) already"
    case .holdsApp: return "\(name), which has the OAuth app's settings already"
    case .named: return exists ? "\(name), as you named it" : "\(name), new, as you named it"
    case .standard: return exists ? name : "\(name), new"
    }
  }

  private func source(_ report: ProjectReport, _ hall: WizardHall, _ page: inout Page) {
    guard let first = report.sources.first, report.sources.contains(where: { !$0.value.isEmpty })
    else {
      page.fact("Token now", "none")
      return
    }
    let reference = SecretReference.of(first.value.reveal())
    let value =
      first.value.isEmpty ? "empty" : reference?.noun ?? first.value.masked ?? "a short value"
    page.fact("Token now", "\(value), from \(hall.place(of: first))")
    guard first.place == .environment,
      report.sources.contains(where: { $0.value != first.value })
    else { return }
    let variable = hall.options.variable
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

  private func text(_ concern: FolderConcern, _ report: ProjectReport) -> String {
    switch concern {
    case .home: "This is your home folder, not a project."
    case .root: "This is the top of the file system, not a project."
    case .noMarker: "Nothing marks this folder as a project, such as a package.json."
    case .subfolder(let root): "This folder is inside the project \(report.shortened(root))."
    case .monorepo: "Several projects live below this folder; the app may look in one of them."
    }
  }
}

extension ProjectReport {
  /// A folder below the looked-at one by its path from there, so that the row stays short.
  func name(of offer: FolderOffer) -> String {
    let folder = directory + "/"
    guard offer.path.hasPrefix(folder) else { return shortened(offer.path) }
    return SafeText.cleaned(String(offer.path.dropFirst(folder.count)))
  }

  /// A path, short where it is in the home folder.
  func shortened(_ path: String) -> String {
    let clean = SafeText.cleaned(path, limit: 300)
    guard !home.isEmpty, clean == home || clean.hasPrefix(home + "/") else { return clean }
    return "~" + clean.dropFirst(home.count)
  }
}
