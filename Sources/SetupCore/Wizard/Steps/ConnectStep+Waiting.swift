import Ground

extension WizardState {
  /// Whether the link is on the screen and its answer is waited for.
  package var isWaitingForAnswer: Bool { step == .apply && connect.phase == .waiting }

  /// What is left of the time for an answer, in seconds, rounded up.
  package var answerSeconds: Int {
    let limit = Int(options.connect.waitSeconds * 1000)
    return (max(0, limit - connect.milliseconds) + 999) / 1000
  }

  /// Whether Enter opens the link in a browser.
  package var canOpenBrowser: Bool {
    connect.offer?.place == .here && options.connect.opensBrowser
  }

  /// The command that lets a browser on another machine come back; nil where there is none.
  package var tunnel: String? {
    guard let offer = connect.offer, offer.listener == .ready else { return nil }
    return offer.place.tunnel(port: offer.attempt.redirectURI.port)
  }

  /// Lets time pass; a link that nobody answered becomes too old.
  mutating func passTime(_ milliseconds: Int) -> [WizardEffect] {
    guard connect.phase == .waiting, connect.prepared != nil else { return [] }
    connect.milliseconds += milliseconds
    guard answerSeconds == 0 else { return [] }
    return failConnect(.nobodyCame(seconds: options.connect.waitSeconds))
  }

  mutating func pasteAnswer(_ content: FileContent) -> [WizardEffect] {
    if connect.problem != nil { connect.field.clear() }
    connect.field.paste(content)
    connect.problem = nil
    if isBareCode, case .success? = reading { return [] }
    return useAnswer()
  }

  /// Whether the field holds one word, of which nobody can tell that it is a code.
  package var isBareCode: Bool {
    connect.field.isPasted && PastedAnswer.isBareCode(connect.field.content)
  }

  mutating func typeAnswer(_ text: String) -> [WizardEffect] {
    // What was refused as a whole is no beginning of anything.
    if connect.field.isPasted, connect.problem != nil { connect.field.clear() }
    connect.problem = nil
    connect.field.type(text)
    return []
  }

  mutating func handleAnswer(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .confirm:
      // What was refused is not used again: the key does what the footer says.
      let isRefused = connect.problem != nil && connect.field.isPasted && canOpenBrowser
      return connect.field.isEmpty || isRefused ? openBrowser() : useAnswer()
    case .copyLink: return connect.offer.map { [.copy(ClipboardText(.link, $0.attempt.url))] } ?? []
    case .copyTunnel: return tunnel.map { [.copy(ClipboardText(.command, $0))] } ?? []
    case .newLink: return prepareConnect()
    case .back: return connectBack()
    case .erase: connect.field.erase()
    case .clear: connect.field.clear()
    default: return []
    }
    connect.problem = nil
    return []
  }

  private mutating func openBrowser() -> [WizardEffect] {
    guard let offer = connect.offer else { return [] }
    if canOpenBrowser { return [.openLink(offer.attempt.url)] }
    desk.notice =
      options.connect.opensBrowser
      ? "Open the address in a browser. Then paste here the address at which it ends."
      : "No browser is opened, as you asked. Open the address yourself."
    return []
  }

  /// What the field holds as an answer to the link on the screen.
  private var reading: Result<AuthorizationAnswer, PasteRefusal>? {
    connect.offer.map { offer in
      PastedAnswer.read(
        connect.field.content,
        for: offer.attempt,
        clientSecret: appSettings.clientSecret ?? Secret("")
      )
    }
  }

  private mutating func useAnswer() -> [WizardEffect] {
    guard let prepared = connect.prepared else { return [] }
    switch reading {
    case .success(let answer): return showAnswer(prepared, answer)
    case .failure(let refusal): connect.problem = refusal.message
    case nil: break
    }
    return []
  }
}
