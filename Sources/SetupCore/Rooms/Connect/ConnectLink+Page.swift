import Ground

extension ConnectLink {
  private static let ending =
    "It ends at an address that cannot be opened: copy that whole address and paste it here."

  /// Shows the link, and the three ways in which its answer comes: browser, paste, Esc.
  func show(_ hall: WizardHall, _ page: inout Page) {
    // A reason must be seen whole, and who pastes has read how to.
    let isShort = page.isCompact && problem != nil
    if !isShort { lead(&page) }
    page.address(offer.attempt.url)
    after(hall, &page)
    page.text("Waiting for the answer: \(Words.clock(seconds: secondsLeft(hall))) left.", .key)
    page.blank()
    if comesBack, !isShort {
      page.text("Or paste the address the browser ends at, or the code:")
    }
    let remark =
      field.isEmpty ? nil : Words.received(length)
    page.field(
      "Paste",
      hiding: remark,
      asking: .secret("Paste the address or the code", now: remark ?? "")
    )
    if let problem {
      page.text(problem, .error, indent: 2, mark: .bad)
    } else if isBareCode {
      page.text(bareCode, .warning, indent: 2, mark: .attention)
    }
    if let tunnel {
      page.blank()
      page.text("Or run this on your machine, and the browser comes back:", .muted)
      page.address(tunnel)
    }
    page.blank()
    page.explanation(ConnectExplanation.notAvailable)
    page.explanation("The token is kept in \(hall.tokenPlace(hall.store)).")
  }

  /// Whether the browser finds back by itself, without a tunnel.
  private var comesBack: Bool { offer.listener == .ready && offer.place == .here }

  private func lead(_ page: inout Page) {
    let uri = offer.attempt.redirectURI
    switch offer.place {
    case _ where uri.listening == .nowhere:
      page.text(
        "Open this address in your browser. It ends at \(uri.host), where nothing of this program "
          + "listens: copy the address it ends at and paste it here.",
        .title
      )
    case .here where comesBack:
      page.text("Open this address in your browser and approve", .title)
    case .here: page.text("Open this address in your browser. \(Self.ending)", .title)
    case .ssh, .container, .noDisplay:
      page.text("Open this address in the browser of your own machine. \(Self.ending)", .title)
    }
  }

  private func after(_ hall: WizardHall, _ page: inout Page) {
    let uri = offer.attempt.redirectURI
    if case .impossible(let reason) = offer.listener, uri.listening != .nowhere {
      page.explanation("Nothing listens here. \(reason)")
    }
    if offer.place == .container, offer.listener == .ready {
      page.explanation(
        "Where an editor forwards port \(uri.port) of the container, the browser comes back by "
          + "itself."
      )
    }
    if canOpen(hall) {
      // The line mode has letters for these, and says them in its question.
      page.silent("Enter opens it, Ctrl-Y copies it, Ctrl-N renews it.")
    } else if offer.place == .here, !hall.options.connect.opensBrowser {
      page.text("No browser is opened, as you asked.")
    }
  }

  /// The characters in the field.
  private var length: Int { String(decoding: field.content.bytes, as: UTF8.self).count }

  private var bareCode: String {
    let doubt =
      (60...70).contains(length) ? "It is as long as a client secret or an access token. " : ""
    return doubt + "Enter sends it to Attio as the code, once."
  }
}
