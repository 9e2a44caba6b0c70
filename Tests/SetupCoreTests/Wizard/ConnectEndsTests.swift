import Ground
import TestSupport
import Testing

@testable import SetupCore

/// The ways on from each end that a link may find, and the question where tokens are kept.
struct ConnectEndsTests {
  @Test func `a taken port is named, and a paste goes on all the same`() throws {
    var driver = try WizardDriver.atLink(.portInUse(8787))
    #expect(driver.screenText.contains("Port 8787 is taken"))
    #expect(driver.state.connectChoices == [.newLink, .otherRedirectURI, .paste])
    driver.press(.down, .down, .enter)
    #expect(driver.state.connect?.link != nil)
    driver.paste(Sample.redirected)
    #expect(driver.state.connect?.phase == .working(.exchanging))
  }

  @Test func `another port is planned and written before its link`() throws {
    var driver = try WizardDriver.atLink(.portInUse(8787))
    let prepared = try #require(driver.state.hall.prepared)
    driver.press(.down, .enter)
    #expect(driver.state.step == .token && driver.state.app.view == .redirectURI)
    driver.press(.escape)
    guard case .portInUse(8787, _) = driver.state.connect?.phase else {
      Issue.record("Esc leads back to the port")
      return
    }
    driver.press(.enter)
    #expect(driver.state.app.redirectURI.text == "http://localhost:8788/callback")
    driver.press(.enter)
    #expect(driver.effects.first == .endConnect(prepared: prepared, .replaced))
    guard case .makePlan(_, let request) = try #require(driver.effects.last) else {
      Issue.record("no plan was asked for")
      return
    }
    #expect(request.settings.last?.value == Secret("http://localhost:8788/callback"))
    driver.send(.planned(driver.waitingID, Sample.appPlan))
    driver.write()
    guard case .prepareConnect(_, let connect) = try #require(driver.effects.first) else {
      Issue.record("no link was asked for")
      return
    }
    #expect(connect.credentials.redirectURI.port == 8788)
  }

  @Test func `Deny is a choice and no error`() throws {
    var driver = try WizardDriver.atLink()
    let prepared = try #require(driver.state.hall.prepared)
    driver.send(.answerArrived(prepared: prepared, .denied))
    #expect(driver.effects == [.endConnect(prepared: prepared, .finished)])
    #expect(driver.screenText.contains("You chose Deny. Nothing was connected."))
    #expect(!WizardScreen.frame(driver.state).rows.joined().contains { $0.role == .error })
    driver.press(.enter)
    #expect(driver.state.connect?.phase == .preparing)
  }

  @Test(arguments: [
    (ConnectFailure.invalidClient(description: nil), ConnectRoom.Action.otherApp, Int32(1)),
    (.redirectURIMismatch(description: nil), .otherRedirectURI, 1),
    (.invalidGrant(description: nil), .newLink, 1),
    (.refused(error: "invalid_request", description: nil), .newLink, 1),
    (.exchangeRefused(error: "invalid_request", description: nil), .newLink, 1),
    (.exchange(Connection(state: .serverError, httpStatus: 502)), .newLink, 2),
    (.exchange(Connection(state: .badResponse, httpStatus: 200)), .newLink, 2),
    (.unconfirmed(Connection(state: .timeout)), .newLink, 2),
    (.notStored(.keyringLocked), .chooseStore, 3),
    (.cannotListen("No."), .newLink, 1),
    (.noHash("No library."), .newLink, 1),
    (.denied, .newLink, 1),
    (.nobodyCame(seconds: 300), .newLink, 2),
  ])
  func `every failure has its way on and its exit code`(
    failure: ConnectFailure,
    first: ConnectRoom.Action,
    exitCode: Int32
  ) throws {
    var driver = try WizardDriver.atLink()
    driver.fail(failure)
    #expect(driver.state.connectChoices.first == first)
    #expect(driver.state.connectChoices.last == .finish)
    for _ in driver.state.connectChoices { driver.press(.down) }
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == exitCode)
    let lines = WizardSummary.lines(driver.state)
    #expect(lines.first == driver.state.hall.outcome?.failure?.message)
    #expect(lines.last?.hasPrefix("Written: .gitignore, .env, .env.example.") == true)
  }

  @Test func `a wrong client secret leads to id and secret and back to a link`() throws {
    var driver = try WizardDriver.atLink()
    driver.fail(.invalidClient(description: nil))
    driver.press(.enter)
    #expect(driver.state.app.view == .clientID)
    driver.press(.enter)
    let other = Secret(String(repeating: "ab", count: 32))
    driver.paste(other.reveal())
    driver.press(.enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.last) else {
      Issue.record("no plan was asked for")
      return
    }
    #expect(request.settings[1].value == other)
    driver.send(.planned(driver.waitingID, Sample.appPlan))
    driver.write()
    #expect(driver.state.connect?.phase == .preparing)
  }

  @Test func `a token that was not stored asks again where to keep it`() throws {
    var driver = try WizardDriver.atLink()
    driver.fail(.notStored(.keyringLocked))
    driver.press(.enter)
    var probe = Sample.probe
    probe.remembered = .keyring
    driver.send(.storeProbed(driver.waitingID, probe))
    #expect(driver.state.connect?.phase == .choosingStore(probe))
    driver.press(.down, .enter)
    #expect(driver.state.hall.store == .file)
    #expect(driver.state.connect?.phase == .preparing)
  }

  // MARK: The place of the tokens

  @Test(
    arguments: [
      (Sample.probe, nil, [ConnectRoom.Action.keep(.keyring), .keep(.file)]),
      (Sample.probeWithoutKeyring, nil, [.keep(.file), .chooseStore]),
      (Sample.probeWithoutKeyring, .keyring, [.keep(.file), .chooseStore]),
      (Sample.probeWithoutKeyring, .file, []),
      (Sample.probe, .keyring, []),
    ] as [(StoreProbe, TokenStoreKind?, [ConnectRoom.Action])]
  )
  func `the place of the tokens is asked for where it is not known`(
    probe: StoreProbe,
    remembered: TokenStoreKind?,
    choices: [ConnectRoom.Action]
  ) {
    var probe = probe
    probe.remembered = remembered
    var driver = WizardDriver()
    driver.startApp()
    driver.enterApp()
    driver.writeApp()
    driver.send(.storeProbed(driver.waitingID, probe))
    #expect(driver.state.connectChoices == choices)
    if choices.isEmpty { #expect(driver.state.hall.store == remembered) }
  }

  // MARK: Leaving

  @Test func `Ctrl-C leaves from the link, and nothing listens on`() throws {
    var driver = try WizardDriver.atLink()
    let prepared = try #require(driver.state.hall.prepared)
    driver.send(.input(.interrupt))
    #expect(driver.effects == [.endConnect(prepared: prepared, .left)])
    #expect(driver.state.hall.outcome?.exitCode == 130)
    #expect(
      WizardSummary.lines(driver.state).last
        == "Written: .gitignore, .env, .env.example. Undo with: attio-setup undo"
    )
  }

  @Test func `Ctrl-C while the link is made, or the code exchanged, ends both`() throws {
    var driver = try WizardDriver.atLink()
    driver.press(.control("n"))
    let second = driver.waitingID
    driver.send(.input(.interrupt))
    #expect(driver.effects == [.cancel(second), .endConnect(prepared: second, .left)])

    driver = try WizardDriver.atLink()
    let prepared = try #require(driver.state.hall.prepared)
    driver.approve()
    let finishing = driver.waitingID
    driver.send(.input(.interrupt))
    #expect(driver.effects == [.cancel(finishing), .endConnect(prepared: prepared, .left)])
    #expect(driver.state.hall.outcome?.exitCode == 130)
  }

  @Test func `what was connected before Ctrl-C is still said`() throws {
    var driver = try WizardDriver.atLink()
    driver.approve()
    driver.send(.connected(driver.waitingID, Sample.result()))
    driver.press(.character("n"))
    driver.send(.input(.interrupt))
    #expect(driver.state.hall.outcome?.exitCode == 130)
    #expect(
      WizardSummary.lines(driver.state).first?.hasPrefix("Connected to Acme Inc (acme)") == true
    )
  }

  @Test func `a stopped exchange makes a new link by Enter`() throws {
    var driver = try WizardDriver.atLink()
    driver.approve()
    let finishing = driver.waitingID
    driver.press(.escape)
    #expect(driver.state.connect?.phase == .stopped)
    driver.send(.connected(finishing, Sample.result()))
    #expect(driver.state.step == .apply, "the result of a stopped effect does not count")
    driver.press(.enter)
    #expect(driver.state.connect?.phase == .preparing)
  }
}
