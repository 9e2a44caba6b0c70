/// A way on from the fifth step of the OAuth way, where a question or a failure is on the screen.
package enum ConnectChoice: Equatable, Sendable {
  /// Keep the tokens there.
  case keep(TokenStoreKind)
  /// Look again where tokens can be kept, and ask.
  case chooseStore
  /// Make a link, or try to listen again.
  case newLink
  /// Enter another redirect URI.
  case otherRedirectURI
  /// Enter client id and secret again.
  case otherApp
  /// Go on without listening, by a paste.
  case paste
  case finish
}

extension WizardState {
  /// The choices of the fifth step in the OAuth way, the default first; empty where there is none.
  package var connectChoices: [ConnectChoice] {
    switch connect.phase {
    case .choosingStore:
      connect.probe?.keyringProblem == nil
        ? [.keep(.keyring), .keep(.file)] : [.keep(.file), .chooseStore]
    // Where the browser is on another machine, the paste needs no port.
    case .portInUse where connect.offer?.place != .here: [.paste, .newLink, .otherRedirectURI]
    case .portInUse: [.newLink, .otherRedirectURI, .paste]
    case .stopped: [.newLink, .finish]
    case .failed(let failure): ways(on: failure) + [.finish]
    case nil, .probing, .preparing, .waiting, .working: []
    }
  }

  private func ways(on failure: ConnectFailure) -> [ConnectChoice] {
    switch failure {
    case .invalidClient, .appSettings: [.otherApp, .newLink]
    case .redirectURIMismatch: [.otherRedirectURI, .newLink]
    case .portInUse, .cannotListen: [.newLink, .otherRedirectURI]
    case .refused, .exchangeRefused: [.newLink, .otherApp, .otherRedirectURI]
    case .notStored: [.chooseStore]
    case .denied, .nobodyCame, .invalidGrant, .exchange, .unconfirmed, .noHash: [.newLink]
    }
  }

  mutating func handleConnect(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back: return connectBack()
    case .newLink where connectChoices.contains(.newLink): return prepareConnect()
    case .confirm:
      guard connectChoices.indices.contains(connect.selection.index) else { return [] }
      return choose(connectChoices[connect.selection.index])
    default:
      connect.selection.move(intent, count: connectChoices.count)
      return []
    }
  }

  private mutating func choose(_ choice: ConnectChoice) -> [WizardEffect] {
    switch choice {
    case .keep(let store): return keepTokens(in: store)
    case .chooseStore:
      connect.store = nil
      connect.asksForStore = true
      return probeStore()
    case .newLink: return prepareConnect()
    case .otherRedirectURI: mendRedirectURI()
    case .otherApp: mendApp(at: .clientID)
    case .paste:
      connect.phase = .waiting
      desk.scroll = 0
    case .finish: return finishUnconnectedApp()
    }
    return []
  }

  private mutating func mendRedirectURI() {
    switch connect.phase {
    case .portInUse(let port), .failed(.portInUse(let port)):
      // The next port is a guess; what it needs is said beside the field.
      let current = try? RedirectURI(parsing: redirectURI)
      let other = current?.replacingPort(with: port == 65_535 ? 8787 : port + 1)
      app.redirectURI = TextField(other?.text ?? "")
    default: app.redirectURI = TextField()
    }
    mendApp(at: .redirectURI)
  }

  /// Esc where nothing runs: to the last screen, out of `connect`, or to the plan.
  mutating func connectBack() -> [WizardEffect] {
    if !connect.results.isEmpty {
      let effects = endConnect(.left)
      connect.phase = nil
      connect.selection = ListSelection()
      go(to: .done)
      return effects
    }
    if options.isConnecting, review.plan == nil {
      // The link stays good until the user has left.
      desk.overlay = .leaving
      return []
    }
    let effects = endConnect(.left)
    connect.phase = nil
    return effects + planAgain(because: "Nothing more has been written since.")
  }

  /// Esc while something runs: an exchange may have happened, so its link is spent.
  mutating func stopConnect() -> [WizardEffect] {
    let effects = stopWaiting() + endConnect(.left)
    connect.phase = .stopped
    connect.selection = ListSelection()
    return effects
  }

  private mutating func finishUnconnectedApp() -> [WizardEffect] {
    guard case .failed(let failure) = connect.phase else {
      return end(exitCode: ExitStatus.unknown)
    }
    let error = failure.setupError(failureContext)
    return end(exitCode: error.exitCode, failure: error)
  }

  /// What the explanation of a failure to connect needs to know.
  var failureContext: ConnectContext {
    let address = connect.offer?.attempt.appURL ?? "https://app.attio.com"
    return ConnectContext(
      redirectURI: redirectURI,
      envFileName: envFileName,
      appHost: address.split(separator: "/").last.map(String.init) ?? address,
      apiHost: options.apiHost,
      certificateFile: options.certificateFile
    )
  }

  mutating func connectAnother() -> [WizardEffect] {
    go(to: .apply)
    return prepareConnect()
  }
}
