import Ground

@testable import SetupCore

/// The screens of the OAuth way.
extension Scene {
  static let connecting: [Scene] = app + link + afterLink

  private static let app: [Scene] = [
    Scene("app-guide") { $0.startApp() },
    Scene("app-guide-help") {
      $0.startApp()
      $0.press(.character("?"))
    },
    Scene("app-redirect-uri") {
      $0.startApp()
      $0.press(.character("e"))
    },
    Scene("app-redirect-uri-wrong") {
      $0.startApp()
      $0.press(.character("e"))
      $0.paste("http://shop.example/callback")
      $0.press(.enter)
    },
    Scene("app-client-id") {
      $0.startApp()
      $0.press(.enter)
    },
    Scene("app-client-id-kept") {
      $0.startApp(Sample.report(app: Sample.app))
      $0.press(.enter)
    },
    Scene("app-client-id-secret") {
      $0.startApp()
      $0.press(.enter)
      $0.paste(Sample.clientSecret.reveal())
    },
    Scene("app-client-secret") {
      $0.startApp()
      $0.press(.enter)
      $0.paste("ATTIO_CLIENT_ID=\(Sample.clientID)\n")
      $0.press(.enter)
    },
    Scene("app-client-secret-kept") {
      $0.startApp(Sample.report(app: Sample.app))
      $0.press(.enter, .enter)
    },
    Scene("app-client-secret-pasted") {
      $0.startApp()
      $0.press(.enter)
      $0.paste(Sample.clientID)
      $0.press(.enter)
      $0.paste("\"\(Sample.clientSecret.reveal())\"\n")
    },
    Scene("app-client-secret-wrong") {
      $0.startApp()
      $0.press(.enter)
      $0.paste(Sample.clientID)
      $0.press(.enter)
      $0.paste(Sample.clientID)
    },
    Scene("app-sandbox") {
      $0.state.hall.options.sandboxApp = Sample.sandboxApp
      $0.startApp()
      $0.press(.enter)
    },
    Scene("app-scopes") {
      $0.startApp()
      $0.enterApp()
    },
    Scene("app-review") {
      $0.startApp()
      $0.enterApp()
      $0.press(.enter)
      $0.send(.planned($0.waitingID, Sample.appPlan))
    },
    Scene("app-review-nothing") {
      var plan = Sample.appPlan
      for index in plan.entries.indices { plan.entries[index].action = .keep }
      $0.startApp()
      $0.enterApp()
      $0.press(.enter)
      $0.send(.planned($0.waitingID, plan))
    },
    Scene("app-apply") {
      $0.startApp()
      $0.enterApp()
      $0.press(.enter)
      $0.send(.planned($0.waitingID, Sample.appPlan))
      $0.press(.enter)
      $0.send(.entryApplied($0.waitingID, .ignoreRules))
    },
  ]

