import Ground

extension AppRoom {
  func about(_ hall: WizardHall) -> String {
    "An OAuth app is known by its client id, proves itself by its client secret, and gets the answer "
      + "at its redirect URI. All three are written after the review step, to the env file and "
      + "nowhere else. The secret is never shown."
  }

  func page(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    switch view {
    case .guide: guide(hall, &page)
    case .redirectURI: redirectURI(hall, &page)
    case .clientID: clientID(hall, &page)
    case .clientSecret: clientSecret(hall, &page)
    }
    page.blank()
    addChoices(hall, &page)
    return page
  }

  private func guide(_ hall: WizardHall, _ page: inout Page) {
    page.text("Make an OAuth app, or open yours", .title)
    page.explanation(
      "Each workspace gets a token of its own once an admin of it approves. An unpublished app has "
        + "room for 25 workspaces."
    )
    page.blank()
    page.text("Sign in here (o opens), New app, name it, Create app:", mark: .number(1))
    page.address(DashboardGuide.appsURL)
    page.text("OAuth tab, switch it on, New redirect URI, exactly:", mark: .number(2))
    page.address(SafeText.cleaned(hall.redirectURI, limit: RedirectURI.byteLimit))
    page.text("Copy client id and client secret: they are asked for now.", mark: .number(3))
    page.text("Scopes tab: the next step says what to tick there.", mark: .number(4))
    page.explanation("c copies the redirect URI, e edits it. Attio compares every character.")
  }

  private func redirectURI(_ hall: WizardHall, _ page: inout Page) {
    page.text("Redirect URI", .title)
    page.explanation("Where the browser comes back with the code. Attio compares every character.")
    page.blank()
    let field = redirectURI
    if field.isEmpty || canShow(address: field) {
      page.field(
        "URI",
        showing: field.text,
        asking: .text("Type the redirect URI", now: field.text)
      )
    } else {
      let count = count(field.content)
      page.field("URI", hiding: count, asking: .text("Type the redirect URI", now: count))
    }
    if let problem { page.text(problem, .error, indent: 2, mark: .bad) }
    page.blank()
    page.text(
      "Register exactly this address, port and path included, in the app's OAuth tab at "
        + "build.attio.com. It is written to \(hall.envFileName) after the review."
    )
  }

  private func clientID(_ hall: WizardHall, _ page: inout Page) {
    page.text("Paste the app's client id", .title)
    page.explanation("It stands in the app's OAuth tab at build.attio.com. It is no secret.")
    page.blank()
    let words = "Paste the client id"
    switch idReading(hall) {
    case nil: page.field("Client id", showing: "", asking: .text(words))
    case .value(let id, let removed):
      page.field("Client id", showing: id.reveal(), asking: .text(words, now: id.reveal()))
      remark(removed, &page)
    case .refused(let problem):
      // It may be a secret: what is no client id is not shown.
      let count = count(clientID.content)
      page.field("Client id", hiding: count, asking: .text(words, now: count))
      page.text(problem, .error, indent: 2, mark: .bad)
    }
    if !clientID.isEmpty, !clientID.isTyped, !clientID.isPasted {
      page.text("\(origin(hall) { $0.clientID != nil }). Enter keeps it.", .muted, indent: 2)
    }
  }

  private func clientSecret(_ hall: WizardHall, _ page: inout Page) {
    page.text("Paste the app's client secret", .title)
    page.explanation(
      "It stands below the client id and stays hidden. It is written to \(hall.envFileName) and "
        + "nowhere else, and sent to nobody but Attio."
    )
    page.blank()
    let reading = secretReading(hall)
    let remark =
      switch reading {
      case nil where hall.appSettings.clientSecret != nil:
        "\(origin(hall) { $0.clientSecret != nil }), Enter keeps it"
      case nil: String?.none
      case .value(let secret, _): Words.received(secret.length)
      case .refused: count(clientSecret.content)
      }
    page.field(
      "Secret",
      hiding: remark,
      asking: .secret("Paste the client secret", now: remark ?? "")
    )
    switch reading {
    case nil: break
    case .value(_, let removed): self.remark(removed, &page)
    case .refused(let problem): page.text(problem, .error, indent: 2, mark: .bad)
    }
  }

  /// A paste may be anything; only what begins as an address and carries no answer is shown.
  private func canShow(address field: TextField) -> Bool {
    guard field.isPasted else { return true }
    return field.text.lowercased().hasPrefix("http") && !field.text.contains("?")
  }

  /// Where a value comes from that the user did not enter now.
  private func origin(_ hall: WizardHall, _ holds: (AppSettings) -> Bool) -> String {
    if case .failed(.invalidClient) = mending?.room.phase { return "Attio refused it just now" }
    if holds(hall.enteredApp) { return "As entered" }
    if holds(hall.options.connect.settings) { return "From the command line" }
    guard let report = hall.folder.report, !holds(report.app) else {
      return "From \(hall.envFileName)"
    }
    return "From the shell"
  }

  private func remark(_ removed: [RemovedPart], _ page: inout Page) {
    guard !removed.isEmpty else { return }
    let parts = removed.map(\.rawValue).joined(separator: ", ")
    page.text("Removed: \(parts).", .muted, indent: 2)
  }

  private func count(_ content: FileContent) -> String {
    Words.received(String(decoding: content.bytes, as: UTF8.self).count)
  }
}
