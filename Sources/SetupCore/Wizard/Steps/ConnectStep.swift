import Ground

/// What the fifth step of the OAuth way knows, from the files' writing on.
package struct ConnectState: Equatable, Sendable {
  /// Where the connecting stands.
  package enum Phase: Equatable, Sendable {
    /// It is found out where tokens can be kept.
    case probing
    /// The question where to keep them.
    case choosingStore
    /// The link is made, and its answer listened for.
    case preparing
    /// Another program has the port of the redirect URI.
    case portInUse(Int)
    /// The link is on the screen; browser and paste are waited for.
    case waiting
    /// An answer came.
    case working(ConnectProgress)
    /// The user stopped it.
    case stopped
    case failed(ConnectFailure)
  }

  /// Where the connecting stands; nil before and after it.
  package var phase: Phase?
  /// Where tokens can be kept; nil until it is found out.
  package var probe: StoreProbe?
  /// Where the token goes; nil until it is decided.
  package var store: TokenStoreKind?
  /// The request that is prepared or being prepared; it must be ended.
  package var prepared: EffectID?
  /// Whether the question where to keep tokens is asked although it was answered once.
  package var asksForStore = false
  /// What is ready for the browser; nil until it is.
  package var offer: ConnectOffer?
  /// How long the answer is waited for so far, in milliseconds.
  package var milliseconds = 0
  /// What was pasted or typed in place of the browser's coming back.
  package var field = SecretField()
  /// Why the field's content is no answer.
  package var problem: String?
  /// The highlighted choice.
  package var selection = ListSelection()
  /// The port that another program had when it was last asked for.
  var takenPort: Int?
  /// The workspaces that this run has connected, the latest last.
  package var results: [ConnectResult] = []

  mutating func note(_ result: ConnectResult) {
    results.removeAll { $0.workspace.key == result.workspace.key }
    results.append(result)
  }
}

extension WizardState {
  /// Begins to connect a workspace, once the app's settings stand where they belong.
  mutating func beginConnect() -> [WizardEffect] {
    if step != .apply { go(to: .apply) }
    return prepareConnect()
  }

  mutating func probeStore() -> [WizardEffect] {
    connect.phase = .probing
    return wait(for: "Looking where tokens can be kept", .store) { .probeStore($0) }
  }

  mutating func showStore(_ probe: StoreProbe) -> [WizardEffect] {
    connect.probe = probe
    let known = connect.asksForStore ? nil : options.connect.store ?? probe.remembered
    switch known {
    case .file: return keepTokens(in: .file)
    case .keyring where probe.keyringProblem == nil: return keepTokens(in: .keyring)
    case .keyring, nil:
      connect.phase = .choosingStore
      connect.selection = ListSelection()
      desk.scroll = 0
      return []
    }
  }

  mutating func keepTokens(in store: TokenStoreKind) -> [WizardEffect] {
    connect.asksForStore = false
    connect.store = store
    return prepareConnect()
  }

  /// Makes a link; an earlier one no longer counts.
  mutating func prepareConnect() -> [WizardEffect] {
    guard let store = connect.store else { return probeStore() }
    guard let credentials = appSettings.credentials else { return [] }
    let ending = endConnect(.replaced)
    connect.offer = nil
    connect.milliseconds = 0
    connect.field = SecretField()
    connect.problem = nil
    connect.selection = ListSelection()
    connect.phase = .preparing
    desk.scroll = 0
    var request = ConnectRequest(
      credentials: credentials,
      directory: folder.directory,
      store: store
    )
    request.envFileName = isInEnvFile ? envFileName : nil
    request.wantedScopes = wantedScopes
    request.sendsChallenge = options.connect.sendsChallenge
    request.waitSeconds = options.connect.waitSeconds
    let effects = wait(for: "Making the link", .link) { .prepareConnect($0, request) }
    connect.prepared = desk.waiting?.id
    return ending + effects
  }

  /// Whether this run has put the settings into the env file, so that they are read back from it.
  private var isInEnvFile: Bool {
    guard let entry = review.plan?.entry(.envFile), entry.isOn else { return false }
    return entry.action == .keep || apply.applied.contains(.envFile)
  }

  mutating func showOffer(_ offer: ConnectOffer) -> [WizardEffect] {
    connect.offer = offer
    connect.milliseconds = 0
    if case .portInUse(let port) = offer.listener {
      if connect.takenPort == port { desk.notice = "Tried again: port \(port) is still taken." }
      connect.takenPort = port
      connect.phase = .portInUse(port)
    } else {
      connect.phase = .waiting
    }
    connect.selection = ListSelection()
    desk.scroll = 0
    return []
  }

  /// The answer by the browser or by a paste; only the request on the screen has one, and once.
  mutating func showAnswer(_ prepared: EffectID, _ answer: AuthorizationAnswer) -> [WizardEffect] {
    guard prepared == connect.prepared, connect.phase == .waiting else { return [] }
    switch answer {
    case .code(let code): return exchange(code, of: prepared)
    case .denied: return failConnect(.denied)
    case .refused(let error, let description):
      return failConnect(.refused(error: error, description: description))
    }
  }

  private mutating func exchange(_ code: Secret, of prepared: EffectID) -> [WizardEffect] {
    go(to: .apply)
    connect.field = SecretField()
    connect.problem = nil
    connect.phase = .working(.exchanging)
    return wait(for: words(.exchanging), .exchange) {
      .finishConnect($0, prepared: prepared, code: code)
    }
  }

  mutating func showProgress(_ id: EffectID, _ progress: ConnectProgress) -> [WizardEffect] {
    guard desk.waiting?.id == id else { return [] }
    connect.phase = .working(progress)
    let what = words(progress)
    desk.waiting?.what = what
    return []
  }

  private func words(_ progress: ConnectProgress) -> String {
    switch progress {
    case .exchanging: "Exchanging the code for a token"
    case .identifying: "Asking \(options.apiHost) whose token it is"
    case .storing: "Storing the token"
    }
  }

  mutating func showConnected(_ result: ConnectResult) -> [WizardEffect] {
    let effects = endConnect(.finished)
    connect.note(result)
    connect.phase = nil
    connect.selection = ListSelection()
    apply.verification = result.verification
    done = DoneState()
    go(to: .done)
    return effects
  }

  /// A failure of the work that is waited for, or of the link on the screen.
  mutating func showConnectFailure(_ id: EffectID, _ failure: ConnectFailure) -> [WizardEffect] {
    let isLinkOnScreen = id == connect.prepared && connect.phase == .waiting
    guard desk.receive(id) != nil || isLinkOnScreen else { return [] }
    return failConnect(failure)
  }

  mutating func failConnect(_ failure: ConnectFailure) -> [WizardEffect] {
    connect.phase = .failed(failure)
    connect.field = SecretField()
    connect.problem = nil
    connect.selection = ListSelection()
    if step == .apply { desk.scroll = 0 }
    return endConnect(.finished)
  }

  /// Stops listening for the answer of the request that is there; nothing where there is none.
  mutating func endConnect(_ ending: ConnectEnding) -> [WizardEffect] {
    guard let prepared = connect.prepared else { return [] }
    connect.prepared = nil
    return [.endConnect(prepared: prepared, ending)]
  }
}
