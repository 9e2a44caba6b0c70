import Ground

extension TokenRoom {
  func about(_ hall: WizardHall) -> String {
    "Attio is asked whose token it is as soon as it is pasted. It is never shown, and it is written "
      + "only after the review step, to the env file and nowhere else."
  }

  func page(_ hall: WizardHall) -> Page {
    switch view {
    case .field: fieldPage(hall)
    case .guide: guidePage(hall)
    case .otherWorkspace: workspacePage(hall)
    }
  }

  private func fieldPage(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.text("Paste your Attio access token", .title)
    page.explanation(
      "It stays hidden. As soon as it is pasted, \(hall.options.apiHost) is asked whose it is."
    )
    page.blank()
    let content = content(hall)
    page.field("Token", hiding: content, asking: .secret("Paste the token"))
    reading(&page)
    answer(hall, &page)
    page.blank()
    addChoices(hall, &page)
    if let connection = answer(hall), connection.state != .connected {
      reasons(connection, hall, &page)
    }
    return page
  }

  /// Says what the field holds without showing it; nil where it is empty.
  private func content(_ hall: WizardHall) -> String? {
    if let source = takenSource(hall) { return "from \(hall.place(of: source))" }
    switch reading {
    case nil: return nil
    case .token(let pasted): return pasted.received
    case .refused:
      return Words.received(String(decoding: field.content.bytes, as: UTF8.self).count)
    }
  }

  private func reading(_ page: inout Page) {
    switch reading {
    case nil: return
    case .refused(let refusal): page.text(refusal.explanation, .error, indent: 2, mark: .bad)
    case .token(let pasted):
      if let remark = pasted.remark { page.text(remark, .muted, indent: 2) }
      if let warning = pasted.warning { page.text(warning, .warning, indent: 2, mark: .attention) }
    }
  }

  private func answer(_ hall: WizardHall, _ page: inout Page) {
    if hall.desk.waiting != nil {
      page.text("Asking \(hall.options.apiHost) whose token this is.", indent: 2)
      page.text(
        continuesWhenKnown
          ? "The next step opens by itself when the answer is good."
          : "Esc stops it, Enter goes on when the answer is good.",
        .muted,
        indent: 2
      )
      return
    }
    guard let verification = hall.token.verification else { return }
    if let identity = verification.identity, verification.connection.state == .connected {
      self.identity(identity, &page)
    } else {
      explain(verification.connection, hall, &page)
    }
  }

  /// Says whose token it is: the workspace first, as the proof that it is the right one.
  private func identity(_ identity: Identity, _ page: inout Page) {
    page.text(identity.workspace, .success, indent: 2, mark: .good)
    let member = identity.authorizedBy.map { "Authorised by member \($0.prefix(8)). " } ?? ""
    let scopes =
      switch identity.scopes.count {
      case 0: "It has no scopes yet: the next step shows which to tick."
      case 1: "It has 1 scope."
      case let count: "It has \(count) scopes."
      }
    page.text(member + scopes, indent: 4)
  }
}

// MARK: - The other pages

extension TokenRoom {
  private func guidePage(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.text("Make an access token", .title)
    page.explanation("You need to be an admin of the workspace.")
    page.blank()
    page.text("Open this page (o opens it, c copies the address):", mark: .number(1))
    page.address(hall.guide.tokensURL)
    page.text(
      "Or: the arrow beside the workspace's name, Workspace settings, Developers.",
      .muted,
      indent: 3
    )
    let folder = hall.folder.directory.split(separator: "/").last.map(String.init) ?? "my-app"
    let name = DashboardGuide.tokenName(forFolder: folder)
    page.text("Choose + New access token and name it \(name).", mark: .number(2))
    page.text("Under Scopes, tick what the app needs. For reading:", mark: .number(3))
    for scope in ScopePreset.readOnly.scopes.scopes { page.text(scope.text, .muted, indent: 5) }
    page.text("The scopes can be changed later; the token stays the same.", .muted, indent: 3)
    page.text("Save changes, click the token to copy it, and paste it here.", mark: .number(4))
    page.blank()
    page.text(
      "A token does not expire. Whoever has it can use it, until it is deleted on that page.",
      .muted
    )
    return page
  }

  private func workspacePage(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    page.text("This token is for another workspace", .title)
    page.blank()
    if let old = hall.token.replaced?.identity {
      page.fact("In \(hall.envFileName)", old.workspace)
    }
    if let pin = hall.pinInTheWay { page.fact("Pinned", "\(pin.name), by .env.example") }
    page.fact("New", hall.newWorkspace)
    page.blank()
    page.text(
      "An app that uses this project's token would work with \(hall.newWorkspace) from now on."
    )
    page.blank()
    addChoices(hall, &page)
    return page
  }
}
