import Ground

/// The second step of the OAuth way: one setting of the app a page.
enum AppFieldScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    switch state.app.page {
    case .guide: return AppGuideScreen.page(state)
    case .redirectURI: redirectURI(state, &page)
    case .clientID: clientID(state, &page)
    case .clientSecret: clientSecret(state, &page)
    }
    page.blank()
    for (index, choice) in state.appChoices.enumerated() {
      page.choice(title(choice, state), isFocused: index == state.app.selection.index)
    }
    return page
  }

  /// A field by its label.
  enum Field: String {
    case redirectURI = "URI"
    case clientID = "Client id"
    case clientSecret = "Secret"
    case answer = "Paste"

    /// What the line mode asks for there.
    func entry(now text: String) -> LineEntry {
      let content = text.replacing(AppFieldScreen.mask, with: "").drop { $0 == " " }
      let now = content.isEmpty ? "" : " (now: \(content))"
      return switch self {
      case .redirectURI: .text("Type the redirect URI\(now)")
      case .clientID: .text("Paste the client id\(now)")
      case .clientSecret: .secret("Paste the client secret\(now)")
      case .answer: .secret("Paste the address or the code\(now)")
      }
    }
  }

  fileprivate static let mask = "••••••••••••"

  private static func redirectURI(_ state: WizardState, _ page: inout Page) {
    page.text("Redirect URI", .title)
    page.explanation("Where the browser comes back with the code. Attio compares every character.")
    page.blank()
    let field = state.app.redirectURI
    field.isEmpty || canShow(address: field)
      ? show(field.text, .redirectURI, &page) : hide(count(field.content), .redirectURI, &page)
    if let problem = state.app.problem { page.text(problem, .error, indent: 2, mark: "✗ ") }
    page.blank()
    page.text(
      "Register exactly this address, port and path included, in the app's OAuth tab at "
        + "build.attio.com. It is written to \(state.envFileName) after the review."
    )
  }

  private static func clientID(_ state: WizardState, _ page: inout Page) {
    page.text("Paste the app's client id", .title)
    page.explanation("It stands in the app's OAuth tab at build.attio.com. It is no secret.")
    page.blank()
    let field = state.app.clientID
    switch state.clientIDReading {
    case nil: show("", .clientID, &page)
    case .value(let id, let removed):
      show(id.reveal(), .clientID, &page)
      remark(removed, &page)
    case .refused(let problem):
      // It may be a secret: what is no client id is not shown.
      hide(count(field.content), .clientID, &page)
      page.text(problem, .error, indent: 2, mark: "✗ ")
    }
    if !field.isEmpty, !field.isTyped, !field.isPasted {
      page.text("\(origin(of: { $0.clientID != nil }, state)). Enter keeps it.", .muted, indent: 2)
    }
  }

  private static func clientSecret(_ state: WizardState, _ page: inout Page) {
    page.text("Paste the app's client secret", .title)
    page.explanation(
      "It stands below the client id and stays hidden. It is written to \(state.envFileName) and "
        + "nowhere else, and sent to nobody but Attio."
    )
    page.blank()
    switch state.clientSecretReading {
    case nil where state.appSettings.clientSecret != nil:
      hide("\(origin(of: { $0.clientSecret != nil }, state)), Enter keeps it", .clientSecret, &page)
    case nil: show("", .clientSecret, &page)
    case .value(let secret, let removed):
      hide("received \(characters(secret.length))", .clientSecret, &page)
      remark(removed, &page)
    case .refused(let problem):
      hide(count(state.app.clientSecret.content), .clientSecret, &page)
      page.text(problem, .error, indent: 2, mark: "✗ ")
    }
  }

  /// A paste may be anything; only what begins as an address and carries no answer is shown.
  private static func canShow(address field: TextField) -> Bool {
    guard field.isPasted else { return true }
    return field.text.lowercased().hasPrefix("http") && !field.text.contains("?")
  }

  /// Where a value comes from that the user did not enter now.
  private static func origin(of holds: (AppSettings) -> Bool, _ state: WizardState) -> String {
    if case .failed(.invalidClient) = state.connect.phase { return "Attio refused it just now" }
    if holds(state.app.chosen) { return "As entered" }
    if holds(state.options.connect.settings) { return "From the command line" }
    guard let report = state.folder.report, !holds(report.app) else {
      return "From \(state.envFileName)"
    }
    return "From the shell"
  }

  private static func remark(_ removed: [RemovedPart], _ page: inout Page) {
    guard !removed.isEmpty else { return }
    let parts = removed.map(\.rawValue).joined(separator: ", ")
    page.text("Removed: \(parts).", .muted, indent: 2)
  }

  private static func count(_ content: FileContent) -> String {
    "received \(characters(String(decoding: content.bytes, as: UTF8.self).count))"
  }

  private static func characters(_ count: Int) -> String {
    count == 1 ? "1 character" : "\(count) characters"
  }

  /// A field with its text; of a long one, the end is seen, where the next character goes.
  private static func show(_ text: String, _ field: Field, _ page: inout Page) {
    let width = page.columns - DisplayWidth.of(field.rawValue) - 5
    let clean = SafeText.cleaned(text, limit: RedirectURI.byteLimit)
    let shown = clean.count < width ? clean : "…" + clean.suffix(max(0, width - 2))
    row(field, shown, .plain, cursor: DisplayWidth.of(shown), width: width, &page)
  }

  /// A field that does not show what it holds.
  static func hide(_ remark: String, _ field: Field, _ page: inout Page) {
    let width = page.columns - DisplayWidth.of(field.rawValue) - 5
    let text = "\(mask)  \(remark)".truncated(to: width)
    row(field, text, .secret, cursor: DisplayWidth.of(mask), width: width, &page)
  }

  /// An empty field.
  static func empty(_ field: Field, _ page: inout Page) { show("", field, &page) }

  private static func row(
    _ field: Field,
    _ text: String,
    _ role: Role,
    cursor: Int,
    width: Int,
    _ page: inout Page
  ) {
    page.field(
      [
        Span("  \(field.rawValue) ", .muted), Span("[", .border),
        Span(text.padded(to: width), role),
        Span("]", .border),
      ],
      cursorColumn: DisplayWidth.of(field.rawValue) + 4 + cursor,
      asking: field.entry(now: text)
    )
  }

  static func title(_ choice: AppChoice, _ state: WizardState) -> String {
    switch (choice, state.app.page) {
    case (.proceed, .guide): "Enter client id and client secret"
    case (.proceed, .redirectURI): "Use this redirect URI"
    case (.proceed, _): "Continue"
    case (.editRedirectURI, _): "Use another redirect URI"
    case (.standardRedirectURI, _): "Put \(RedirectURI.standardText) there"
    case (.openGuide, _): "I have none yet: how to make an app"
    case (.replace, _): "Empty the field and paste another"
    case (.useSandboxApp, _): "Use the sandbox's app"
    case (.oneWorkspace, _): "One workspace (access token)"
    }
  }
}