  private static let link: [Scene] = [
    Scene("connect-probing") {
      $0.startApp()
      $0.enterApp()
      $0.writeApp()
      $0.send(.input(.tick(milliseconds: 1200)))
    },
    Scene("connect-store") {
      $0.startApp()
      $0.enterApp()
      $0.writeApp()
      $0.send(.storeProbed($0.waitingID, Sample.probe))
    },
    Scene("connect-store-no-keyring") {
      $0.startApp()
      $0.enterApp()
      $0.writeApp()
      $0.send(.storeProbed($0.waitingID, Sample.probeWithoutKeyring))
    },
    Scene("connect-preparing") {
      $0.startApp()
      $0.enterApp()
      $0.writeApp()
      $0.send(.storeProbed($0.waitingID, Sample.probe))
      $0.press(.enter)
      $0.send(.input(.tick(milliseconds: 400)))
    },
    Scene("connect-waiting") { driver in
      arrive(&driver)
      driver.send(.input(.tick(milliseconds: 23_000)))
    },
    Scene("connect-waiting-ssh") { arrive(&$0, place: Sample.overSSH) },
    Scene("connect-waiting-container") { arrive(&$0, place: .container) },
    Scene("connect-waiting-no-display") { arrive(&$0, place: .noDisplay) },
    Scene("connect-waiting-foreign") {
      arrive(
        &$0,
        .impossible("The address is not of this machine."),
        redirectURI: "https://shop.example/attio/callback"
      )
    },
    Scene("connect-waiting-no-browser") {
      $0 = WizardDriver.connecting { $0.opensBrowser = false }
      arrive(&$0)
    },
    Scene("connect-waiting-impossible") {
      arrive(&$0, .impossible("The system does not allow it."))
    },
    Scene("connect-waiting-opened") {
      arrive(&$0)
      $0.press(.enter)
      $0.send(.linkOpened(.attempted))
    },
    Scene("connect-waiting-wrong-paste") {
      arrive(&$0)
      $0.paste("\(RedirectURI.standardText)?code=\(Sample.code.reveal())&state=another")
    },
    Scene("connect-waiting-wrong-paste-ssh") {
      arrive(&$0, place: Sample.overSSH)
      $0.paste("\(RedirectURI.standardText)?code=\(Sample.code.reveal())&state=another")
    },
    Scene("connect-waiting-typed") {
      arrive(&$0, place: .noDisplay)
      $0.press(.character("h"), .character("t"), .character("t"))
    },
    Scene("connect-waiting-help") {
      arrive(&$0)
      $0.press(.character("?"))
    },
    Scene("connect-leaving") {
      var driver = WizardDriver.connecting()
      if let offer = try? Sample.offer() { driver.arriveAtLinkAtOnce(offer) }
      driver.press(.escape)
      $0 = driver
    },
    Scene("connect-port-in-use") { arrive(&$0, .portInUse(8787)) },
    Scene("connect-port-pasted") {
      arrive(&$0, .portInUse(8787))
      $0.press(.down, .down, .enter)
    },
    Scene("connect-other-port") {
      arrive(&$0, .portInUse(8787))
      $0.press(.down, .enter)
    },
  ]

  private static let afterLink: [Scene] = [
    Scene("connect-exchanging") {
      arrive(&$0)
      $0.approve()
    },
    Scene("connect-storing") {
      arrive(&$0)
      $0.approve()
      $0.send(.connectProgressed($0.waitingID, .storing))
      $0.send(.input(.tick(milliseconds: 1300)))
    },
    Scene("connect-stopped") {
      arrive(&$0)
      $0.approve()
      $0.press(.escape)
    },
    Scene("connect-expired") {
      arrive(&$0)
      $0.send(.input(.tick(milliseconds: 300_000)))
    },
    Scene("connect-denied") { driver in
      arrive(&driver)
      guard let prepared = driver.state.hall.prepared else { return }
      driver.send(.answerArrived(prepared: prepared, .denied))
    },
    Scene("connect-wrong-secret") {
      arrive(&$0)
      $0.fail(.invalidClient(description: nil))
    },
    Scene("connect-wrong-redirect-uri") {
      arrive(&$0)
      $0.fail(.redirectURIMismatch(description: "redirect_uri does not match"))
    },
    Scene("connect-offline") {
      arrive(&$0)
      $0.fail(.exchange(Connection(state: .dnsFailure)))
    },
    Scene("connect-not-stored") {
      arrive(&$0)
      $0.fail(.notStored(.keyringLocked))
    },
    Scene("connected") {
      arrive(&$0)
      $0.approve()
      $0.send(.connected($0.waitingID, Sample.result()))
    },
    Scene("connected-missing-scope") {
      arrive(&$0)
      $0.approve()
      $0.send(.connected($0.waitingID, Sample.result(Sample.otherIdentity, store: .file)))
    },
    Scene("connected-again") {
      $0 = WizardDriver.connecting()
      if let offer = try? Sample.offer() { $0.arriveAtLinkAtOnce(offer) }
      $0.approve()
      $0.send(.connected($0.waitingID, Sample.result(replaced: true)))
    },
  ]

  private static func arrive(
    _ driver: inout WizardDriver,
    _ listener: ConnectOffer.Listener = .ready,
    place: BrowserPlace = .here,
    redirectURI: String = RedirectURI.standardText
  ) {
    guard let offer = try? Sample.offer(listener, place: place, redirectURI: redirectURI) else {
      return
    }
    if driver.state.hall.options.isConnecting {
      driver.arriveAtLinkAtOnce(offer)
    } else {
      driver.arriveAtLink(offer)
    }
  }
}
