import Ground

/// The second step, for many workspaces: the OAuth app.
struct AppRoom: WizardRoom {
  /// The pages of the step.
  enum View: Equatable, Sendable {
    /// How to make an app, with the redirect URI to register.
    case guide
    case redirectURI
    case clientID
    case clientSecret
  }

  enum Action: Equatable, Sendable {
    /// Take what stands there and go on.
    case proceed
    case editRedirectURI
    /// Take the redirect URI that is offered where nobody names another.
    case standardRedirectURI
    case openGuide
    /// Empty the field for another value.
    case replace
    case useSandboxApp
    /// Go over to the way with an access token.
    case oneWorkspace
    case openPage
    case copyRedirectURI
    case erase
    case back
  }

  /// A visit from the connecting, which needs another value.
  struct Mending: Equatable, Sendable {
    /// The page of the value.
    var page: View
    /// Where Esc leads back to.
    var room: ConnectRoom
  }

  private(set) var view = View.guide
  private(set) var redirectURI = TextField()
  private(set) var clientID = TextField()
  /// The field of the client secret; empty where the known one is kept.
  private(set) var clientSecret = SecretField()
  /// Why the redirect URI in its field cannot be taken; nil until it is to be.
  var problem: String?
  var selection = ListSelection()
  /// The visit from the connecting; nil where the step is taken in its turn.
  private(set) var mending: Mending?

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    guard view != .guide else {
      return [
        .choose, .letter("o", "open page", .openPage), .letter("c", "copy URI", .copyRedirectURI),
        .letter("e", "edit it", .editRedirectURI),
      ] + Binding.choosing + [.escape("back", .back)]
    }
    let hasSandbox = hall.options.sandboxApp != nil && view != .redirectURI && !isTyped
    return (hasSandbox ? [.control("t", "sandbox's app", .useSandboxApp)] : [])
      + [Binding("Enter", [.enter], "continue", .choose, role: .confirm)] + Binding.choosing
      + [.escape("back", .back), .erase(.erase), .clear(.replace)]
  }

  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    let otherWay =
      hall.options.isConnecting || mending != nil
      ? [] : [Choice("One workspace (access token)", Action.oneWorkspace)]
    switch view {
    case .guide:
      return [
        Choice("Enter client id and client secret", .proceed),
        Choice("Use another redirect URI", .editRedirectURI),
      ] + otherWay
    case .redirectURI:
      let standard = RedirectURI.standardText
      let isStandard = redirectURI.text == standard
      return [Choice("Use this redirect URI", .proceed)]
        + (isStandard ? [] : [Choice("Put \(standard) there", .standardRedirectURI)])
    case .clientID: return ways(idReading(hall), isKnown: false, hall) + otherWay
    case .clientSecret:
      let isKnown = hall.appSettings.clientSecret != nil
      return ways(secretReading(hall), isKnown: isKnown, hall) + otherWay
    }
  }

  /// An empty field leads to what fills it: Enter must not change the way by accident.
  private func ways(
    _ reading: AppPasteResult?,
    isKnown: Bool,
    _ hall: WizardHall
  ) -> [Choice<Action>] {
    let proceed = Choice("Continue", Action.proceed)
    let guide = Choice("I have none yet: how to make an app", Action.openGuide)
    let sandbox =
      hall.options.sandboxApp == nil
      ? [] : [Choice("Use the sandbox's app", Action.useSandboxApp)]
    switch reading {
    case .value: return [proceed] + sandbox
    case .refused: return [Choice("Empty the field and paste another", .replace), guide] + sandbox
    case nil where isKnown: return [proceed] + sandbox
    case nil: return sandbox.isEmpty ? [guide] : sandbox
    }
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .proceed: proceed(&hall)
    case .editRedirectURI: go(to: .redirectURI, &hall)
    case .standardRedirectURI:
      redirectURI = TextField(RedirectURI.standardText)
      problem = nil
      selection = ListSelection()
    case .openGuide: go(to: .guide, &hall)
    case .replace: change(&hall, { $0.clear() }, secret: { $0.clear() })
    case .useSandboxApp: useSandboxApp(&hall)
    case .oneWorkspace:
      hall.method = .accessToken
      hall.go(.token)
    case .openPage: hall.open(DashboardGuide.appsURL)
    case .copyRedirectURI: hall.copy(.redirectURI, hall.redirectURI)
    case .erase: change(&hall, { $0.erase() }, secret: { $0.erase() })
    case .back: back(&hall)
    }
  }
}

// MARK: - Fields

extension AppRoom {
  /// Whether the page's field holds something that was typed.
  private var isTyped: Bool {
    switch view {
    case .guide: false
    case .redirectURI: redirectURI.isTyped && !redirectURI.isEmpty
    case .clientID: clientID.isTyped && !clientID.isEmpty
    case .clientSecret: clientSecret.isTyped
    }
  }

  func typing(_ hall: WizardHall) -> Typing { view == .guide ? .keys : isTyped ? .text : .begins }

  mutating func type(_ text: String, _ hall: inout WizardHall) {
    change(&hall, { $0.type(text) }, secret: { $0.type(text) })
  }

  func pasted(_ hall: WizardHall) -> FileContent {
    switch view {
    case .guide: FileContent()
    case .redirectURI: redirectURI.pasted
    case .clientID: clientID.pasted
    case .clientSecret: clientSecret.pasted
    }
  }

