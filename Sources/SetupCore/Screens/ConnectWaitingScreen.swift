import Ground

/// The link, and the three ways in which its answer comes: browser, paste, Esc.
enum ConnectWaitingScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    guard let offer = state.connect.offer else { return page }
    // A reason must be seen whole, and who pastes has read how to.
    let isShort = page.isCompact && state.connect.problem != nil
    if !isShort { lead(offer, state, &page) }
    page.address(offer.attempt.url)
    after(offer, state, &page)
    page.text("Waiting for the answer: \(time(state.answerSeconds)) left.", .key)
    page.blank()
    if comesBack(offer), !isShort {
      page.text("Or paste the address the browser ends at, or the code:")
    }
    field(state, &page)
    if let problem = state.connect.problem {
      page.text(problem, .error, indent: 2, mark: "✗ ")
    } else if state.isBareCode {
      page.text(bareCode(state), .warning, indent: 2, mark: "! ")
    }
    if let tunnel = state.tunnel {
      page.blank()
      page.text("Or run this on your machine, and the browser comes back:", .muted)
      page.address(tunnel)
    }
    page.blank()
    page.explanation(ConnectExplanation.notAvailable)
    page.explanation("The token is kept in \(ConnectScreen.place(state)).")
    return page
  }

  private static let ending =
    "It ends at an address that cannot be opened: copy that whole address and paste it here."

  /// Whether the browser finds back by itself, without a tunnel.
  private static func comesBack(_ offer: ConnectOffer) -> Bool {
    offer.listener == .ready && offer.place == .here
  }

  private static func lead(_ offer: ConnectOffer, _ state: WizardState, _ page: inout Page) {
    let isForeign = offer.attempt.redirectURI.listening == .nowhere
    switch offer.place {
    case _ where isForeign:
      page.text(
        "Open this address in your browser. It ends at \(offer.attempt.redirectURI.host), where "
          + "nothing of this program listens: copy the address it ends at and paste it here.",
        .title
      )
    case .here where comesBack(offer):
      page.text("Open this address in your browser and approve", .title)
    case .here: page.text("Open this address in your browser. \(ending)", .title)
    case .ssh, .container, .noDisplay:
      page.text("Open this address in the browser of your own machine. \(ending)", .title)
    }
  }

  private static func after(_ offer: ConnectOffer, _ state: WizardState, _ page: inout Page) {
    if case .impossible(let reason) = offer.listener,
      offer.attempt.redirectURI.listening != .nowhere
    {
      page.explanation("Nothing listens here. \(reason)")
    }
    if offer.place == .container, offer.listener == .ready {
      let port = offer.attempt.redirectURI.port
      page.explanation(
        "Where an editor forwards port \(port) of the container, the browser comes back by itself."
      )
    }
    if state.canOpenBrowser {
      // The line mode has letters for these, and says them in its question.
      page.silently {
        $0.text("Enter opens it, Ctrl-Y copies it, Ctrl-N renews it.")
      }
    } else if offer.place == .here, !state.options.connect.opensBrowser {
      page.text("No browser is opened, as you asked.")
    }
  }

  private static func field(_ state: WizardState, _ page: inout Page) {
    guard !state.connect.field.isEmpty else {
      AppFieldScreen.empty(.answer, &page)
      return
    }
    let bytes = state.connect.field.content.bytes
    let count = String(decoding: bytes, as: UTF8.self).count
    let unit = count == 1 ? "character" : "characters"
    AppFieldScreen.hide("received \(count) \(unit)", .answer, &page)
  }

  private static func bareCode(_ state: WizardState) -> String {
    let length = String(decoding: state.connect.field.content.bytes, as: UTF8.self).count
    let doubt =
      (60...70).contains(length) ? "It is as long as a client secret or an access token. " : ""
    return doubt + "Enter sends it to Attio as the code, once."
  }

  /// Minutes and seconds: "4:37".
  private static func time(_ seconds: Int) -> String {
    "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }
}
