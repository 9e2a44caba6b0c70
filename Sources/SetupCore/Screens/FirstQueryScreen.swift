import Ground

/// The first query: the same question as code and as a command to copy, and Attio's answer.
enum FirstQueryScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    let query = state.firstQuery
    page.text("The first query: one record of \(state.queriedObject)", .title)
    if let answer = state.done.answer {
      self.answer(answer, state, &page)
    } else {
      page.text("Enter runs it here and shows the answer.")
      let missing = lacking(state)
      if !missing.isEmpty {
        let names = missing.joined(separator: " and ")
        page.text("The token lacks \(names), so Attio will refuse it.", .warning, mark: "! ")
      }
    }
    page.blank()
    page.text("With curl, in a shell in the project's folder:")
    lines(query.curl, &page)
    if let language = query.language, let file = query.file, let run = query.run {
      page.blank()
      page.text("In \(language.name), saved as \(file):")
      lines(query.code, &page)
      page.blank()
      page.text("Run it with:")
      lines([run], &page)
    }
    return page
  }

  private static func lines(_ lines: [String], _ page: inout Page) {
    for line in lines { page.verbatim(line, .key) }
  }

  /// The scopes that the query needs and the token is known not to have.
  private static func lacking(_ state: WizardState) -> [String] {
    guard let granted = state.apply.verification?.identity?.scopes else { return [] }
    return FirstQuery.needs.missing(from: ScopeSet(names: granted)).names
  }

  private static func answer(_ answer: QueryAnswer, _ state: WizardState, _ page: inout Page) {
    guard answer.connection.state == .connected else {
      var context = state.context
      context.needed = FirstQuery.needs
      context.missingScopes = ScopeSet(names: lacking(state))
      let verification = Verification(connection: answer.connection)
      TokenScreen.explanation(verification, state, &page, context: context)
      return
    }
    let status = answer.connection.httpStatus.map { " \($0)" } ?? ""
    let time = answer.connection.milliseconds.map { " in \(Milliseconds.text($0))" } ?? ""
    let name = answer.name.map { ": \($0)" } ?? ""
    page.text("Attio answered\(status)\(time)\(name)", .success, mark: "✓ ")
    for line in answer.lines { page.verbatim(line, .plain) }
  }
}
