import Ground

extension WizardState {
  /// Takes what the page holds and goes on.
  mutating func proceedFromApp() -> [WizardEffect] {
    switch app.page {
    case .guide:
      // What the project holds may be none; it must not travel on unchecked.
      if let problem = Self.problem(redirectURI) {
        showAppPage(.redirectURI)
        app.problem = problem
      } else {
        showAppPage(.clientID)
      }
    case .redirectURI: return takeRedirectURI()
    case .clientID:
      guard let value = clientIDReading?.value else { return [] }
      app.chosen.clientID = value.reveal()
      showAppPage(.clientSecret)
    case .clientSecret:
      if let value = clientSecretReading?.value { app.chosen.clientSecret = value }
      return app.mended == nil ? goOnToScopes() : planMended()
    }
    return []
  }

  private mutating func takeRedirectURI() -> [WizardEffect] {
    let text = app.redirectURI.text.filter { !$0.isWhitespace }
    if let problem = Self.problem(text) {
      app.problem = problem
      return []
    }
    app.chosen.redirectURI = text
    app.redirectURI = TextField(text)
    guard app.mended != nil else {
      showAppPage(.guide)
      return []
    }
    return planMended()
  }

  private static func problem(_ redirectURI: String) -> String? {
    do throws(RedirectURIError) {
      _ = try RedirectURI(parsing: redirectURI)
      return nil
    } catch {
      return error.message
    }
  }

  private mutating func goOnToScopes() -> [WizardEffect] {
    prepareScopes()
    go(to: .scopes)
    return []
  }

  /// The link of the fifth step was made with what is replaced now.
  private mutating func planMended() -> [WizardEffect] {
    app.mended = nil
    let effects = endConnect(.replaced)
    connect.phase = nil
    review.reason = "The app's settings have changed. This is what is left to do."
    return effects + makePlan()
  }

  /// The fifth step needs another value of the app.
  mutating func mendApp(at page: AppState.Page) {
    go(to: .token)
    if page == .clientID { app.clientSecret = SecretField() }
    showAppPage(page)
    app.mended = page
  }

  /// Where `connect` begins: with what is missing, with the review, or with the link at once.
  mutating func startConnecting() -> [WizardEffect] {
    let settings = appSettings
    guard let credentials = settings.credentials else {
      guard projectProblem == nil else { return [] }
      go(to: .token)
      let page: AppState.Page =
        switch (settings.clientID, settings.clientSecret) {
        case (nil, nil): .guide
        case (nil, _): .clientID
        case (_, nil): .clientSecret
        default: .redirectURI
        }
      showAppPage(page)
      if page == .redirectURI { app.problem = Self.problem(redirectURI) }
      return []
    }
    noteWantedScopes()
    if folder.report?.app.credentials == credentials { return beginConnect() }
    return projectProblem == nil ? makePlan() : []
  }
}
