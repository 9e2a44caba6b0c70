import Ground

/// A link on the screen, and what is entered in place of the browser's coming back.
struct ConnectLink: Equatable, Sendable {
  /// What is ready for the browser.
  let offer: ConnectOffer
  /// How long the answer is waited for so far, in milliseconds.
  var milliseconds = 0
  /// What was pasted or typed.
  var field = SecretField()
  /// Why the field's content is no answer.
  var problem: String?

  init(_ offer: ConnectOffer) { self.offer = offer }

  /// Whether Enter opens the link in a browser.
  func canOpen(_ hall: WizardHall) -> Bool {
    offer.place == .here && hall.options.connect.opensBrowser
  }

  /// The command that lets a browser on another machine come back; nil where there is none.
  var tunnel: String? {
    guard offer.listener == .ready else { return nil }
    return offer.place.tunnel(port: offer.attempt.redirectURI.port)
  }

  /// What is left of the time for an answer, in seconds, rounded up.
  func secondsLeft(_ hall: WizardHall) -> Int {
    let limit = Int(hall.options.connect.waitSeconds * 1000)
    return (max(0, limit - milliseconds) + 999) / 1000
  }

  /// Whether the field holds one word, of which nobody can tell that it is a code.
  var isBareCode: Bool { field.isPasted && PastedAnswer.isBareCode(field.content) }

  /// What the field holds as an answer to the link.
  func reading(_ hall: WizardHall) -> Result<AuthorizationAnswer, PasteRefusal> {
    PastedAnswer.read(
      field.content,
      for: offer.attempt,
      clientSecret: hall.appSettings.clientSecret ?? Secret("")
    )
  }
}

// MARK: - The field

extension ConnectRoom {
  func typing(_ hall: WizardHall) -> Typing {
    guard let link else { return .keys }
    return link.field.isTyped ? .text : .begins
  }

  mutating func type(_ text: String, _ hall: inout WizardHall) {
    edit { field, problem in
      // What was refused as a whole is no beginning of anything.
      if field.isPasted, problem != nil { field.clear() }
      field.type(text)
    }
  }

  func pasted(_ hall: WizardHall) -> FileContent { link?.field.pasted ?? FileContent() }

  mutating func paste(_ content: FileContent, _ hall: inout WizardHall) {
    guard link != nil else { return hall.desk.refusePaste() }
    edit { field, problem in
      if problem != nil { field.clear() }
      field.paste(content)
    }
    if let link, link.isBareCode, case .success = link.reading(hall) { return }
    useAnswer(&hall)
  }

  mutating func change(_ change: (inout SecretField) -> Void) {
    edit { field, _ in change(&field) }
  }

  private mutating func edit(_ change: (inout SecretField, String?) -> Void) {
    guard case .waiting(var link) = phase else { return }
    change(&link.field, link.problem)
    link.problem = nil
    keep(link)
  }

  /// Enter beside the link.
  mutating func useAnswerOrBrowser(_ hall: inout WizardHall) {
    guard let link else { return }
    // What was refused is not used again: the key does what the footer says.
    let isRefused = link.problem != nil && link.field.isPasted && link.canOpen(hall)
    guard link.field.isEmpty || isRefused else { return useAnswer(&hall) }
    if link.canOpen(hall) { return hall.open(link.offer.attempt.url) }
    hall.desk.notice =
      hall.options.connect.opensBrowser
      ? "Open the address in a browser. Then paste here the address at which it ends."
      : "No browser is opened, as you asked. Open the address yourself."
  }

  private mutating func useAnswer(_ hall: inout WizardHall) {
    guard var link, let prepared = hall.prepared else { return }
    switch link.reading(hall) {
    case .success(let answer): answered(prepared, answer, &hall)
    case .failure(let refusal):
      link.problem = refusal.message
      keep(link)
    }
  }
}
