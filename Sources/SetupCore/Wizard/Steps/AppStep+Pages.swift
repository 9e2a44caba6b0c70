import Ground

extension WizardState {
  mutating func showAppPage(_ page: AppState.Page) {
    app.page = page
    app.problem = nil
    app.selection = ListSelection()
    desk.scroll = 0
    switch page {
    case .clientID where app.clientID.isEmpty:
      app.clientID = TextField(appSettings.clientID ?? "")
    case .redirectURI where app.redirectURI.isEmpty: app.redirectURI = TextField(redirectURI)
    default: break
    }
  }

  mutating func handleApp(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .erase: changeApp({ $0.erase() }, secret: { $0.erase() })
    case .clear: changeApp({ $0.clear() }, secret: { $0.clear() })
    case .useSandboxApp: useSandboxApp()
    case .openLink: return [.openLink(DashboardGuide.appsURL)]
    case .copyLink: return [.copy(ClipboardText(.redirectURI, redirectURI))]
    case .editRedirectURI: showAppPage(.redirectURI)
    case .back: appBack()
    case .confirm:
      guard appChoices.indices.contains(app.selection.index) else { return [] }
      return choose(appChoices[app.selection.index])
    default: app.selection.move(intent, count: appChoices.count)
    }
    return []
  }

  mutating func typeApp(_ text: String) -> [WizardEffect] {
    changeApp({ $0.type(text) }, secret: { $0.type(text) })
    return []
  }

  /// Whether the page's field holds something that was typed.
  var isAppFieldTyped: Bool {
    switch app.page {
    case .guide: false
    case .redirectURI: app.redirectURI.isTyped && !app.redirectURI.isEmpty
    case .clientID: app.clientID.isTyped && !app.clientID.isEmpty
    case .clientSecret: app.clientSecret.isTyped
    }
  }

  /// What the page's field holds of the last paste, where nothing was typed since.
  var pastedAppField: FileContent {
    switch app.page {
    case .guide: FileContent()
    case .redirectURI: app.redirectURI.pasted
    case .clientID: app.clientID.pasted
    case .clientSecret: app.clientSecret.pasted
    }
  }

  mutating func pasteApp(_ content: FileContent) -> [WizardEffect] {
    if app.page == .guide { showAppPage(.clientID) }
    changeApp({ $0.paste(content) }, secret: { $0.paste(content) })
    return []
  }

  private mutating func changeApp(
    _ change: (inout TextField) -> Void,
    secret changeSecret: (inout SecretField) -> Void
  ) {
    switch app.page {
    case .guide: return
    case .redirectURI: change(&app.redirectURI)
    case .clientID: change(&app.clientID)
    case .clientSecret: changeSecret(&app.clientSecret)
    }
    app.problem = nil
    app.selection = ListSelection()
    desk.scroll = 0
  }

  private mutating func useSandboxApp() {
    guard let sandbox = options.sandboxApp else { return }
    // An address that was chosen stays: the sandbox takes any of this machine.
    let address = app.chosen.redirectURI
    app.chosen = sandbox.filled(from: app.chosen)
    if let address { app.chosen.redirectURI = address }
    app.clientID = TextField(sandbox.clientID ?? "")
    app.clientSecret = SecretField()
    showAppPage(.clientSecret)
  }

  private mutating func appBack() {
    if app.page == app.mended || (app.mended != nil && app.page == .guide) {
      app.mended = nil
      if app.page == .redirectURI { app.redirectURI = TextField() }
      go(to: .apply)
      return
    }
    switch app.page {
    case .guide where options.isConnecting: go(to: .project)
    case .guide: method = .accessToken
    case .redirectURI, .clientID: showAppPage(.guide)
    case .clientSecret: showAppPage(.clientID)
    }
  }

  private mutating func choose(_ choice: AppChoice) -> [WizardEffect] {
    switch choice {
    case .proceed: return proceedFromApp()
    case .editRedirectURI: showAppPage(.redirectURI)
    case .standardRedirectURI:
      app.redirectURI = TextField(RedirectURI.standardText)
      app.problem = nil
      app.selection = ListSelection()
    case .openGuide: showAppPage(.guide)
    case .replace: changeApp({ $0.clear() }, secret: { $0.clear() })
    case .useSandboxApp: useSandboxApp()
    case .oneWorkspace: method = .accessToken
    }
    return []
  }
}
