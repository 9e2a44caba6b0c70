import Ground

/// The fifth step for many workspaces, once the files are written: a link, and its answer.
struct ConnectRoom: WizardRoom {
  /// Where the connecting stands.
  enum Phase: Equatable, Sendable {
    /// It is found out where tokens can be kept.
    case probing
    /// The question where to keep them.
    case choosingStore(StoreProbe)
    /// The link is made, and its answer listened for.
    case preparing
    /// Another program has the port of the redirect URI.
    case portInUse(Int, ConnectOffer)
    /// The link is on the screen; browser and paste are waited for.
    case waiting(ConnectLink)
    /// An answer came.
    case working(ConnectProgress)
    /// The user stopped it.
    case stopped
    case failed(ConnectFailure)
  }

  enum Action: Equatable, Sendable {
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
    /// Use what was pasted, or open the browser where nothing was.
    case useAnswer
    case copyLink
    case copyTunnel
    case erase
    case clear
    case back
  }

  /// Where the connecting stands.
  private(set) var phase = Phase.probing
  /// Whether it is the first room, because everything that it needs was there.
  let isDirect: Bool
  var selection = ListSelection()
  /// Whether the question where to keep tokens is asked although it was answered once.
  private var asksForStore = false
  /// The port that another program had when it was last asked for.
  private var takenPort: Int?
  /// Where the last link led.
  private var appURL = "https://app.attio.com"

  init(isDirect: Bool = false) { self.isDirect = isDirect }

  /// The link on the screen; nil where there is none.
  var link: ConnectLink? {
    if case .waiting(let link) = phase { link } else { nil }
  }

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    guard let link else {
      let hasLink = choices(hall).contains { $0.action == .newLink }
      return [.choose] + (hasLink ? [.letter("n", "new link", .newLink)] : [])
        + Binding.choosing + [.escape("back", .back)]
    }
    let copy = Binding.control("y", "copy link", Action.copyLink, said: "c")
    let renew = Binding.control("n", "new link", Action.newLink, said: "n")
    let tunnel = Binding.control("t", "copy ssh", Action.copyTunnel, said: "t")
    let rest: [Binding<Action>] =
      [.escape("back", .back), .erase(.erase), .clear(.clear)] + Binding.scrolling
    if link.field.isTyped { return [.enter("use it", .useAnswer)] + rest }
    if link.canOpen(hall) { return [.enter("open browser", .useAnswer), copy, renew] + rest }
    return [.enter("use paste", .useAnswer), copy] + (link.tunnel == nil ? [] : [tunnel])
      + [renew] + rest
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .keep(let store): keep(in: store, &hall)
    case .chooseStore:
      hall.store = nil
      asksForStore = true
      probe(&hall)
    case .newLink: newLink(&hall)
    case .otherRedirectURI: mendRedirectURI(&hall)
    case .otherApp: hall.go(.mending(.clientID, redirectURI: nil, from: self))
    case .paste: if case .portInUse(_, let offer) = phase { show(offer, &hall) }
    case .finish: finish(&hall)
    case .useAnswer: useAnswerOrBrowser(&hall)
    case .copyLink: if let link { hall.copy(.link, link.offer.attempt.url) }
    case .copyTunnel: if let tunnel = link?.tunnel { hall.copy(.command, tunnel) }
    case .erase: change { $0.erase() }
    case .clear: change { $0.clear() }
    case .back: back(&hall)
    }
  }

  /// Keeps what was done with the link on the screen.
  mutating func keep(_ link: ConnectLink) { phase = .waiting(link) }

  private mutating func show(_ offer: ConnectOffer, _ hall: inout WizardHall) {
    phase = .waiting(ConnectLink(offer))
    hall.desk.scroll = 0
  }

  private func mendRedirectURI(_ hall: inout WizardHall) {
    var field = TextField()
    switch phase {
    case .portInUse(let port, _), .failed(.portInUse(let port)):
      // The next port is a guess; what it needs is said beside the field.
      let current = try? RedirectURI(parsing: hall.redirectURI)
      let other = current?.replacingPort(with: port == 65_535 ? 8787 : port + 1)
      field = TextField(other?.text ?? "")
    default: break
    }
    hall.go(.mending(.redirectURI, redirectURI: field, from: self))
  }

  /// Esc where nothing runs: to the last room, out of `connect`, or to the plan.
  private func back(_ hall: inout WizardHall) {
    if hall.connected.isEmpty, isDirect {
      // The link stays good until the user has left.
      hall.desk.overlay = .leaving
      return
    }
    hall.endConnect(.left)
    if hall.connected.isEmpty {
      hall.makePlan(because: "Nothing more has been written since.")
    } else {
      hall.go(.done(DoneRoom()))
    }
  }

  /// An exchange may have happened, so its link is spent.
  mutating func stop(_ waiting: Waiting, _ hall: inout WizardHall) {
    hall.desk.stopWaiting()
    switch waiting.purpose {
    case .store, .link, .exchange:
      hall.endConnect(.left)
      phase = .stopped
      selection = ListSelection()
    default: break
    }
  }

  private func finish(_ hall: inout WizardHall) {
    guard case .failed(let failure) = phase else { return hall.end(ExitStatus.unknown) }
    let error = failure.setupError(context(hall))
    hall.end(error.exitCode, error)
  }

  /// What the explanation of a failure to connect needs to know.
  func context(_ hall: WizardHall) -> ConnectContext {
    ConnectContext(
      redirectURI: hall.redirectURI,
      envFileName: hall.envFileName,
      appHost: appURL.split(separator: "/").last.map(String.init) ?? appURL,
      apiHost: hall.options.apiHost,
      certificateFile: hall.options.certificateFile
    )
  }
}

