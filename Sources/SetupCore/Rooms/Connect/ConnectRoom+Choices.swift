import Ground

extension ConnectRoom {
  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    switch phase {
    case .choosingStore(let probe):
      let keyring = Choice("The system's keyring", Action.keep(.keyring))
      let again = Choice("Look for the keyring again", Action.chooseStore)
      let file = "A file that only you can read"
      let path = isFileNamedInChoice(hall) ? ": \(hall.storeFile ?? "")" : ""
      let keep = Choice(file + path, Action.keep(.file))
      return probe.keyringProblem == nil ? [keyring, keep] : [keep, again]
    case .portInUse(_, let offer):
      let tries = [
        Choice("Try again", Action.newLink), Choice("Use another port", .otherRedirectURI),
      ]
      let paste = Choice("Go on by pasting the address that the browser ends at", Action.paste)
      // Where the browser is on another machine, the paste needs no port.
      return offer.place == .here ? tries + [paste] : [paste] + tries
    case .stopped: return [Choice("Make a new link", .newLink), Self.finish]
    case .failed(let failure): return ways(on: failure) + [Self.finish]
    case .probing, .preparing, .waiting, .working: return []
    }
  }

  private static let finish = Choice("Finish without a connection", Action.finish)

  private func ways(on failure: ConnectFailure) -> [Choice<Action>] {
    let newLink = Choice("Make a new link", Action.newLink)
    let again = Choice("Try again", Action.newLink)
    let app = Choice("Enter client id and client secret again", Action.otherApp)
    let address = Choice("Change the redirect URI", Action.otherRedirectURI)
    let port = Choice("Use another port", Action.otherRedirectURI)
    switch failure {
    case .invalidClient, .appSettings: return [app, newLink]
    case .redirectURIMismatch: return [address, newLink]
    case .portInUse: return [again, port]
    case .cannotListen: return [again, address]
    case .refused, .exchangeRefused: return [newLink, app, address]
    case .notStored: return [Choice("Choose where to keep the token", .chooseStore)]
    case .denied, .nobodyCame, .invalidGrant, .exchange, .unconfirmed, .noHash: return [newLink]
    }
  }

  /// Whether the path of the file for tokens is seen whole in its choice.
  func isFileNamedInChoice(_ hall: WizardHall) -> Bool {
    DisplayWidth.of(hall.storeFile ?? "") + 36 <= hall.desk.size.columns
  }
}