  mutating func paste(_ content: FileContent, _ hall: inout WizardHall) {
    if view == .guide { go(to: .clientID, &hall) }
    change(&hall, { $0.paste(content) }, secret: { $0.paste(content) })
  }

  private mutating func change(
    _ hall: inout WizardHall,
    _ edit: (inout TextField) -> Void,
    secret editSecret: (inout SecretField) -> Void
  ) {
    switch view {
    case .guide: return
    case .redirectURI: edit(&redirectURI)
    case .clientID: edit(&clientID)
    case .clientSecret: editSecret(&clientSecret)
    }
    problem = nil
    selection = ListSelection()
    hall.desk.scroll = 0
  }

  /// What the field of the client id holds; nil while it is empty.
  func idReading(_ hall: WizardHall) -> AppPasteResult? {
    guard !clientID.isEmpty else { return nil }
    let secrets = hall.knownTokens + [hall.appSettings.clientSecret].compactMap(\.self)
    return AppPaste.clientID(clientID.content, secrets: secrets)
  }

  /// What the field of the client secret holds; nil while it is empty.
  func secretReading(_ hall: WizardHall) -> AppPasteResult? {
    guard !clientSecret.isEmpty else { return nil }
    return AppPaste.clientSecret(
      clientSecret.content,
      clientID: hall.appSettings.clientID,
      tokens: hall.knownTokens
    )
  }

  private mutating func useSandboxApp(_ hall: inout WizardHall) {
    guard let sandbox = hall.options.sandboxApp else { return }
    // An address that was chosen stays: the sandbox takes any of this machine.
    let address = hall.enteredApp.redirectURI
    hall.enteredApp = sandbox.filled(from: hall.enteredApp)
    if let address { hall.enteredApp.redirectURI = address }
    clientID = TextField(sandbox.clientID ?? "")
    clientSecret = SecretField()
    go(to: .clientSecret, &hall)
  }
}

extension WizardHall {
  fileprivate var knownTokens: [Secret] {
    tokenSources.map(\.value) + [token.candidate, options.sandboxToken].compactMap(\.self)
  }
}

// MARK: - Ways

extension AppRoom {
  /// Shows a page from its top, its field with what is known.
  mutating func show(_ page: View, _ hall: WizardHall) {
    view = page
    problem = nil
    selection = ListSelection()
    switch page {
    case .clientID where clientID.isEmpty: clientID = TextField(hall.appSettings.clientID ?? "")
    case .redirectURI where redirectURI.isEmpty: redirectURI = TextField(hall.redirectURI)
    default: break
    }
  }

  /// Shows the page of a value that the connecting needs anew.
  mutating func mend(
    _ page: View,
    _ redirectURI: TextField?,
    from room: ConnectRoom,
    _ hall: WizardHall
  ) {
    if let redirectURI { self.redirectURI = redirectURI }
    if page == .clientID { clientSecret = SecretField() }
    show(page, hall)
    mending = Mending(page: page, room: room)
  }

  private mutating func go(to page: View, _ hall: inout WizardHall) {
    show(page, hall)
    hall.desk.scroll = 0
  }

  /// Takes what the page holds and goes on.
  private mutating func proceed(_ hall: inout WizardHall) {
    switch view {
    case .guide:
      // What the project holds may be none; it must not travel on unchecked.
      let problem = RedirectURIError.message(of: hall.redirectURI)
      go(to: problem == nil ? .clientID : .redirectURI, &hall)
      self.problem = problem
    case .redirectURI: takeRedirectURI(&hall)
    case .clientID:
      guard let value = idReading(hall)?.value else { return }
      hall.enteredApp.clientID = value.reveal()
      go(to: .clientSecret, &hall)
    case .clientSecret:
      if let value = secretReading(hall)?.value { hall.enteredApp.clientSecret = value }
      if mending == nil { hall.go(.scopes) } else { planMended(&hall) }
    }
  }

  private mutating func takeRedirectURI(_ hall: inout WizardHall) {
    let text = redirectURI.text.filter { !$0.isWhitespace }
    problem = RedirectURIError.message(of: text)
    guard problem == nil else { return }
    hall.enteredApp.redirectURI = text
    redirectURI = TextField(text)
    if mending == nil { go(to: .guide, &hall) } else { planMended(&hall) }
  }

  /// The link of the fifth step was made with what is replaced now.
  private mutating func planMended(_ hall: inout WizardHall) {
    mending = nil
    hall.endConnect(.replaced)
    hall.makePlan(because: "The app's settings have changed. This is what is left to do.")
  }

  private mutating func back(_ hall: inout WizardHall) {
    if let mending, view == mending.page || view == .guide {
      self.mending = nil
      if view == .redirectURI { redirectURI = TextField() }
      return hall.go(.connect(mending.room))
    }
    switch view {
    case .guide where hall.options.isConnecting: hall.go(.project)
    case .guide: take(.oneWorkspace, &hall)
    case .redirectURI, .clientID: go(to: .guide, &hall)
    case .clientSecret: go(to: .clientID, &hall)
    }
  }
}

extension RedirectURIError {
  /// Why a text is no redirect URI; nil where it is one.
  static func message(of text: String) -> String? {
    do throws(RedirectURIError) {
      _ = try RedirectURI(parsing: text)
      return nil
    } catch {
      return error.message
    }
  }
}