// MARK: - The link

extension ConnectRoom {
  /// Begins with a link, or with the question where tokens are kept.
  mutating func begin(_ hall: inout WizardHall) {
    if phase == .probing { newLink(&hall) }
  }

  private mutating func probe(_ hall: inout WizardHall) {
    phase = .probing
    hall.desk.ask("Looking where tokens can be kept", .store) { .probeStore($0) }
  }

  /// Takes where tokens can be kept.
  mutating func probed(_ probe: StoreProbe, _ hall: inout WizardHall) {
    hall.storeProbe = probe
    switch asksForStore ? nil : hall.options.connect.store ?? probe.remembered {
    case .file: keep(in: .file, &hall)
    case .keyring where probe.keyringProblem == nil: keep(in: .keyring, &hall)
    case .keyring, nil:
      phase = .choosingStore(probe)
      selection = ListSelection()
      hall.desk.scroll = 0
    }
  }

  private mutating func keep(in store: TokenStoreKind, _ hall: inout WizardHall) {
    asksForStore = false
    hall.store = store
    newLink(&hall)
  }

  /// Makes a link; an earlier one no longer counts.
  private mutating func newLink(_ hall: inout WizardHall) {
    guard let store = hall.store else { return probe(&hall) }
    guard let credentials = hall.appSettings.credentials else { return }
    hall.endConnect(.replaced)
    selection = ListSelection()
    phase = .preparing
    hall.desk.scroll = 0
    var request = ConnectRequest(
      credentials: credentials,
      directory: hall.folder.directory,
      store: store
    )
    request.envFileName = hall.isAppWritten ? hall.envFileName : nil
    request.wantedScopes = hall.wantedScopes
    request.sendsChallenge = hall.options.connect.sendsChallenge
    request.waitSeconds = hall.options.connect.waitSeconds
    hall.desk.ask("Making the link", .link) { .prepareConnect($0, request) }
    hall.prepared = hall.desk.waiting?.id
  }

  /// Takes the link that was made.
  mutating func prepared(_ offer: ConnectOffer, _ hall: inout WizardHall) {
    appURL = offer.attempt.appURL
    selection = ListSelection()
    guard case .portInUse(let port) = offer.listener else { return show(offer, &hall) }
    if takenPort == port { hall.desk.notice = "Tried again: port \(port) is still taken." }
    takenPort = port
    phase = .portInUse(port, offer)
    hall.desk.scroll = 0
  }

  /// Lets time pass; a link that nobody answered becomes too old.
  mutating func pass(_ milliseconds: Int, _ hall: inout WizardHall) {
    guard case .waiting(var link) = phase, hall.prepared != nil else { return }
    link.milliseconds += milliseconds
    phase = .waiting(link)
    if link.secondsLeft(hall) == 0 {
      failed(.nobodyCame(seconds: hall.options.connect.waitSeconds), &hall)
    }
  }
}

// MARK: - The answer

extension ConnectRoom {
  /// Takes the answer by the browser or by a paste; only the link on the screen has one, and once.
  mutating func answered(
    _ prepared: EffectID,
    _ answer: AuthorizationAnswer,
    _ hall: inout WizardHall
  ) {
    guard prepared == hall.prepared, link != nil else { return }
    switch answer {
    case .denied: failed(.denied, &hall)
    case .refused(let error, let description):
      failed(.refused(error: error, description: description), &hall)
    case .code(let code):
      hall.desk.overlay = nil
      hall.desk.scroll = 0
      hall.desk.notice = nil
      phase = .working(.exchanging)
      hall.desk.ask(Self.words(.exchanging, hall), .exchange) {
        .finishConnect($0, prepared: prepared, code: code)
      }
    }
  }

  /// Takes how far the exchange is.
  mutating func progressed(_ progress: ConnectProgress, _ hall: inout WizardHall) {
    phase = .working(progress)
    let words = Self.words(progress, hall)
    hall.desk.waiting?.what = words
  }

  private static func words(_ progress: ConnectProgress, _ hall: WizardHall) -> String {
    switch progress {
    case .exchanging: "Exchanging the code for a token"
    case .identifying: "Asking \(hall.options.apiHost) whose token it is"
    case .storing: "Storing the token"
    }
  }

  /// Goes on with the workspace that was connected.
  func connected(_ result: ConnectResult, _ hall: inout WizardHall) {
    hall.endConnect(.finished)
    hall.note(connected: result)
    hall.proof = Proof(verification: result.verification)
    hall.go(.done(DoneRoom()))
  }

  /// Takes a failure of the work that is waited for, or of the link on the screen.
  mutating func failed(_ failure: ConnectFailure, _ hall: inout WizardHall) {
    phase = .failed(failure)
    selection = ListSelection()
    hall.desk.scroll = 0
    hall.endConnect(.finished)
  }
}
