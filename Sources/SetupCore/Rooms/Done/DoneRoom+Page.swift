import Ground

extension DoneRoom {
  func about(_ hall: WizardHall) -> String {
    switch hall.method {
    case .accessToken: "Everything is in place. attio-setup status checks the connection again."
    case .manyWorkspaces:
      "The workspace is connected. Each workspace has a token of its own."
    }
  }

  func page(_ hall: WizardHall) -> Page {
    switch view {
    case .overview:
      let page = overview(hall, choicesFirst: false)
      let room = hall.desk.size.rows - Layout.rowsAround
      // The workspace's name must be in view together with the highlighted choice.
      return PageRows(page, room: room).rows.count > room
        ? overview(hall, choicesFirst: true) : page
    case .firstQuery: return queryPage(hall)
    case .languages: return languagesPage(hall)
    case .clientPlan(let planned): return planPage(planned, hall)
    case .clientProblem(let error):
      var page = Page(size: hall.desk.size)
      page.text("The starter client was not written", .title)
      page.blank()
      page.text(error.message, .error, mark: .bad)
      page.text(error.remedy)
      return page
    }
  }

  private func languagesPage(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.text("Which language is the starter client to be in?", .title)
    page.explanation(
      hall.method == .accessToken
        ? "One small file without dependencies that makes a first call."
        : "A small file without dependencies that makes a first call, and one for installs by your "
          + "customers."
    )
    page.blank()
    addChoices(hall, &page)
    return page
  }

  private func planPage(_ planned: PlannedClient, _ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.text("Review what will be written", .title)
    for entry in planned.plan.entries {
      page.row([
        Span("create  ", .key), Span("\(entry.path)  ".padded(to: 16)),
        Span(entry.effect(.token), .muted),
      ])
    }
    page.blank()
    for line in planned.plan.entries.flatMap(\.diff.lines) { page.difference(line) }
    return page
  }
}

// MARK: - The overview

extension DoneRoom {
  private func overview(_ hall: WizardHall, choicesFirst: Bool) -> Page {
    var page = Page(size: hall.desk.size)
    headline(hall, &page)
    if choicesFirst {
      if hall.method == .accessToken { page.blank() }
      addChoices(hall, &page)
    }
    page.blank()
    switch hall.method {
    case .accessToken: page.fact("Objects", WizardSummary.objects(hall))
    case .manyWorkspaces:
      if let member = hall.connected.last?.verification.identity?.authorizedBy {
        page.fact("Authorised", "by member \(SafeText.cleaned(member).prefix(8))")
      }
    }
    let identity = (lastWorkspace(hall)?.verification ?? hall.proof?.verification)?.identity
    if let level = TokenLevel.words(identity?.level) { page.fact("Acts for", level) }
    scopes(hall, &page)
    if let result = lastWorkspace(hall) { page.fact("Token", hall.place(of: result)) }
    page.fact("Written", WizardSummary.files(hall))
    if let promise = hall.folder.run.promise { page.fact("Undo", promise.fact, .muted) }
    attention(hall, &page)
    page.blank()
    switch hall.method {
    case .accessToken:
      if !choicesFirst {
        addChoices(hall, &page)
        page.blank()
      }
      if !client(hall, &page) {
        page.text(WizardSummary.tryItTitle(hall))
        for line in WizardSummary.tryIt(hall) { page.row([Span(line, .key)]) }
      }
      page.blank()
      page.text("If something returns 403 one day: attio-setup status", .muted)
    case .manyWorkspaces:
      _ = client(hall, &page)
      page.text(WizardSummary.nextTitle(hall))
      for line in WizardSummary.next(hall) { page.row([Span(line, .key)]) }
      page.blank()
      if !choicesFirst { addChoices(hall, &page) }
    }
    return page
  }

  private func lastWorkspace(_ hall: WizardHall) -> ConnectResult? {
    hall.method == .manyWorkspaces ? hall.connected.last : nil
  }

  /// What the run came to: green only where the exit code is 0.
  private func headline(_ hall: WizardHall, _ page: inout Page) {
    guard let judgement = hall.judgement else { return }
    let isGood = judgement.verdict == .good
    page.text(judgement.headline, isGood ? .success : .warning, mark: isGood ? .good : .attention)
    for detail in judgement.details { page.text(detail, indent: 2) }
    if let remedy = judgement.remedy { page.text(remedy, indent: 2) }
  }

