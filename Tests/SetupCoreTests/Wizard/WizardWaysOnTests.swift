import Ground
import TestSupport
import Testing

@testable import SetupCore

/// The ways on from an answer that is not good.
struct WizardWaysOnTests {
  @Test func `a sandbox token that was pasted stands nowhere, and asking again is no way on`() {
    var driver = WizardDriver()
    driver.start()
    let connection = Connection(state: .tokenMalformed, code: Connection.sandboxTokenCode)
    driver.enterToken(Verification(connection: connection))
    #expect(driver.screenText.contains("This is a sandbox token"))
    #expect(driver.state.tokenChoices.prefix(2) == [.openGuide, .replace])
    #expect(!driver.state.tokenChoices.contains(.askAgain))
    #expect(driver.state.tokenChoices.count { $0 == .openGuide } == 1)
  }

  private func driverWithOldToken() -> WizardDriver {
    var driver = WizardDriver()
    driver.start(
      Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)])
    )
    driver.enterToken()
    driver.press(.enter)
    return driver
  }

  @Test func `a wait that Attio asked for is counted down, and then the screen is idle`() {
    var driver = WizardDriver()
    driver.start()
    var limited = Sample.verification(.rateLimited)
    limited.connection.retryAfterSeconds = 9
    driver.enterToken(limited)
    driver.send(.input(.tick(milliseconds: 2000)))
    let frame = WizardScreen.frame(driver.state)
    #expect(frame.text(columns: 80).contains("Attio asks to wait: 7 s left."))
    #expect(frame.tickMilliseconds == 1000)
    driver.send(.input(.tick(milliseconds: 7000)))
    #expect(WizardScreen.frame(driver.state).tickMilliseconds == nil)
    #expect(driver.effects == [], "nothing is asked again by itself")
  }

  @Test func `a second try is said while it runs`() {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    driver.send(.tryingAgain(driver.waitingID, after: .serverError))
    driver.send(.input(.tick(milliseconds: 400)))
    let text = WizardScreen.frame(driver.state).text(columns: 80)
    #expect(text.contains("Trying once more"))
  }

  @Test func `a token that would be replaced is asked about first`() {
    let driver = driverWithOldToken()
    #expect(driver.effects == [.identify(driver.waitingID, Sample.otherToken)])
    #expect(driver.state.step == .token)
  }

  @Test(arguments: [Sample.verification(), Sample.verification(.tokenInactive)])
  func `a token of the same workspace, or a dead one, is replaced without a question`(
    old: Verification
  ) {
    var driver = driverWithOldToken()
    driver.send(.identified(driver.waitingID, old))
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.token.accepted == Sample.token)
  }

  @Test func `Enter alone never replaces the token of another workspace`() {
    var driver = driverWithOldToken()
    driver.send(
      .identified(driver.waitingID, Sample.verification(identity: Sample.otherIdentity))
    )
    driver.press(.enter)
    #expect(driver.state.step == .token)
    #expect(driver.state.hall.token.accepted == nil)
    #expect(driver.state.token.field.isEmpty)
    driver.paste(Sample.token.reveal())
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.press(.enter)
    driver.send(
      .identified(driver.waitingID, Sample.verification(identity: Sample.otherIdentity))
    )
    driver.press(.down, .enter)
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.token.accepted == Sample.token)
  }

  @Test func `a replaced token that still works is named at the end, a dead one is not`() {
    for (old, masked) in [
      (Sample.verification(), Sample.otherToken.masked), (Sample.verification(.tokenInactive), nil),
      (Sample.verification(.unauthorized), nil),
      (Sample.verification(.timeout), Sample.otherToken.masked),
    ] {
      var driver = driverWithOldToken()
      driver.send(.identified(driver.waitingID, old))
      driver.press(.enter)
      driver.send(.planned(driver.waitingID, Sample.plan))
      driver.write()
      driver.send(.verified(driver.waitingID, Sample.verification(objects: [])))
      #expect(driver.state.hall.tokenToDelete?.secret.masked == masked)
    }
  }

  @Test func `Enter keeps the file's token where the shell has another one`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(sources: [
        TokenSource(place: .environment, value: Sample.otherToken),
        TokenSource(place: .envFile(".env"), value: Sample.token),
      ])
    )
    driver.press(.enter, .enter)
    #expect(driver.effects == [.identify(driver.waitingID, Sample.token)])
  }

  @Test(arguments: [ConnectionState.tokenInactive, .tokenMalformed, .unauthorized])
  func `an Enter that comes after a quick refusal leaves the token and the reason`(
    state: ConnectionState
  ) {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken(Sample.verification(state))
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification(state)))
    #expect(driver.state.step == .token && !driver.state.token.field.isEmpty)
    #expect(driver.state.hall.token.verification?.connection.state == state)
    #expect(driver.state.tokenChoices.prefix(2) == [.askAgain, .replace])
  }

  @Test(arguments: [ConnectionState.missingScope, .planLimit])
  func `a good token that may not do enough is asked about again by Enter`(state: ConnectionState) {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken(Sample.verification(state))
    #expect(driver.state.tokenChoices == [.askAgain, .replace, .openGuide, .manyWorkspaces])
    driver.press(.enter)
    #expect(driver.effects == [.identify(driver.waitingID, Sample.token)])
    #expect(driver.state.hall.desk.notice == nil)
    driver.send(.identified(driver.waitingID, Sample.verification(state)))
    #expect(driver.state.hall.desk.notice == "Asked again: the answer is the same.")
  }

  @Test func `a rejected token of the project is not taken again by Enter`() {
    var driver = WizardDriver()
    let source = TokenSource(place: .envFile(".env"), value: Sample.token)
    driver.start(Sample.report(sources: [source]))
    driver.press(.enter)
    #expect(driver.state.tokenChoices == [.take(source), .openGuide, .manyWorkspaces])
    driver.press(.enter)
    #expect(driver.state.token.takenSource(driver.state.hall) == source)
    driver.send(.identified(driver.waitingID, Sample.verification(.tokenInactive)))
    #expect(driver.state.tokenChoices == [.openGuide, .manyWorkspaces])
  }

  @Test func `a stopped question about the project's token can be asked again`() {
    var driver = WizardDriver()
    let source = TokenSource(place: .envFile(".env"), value: Sample.token)
    driver.start(Sample.report(sources: [source]))
    driver.press(.enter, .enter, .escape)
    #expect(driver.state.step == .token)
    #expect(driver.state.tokenChoices == [.askAgain, .openGuide, .manyWorkspaces])
    driver.press(.enter)
    #expect(driver.effects == [.identify(driver.waitingID, Sample.token)])
  }

  @Test func `a paste before the token step is said to be kept, and is`() {
    var driver = WizardDriver()
    driver.start()
    driver.paste(Sample.token.reveal())
    #expect(driver.state.hall.desk.notice?.contains("kept for the next step") == true)
    #expect(driver.state.token.field.isEmpty)
    driver.press(.enter)
    #expect(driver.state.hall.desk.notice == nil)
  }

  @Test func `the presets come round to what was chosen before them`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.press(.enter, .character(" "))
    let own = driver.state.hall.wanted
    for _ in ScopePreset.allCases {
      driver.press(.character("p"))
      #expect(driver.state.scopes.preset != nil)
    }
    driver.press(.character("p"))
    #expect(driver.state.scopes.preset == nil)
    #expect(driver.state.hall.wanted == own)
  }

  @Test func `r asks what the token has now, and a bad answer keeps the table`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.press(.enter, .character("r"))
    #expect(driver.effects == [.identify(driver.waitingID, Sample.token)])
    driver.send(.identified(driver.waitingID, Sample.verification(.timeout)))
    #expect(driver.state.hall.token.granted == Sample.identity.scopes)
    #expect(
      driver.state.hall.desk.notice == "No answer in time. The table shows what was known before."
    )
    driver.press(.character("r"))
    var edited = Sample.identity
    edited.scopes = ["task:read"]
    driver.send(.identified(driver.waitingID, Sample.verification(identity: edited)))
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.token.granted == ["task:read"])
  }

  @Test func `a plan without the token leads back to the plan`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.down, .character(" "))
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.tokenMissing)))
    driver.press(.enter)
    #expect(driver.effects.count == 1)
    driver.send(.planned(driver.waitingID, Sample.plan))
    #expect(driver.state.step == .review)
  }

  @Test func `back at the first step after writing, the folder is looked at again`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.tokenInactive)))
    driver.press(.enter)
    driver.send(.projectInspected(driver.waitingID, Sample.report()))
    #expect(driver.state.step == .token)
    driver.press(.escape)
    #expect(driver.state.step == .project)
    #expect(driver.state.projectChoices == [.use, .leave])
  }
}
