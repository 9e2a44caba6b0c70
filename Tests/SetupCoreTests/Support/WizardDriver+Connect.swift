import Ground

@testable import SetupCore

/// The OAuth way, as a user and a world go it.
extension WizardDriver {
  static func connecting(
    _ change: (inout ConnectOptions) -> Void = { _ in },
    sandboxApp: AppSettings? = nil
  ) -> WizardDriver {
    var connect = ConnectOptions()
    change(&connect)
    return WizardDriver(
      options: WizardOptions(
        directory: "/home/ada/code/shop",
        sandboxApp: sandboxApp,
        entry: .connect(connect)
      )
    )
  }

  /// Starts and goes over to the OAuth way, at its guide.
  mutating func startApp(_ report: ProjectReport = Sample.report()) {
    start(report)
    press(.enter, .end)
    for _ in state.tokenChoices { press(.down) }
    press(.enter)
  }

  /// Enters the app's id and secret, to the scope table.
  mutating func enterApp() {
    press(.enter)
    paste(Sample.clientID)
    press(.enter)
    paste(Sample.clientSecret.reveal())
    press(.enter)
  }

  /// Goes on from the scope table until the files are written.
  mutating func writeApp(_ plan: Plan = Sample.appPlan) {
    press(.enter)
    send(.planned(waitingID, plan))
    write()
  }

  /// Comes to the link on the screen, the whole way with a new app.
  mutating func arriveAtLink(_ offer: ConnectOffer, probe: StoreProbe = Sample.probe) {
    startApp()
    enterApp()
    writeApp()
    send(.storeProbed(waitingID, probe))
    press(.enter)
    send(.connectPrepared(waitingID, offer))
  }

  /// A wizard with the link on the screen.
  static func atLink(
    _ listener: ConnectOffer.Listener = .ready,
    place: BrowserPlace = .here
  ) throws -> WizardDriver {
    var driver = WizardDriver()
    driver.arriveAtLink(try Sample.offer(listener, place: place))
    return driver
  }

  /// The screen as a person reads it.
  var screenText: String {
    WizardScreen.frame(state).rows.map { $0.map(\.text).joined() }.joined(separator: "\n")
  }

  /// Comes to the link at once, as `connect` does where the project holds the app.
  mutating func arriveAtLinkAtOnce(_ offer: ConnectOffer) {
    start(Sample.report(app: Sample.app))
    var probe = Sample.probe
    probe.remembered = .keyring
    send(.storeProbed(waitingID, probe))
    send(.connectPrepared(waitingID, offer))
  }

  /// Lets the browser come back, up to the exchange.
  mutating func approve() {
    guard let prepared = state.hall.prepared else { return }
    send(.answerArrived(prepared: prepared, .code(Sample.code)))
  }

  /// Fails the exchange that runs.
  mutating func fail(_ failure: ConnectFailure) {
    approve()
    send(.connectFailed(waitingID, failure))
  }
}
