import Ground

/// The starter client at the end of the wizard: which language, then what will be written.
enum ClientScreen {
  static func languages(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    page.text("Which language is the starter client to be in?", .title)
    page.explanation(
      state.method == .accessToken
        ? "One small file without dependencies that makes a first call."
        : "A small file without dependencies that makes a first call, and one for installs by your "
          + "customers."
    )
    page.blank()
    for (index, language) in ClientLanguage.all.enumerated() {
      let name = language.name
      let path = language.client.path
      page.choice(
        "\(name.padded(to: 14))\(path)",
        isFocused: index == state.done.languages.index,
        spoken: "\(name): \(path)"
      )
    }
    return page
  }

  static func plan(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    if let problem = state.done.problem {
      page.text("The starter client was not written", .title)
      page.blank()
      page.text(problem.message, .error, mark: "✗ ")
      page.text(problem.remedy)
      return page
    }
    guard let planned = state.done.client else { return page }
    page.text("Review what will be written", .title)
    for entry in planned.plan.entries {
      page.row([
        Span("create  ", .key), Span("\(entry.path)  ".padded(to: 16)),
        Span(ReviewScreen.text(entry, .token), .muted),
      ])
    }
    page.blank()
    for line in planned.plan.entries.flatMap(\.diff.lines) {
      ReviewScreen.verbatim(line, &page)
    }
    return page
  }
}
