import Ground

/// What the second step of the OAuth way knows and was told.
package struct AppState: Equatable, Sendable {
  /// The pages of the step.
  package enum Page: Equatable, Sendable {
    /// How to make an app, with the redirect URI to register.
    case guide
    case redirectURI
    case clientID
    case clientSecret
  }

  /// The page on the screen.
  package var page = Page.guide
  /// What was entered in this run; it comes before the command line and the project.
  package var chosen = AppSettings()
  /// The field of the redirect URI.
  package var redirectURI = TextField()
  /// The field of the client id.
  package var clientID = TextField()
  /// The field of the client secret; empty where the known one is kept.
  package var clientSecret = SecretField()
  /// Why the redirect URI in its field cannot be taken; nil until it is to be.
  package var problem: String?
  /// The highlighted choice.
  package var selection = ListSelection()
  /// The page to which the fifth step sent the user, so that Esc there leads back to it.
  package var mended: Page?
}

/// A way on from the second step of the OAuth way.
package enum AppChoice: Equatable, Sendable {
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
}

extension WizardState {
  /// The app as far as it is known: as entered, as the command line names it, as the project does.
  package var appSettings: AppSettings {
    app.chosen.filled(from: options.connect.settings).filled(from: foundApp)
  }

  /// The app as the project names it; what the shell names fills the gaps, as it wins at a run.
  var foundApp: AppSettings {
    guard let report = folder.report else { return AppSettings() }
    return report.app.filled(from: report.appInShell)
  }

  /// The redirect URI that counts, checked or not.
  package var redirectURI: String { appSettings.redirectURI ?? RedirectURI.standardText }

  /// The choices of the second step in the OAuth way, the default first.
  package var appChoices: [AppChoice] {
    let sandbox: [AppChoice] = options.sandboxApp == nil ? [] : [.useSandboxApp]
    let otherWay: [AppChoice] =
      options.isConnecting || app.mended != nil ? [] : [.oneWorkspace]
    switch app.page {
    case .guide: return [.proceed, .editRedirectURI] + otherWay
    case .redirectURI:
      let isStandard = app.redirectURI.text == RedirectURI.standardText
      return [.proceed] + (isStandard ? [] : [.standardRedirectURI])
    case .clientID: return ways(clientIDReading, isKnown: false) + sandbox + otherWay
    case .clientSecret:
      let isKnown = appSettings.clientSecret != nil
      return ways(clientSecretReading, isKnown: isKnown) + sandbox + otherWay
    }
  }

  /// An empty field leads to what fills it: Enter must not change the way by accident.
  private func ways(_ reading: AppPasteResult?, isKnown: Bool) -> [AppChoice] {
    switch reading {
    case .value: [.proceed]
    case .refused: [.replace, .openGuide]
    case nil where isKnown: [.proceed]
    case nil: options.sandboxApp == nil ? [.openGuide] : []
    }
  }

  /// What the field of the client id holds; nil while it is empty.
  package var clientIDReading: AppPasteResult? {
    guard !app.clientID.isEmpty else { return nil }
    let secrets = knownTokens + [appSettings.clientSecret].compactMap(\.self)
    return AppPaste.clientID(app.clientID.content, secrets: secrets)
  }

  /// What the field of the client secret holds; nil while it is empty.
  package var clientSecretReading: AppPasteResult? {
    guard !app.clientSecret.isEmpty else { return nil }
    return AppPaste.clientSecret(
      app.clientSecret.content,
      clientID: appSettings.clientID,
      tokens: knownTokens
    )
  }

  private var knownTokens: [Secret] {
    tokenSources.map(\.value) + [token.candidate, options.sandboxToken].compactMap(\.self)
  }
}