  /// How the starter client is run; false where none was written.
  private func client(_ hall: WizardHall, _ page: inout Page) -> Bool {
    guard let client = hall.client else { return false }
    page.text("Run the starter client:")
    page.text(client.run, .key, indent: 2)
    return true
  }

  private func attention(_ hall: WizardHall, _ page: inout Page) {
    if hall.folder.run.applied.contains(.untrack) {
      page.fact(
        "Attention",
        "Commit that git no longer has \(hall.envFileName). Replace every secret that an earlier "
          + "commit holds.",
        .warning
      )
    }
    if let old = hall.tokenToDelete {
      page.fact("Old token", WizardSummary.deletion(of: old), .warning)
      page.address(hall.guide.tokensURL)
    }
    for remark in hall.lastWrite?.remarks ?? [] { page.fact("", remark, .muted) }
  }

  private func scopes(_ hall: WizardHall, _ page: inout Page) {
    let missing = hall.missingScopes
    guard missing.isEmpty else {
      // The headline names them; what an app of many workspaces does with them is its own affair.
      guard hall.method == .accessToken else { return }
      for scope in missing.prefix(ScopeWords.limit) {
        guard let calls = ScopeImpact.summary(refusedWithout: Scope(scope)) else { continue }
        page.fact("Missing", "\(scope): \(calls)", .muted)
      }
      return
    }
    guard !hall.wantedScopes.isEmpty else {
      if hall.method == .manyWorkspaces {
        let granted = hall.proof?.verification.identity?.scopes ?? []
        page.fact("Scopes", Self.words(granted: granted.count))
      }
      return
    }
    page.fact("Scopes", "all \(hall.wantedScopes.count) that you want are granted", .success)
    let unused = hall.unusedScopes
    guard !unused.isEmpty else { return }
    page.fact(
      "Not needed",
      "\(ScopeSet.listed(unused)). Fewer scopes, less harm if it leaks.",
      .muted
    )
  }

  private static func words(granted count: Int) -> String {
    count == 0
      ? "none: tick what the app needs in its Scopes tab, and connect again" : "\(count) granted"
  }
}

// MARK: - The first query

extension DoneRoom {
  private func queryPage(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    let query = hall.firstQuery
    page.text("The first query: one record of \(hall.queriedObject)", .title)
    if let answer {
      self.answer(answer, hall, &page)
    } else {
      page.text("Enter runs it here and shows the answer.")
      let missing = lacking(hall)
      if !missing.isEmpty {
        let names = missing.joined(separator: " and ")
        page.text("The token lacks \(names), so Attio will refuse it.", .warning, mark: .attention)
      }
    }
    page.blank()
    page.text("With curl, in a shell in the project's folder:")
    for line in query.curl { page.verbatim(line, .key) }
    if let language = query.language, let file = query.file, let run = query.run {
      page.blank()
      page.text("In \(language.name), saved as \(file):")
      for line in query.code { page.verbatim(line, .key) }
      page.blank()
      page.text("Run it with:")
      page.verbatim(run, .key)
    }
    return page
  }

  /// The scopes that the query needs and the token is known not to have.
  private func lacking(_ hall: WizardHall) -> [String] {
    guard let granted = hall.proof?.verification.identity?.scopes else { return [] }
    return FirstQuery.needs.missing(from: ScopeSet(names: granted)).names
  }

  private func answer(_ answer: QueryAnswer, _ hall: WizardHall, _ page: inout Page) {
    guard answer.connection.state == .connected else {
      var context = hall.context
      context.needed = FirstQuery.needs
      context.missingScopes = ScopeSet(names: lacking(hall))
      return explain(answer.connection, hall, &page, context: context)
    }
    let status = answer.connection.httpStatus.map { " \($0)" } ?? ""
    let time = answer.connection.milliseconds.map { " in \(Milliseconds.text($0))" } ?? ""
    let name = answer.name.map { ": \($0)" } ?? ""
    page.text("Attio answered\(status)\(time)\(name)", .success, mark: .good)
    for line in answer.lines { page.verbatim(line, .plain) }
  }
}
