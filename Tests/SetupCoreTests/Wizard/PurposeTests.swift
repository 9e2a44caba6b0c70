import Ground
import TestSupport
import Testing

@testable import SetupCore

/// An answer goes to the question that was asked.
struct PurposeTests {
  @Test func `each of the three questions about a token has its own answer`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)])
    )
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    #expect(driver.state.hall.desk.waiting?.purpose == .candidate)
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.press(.enter)
    #expect(driver.state.hall.desk.waiting?.purpose == .replaced)
    driver.send(.identified(driver.waitingID, Sample.verification(.unauthorized)))
    // What is known of the old one says nothing of the new one.
    #expect(driver.state.hall.token.verification == Sample.verification())
    #expect(driver.state.hall.token.replaced?.life == .dead)
    driver.press(.character("r"))
    #expect(driver.state.hall.desk.waiting?.purpose == .granted)
    driver.send(.identified(driver.waitingID, Sample.verification(.timeout)))
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.token.verification == Sample.verification())
  }

  @Test func `an answer to nothing changes nothing`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    let before = driver.state
    driver.send(.identified(EffectID(99), Sample.verification(.unauthorized)))
    driver.send(.applied(EffectID(99), .kept([".env"])))
    driver.send(.projectInspected(EffectID(99), Sample.report()))
    driver.send(.planned(EffectID(99), Sample.plan))
    #expect(driver.state == before)
  }

  @Test(arguments: [
    (ClipboardText.What.link, "Sent the link to the clipboard."),
    (.redirectURI, "Sent the redirect URI to the clipboard."),
    (.command, "Sent the command to the clipboard."),
    (.code, "Sent the code to the clipboard."),
  ])
  func `the remark names what was copied`(what: ClipboardText.What, start: String) {
    for method in [ConnectionMethod.accessToken, .manyWorkspaces] {
      var driver = WizardDriver()
      driver.start()
      driver.state.hall.method = method
      driver.send(.copied(what, .attempted))
      #expect(
        driver.state.hall.desk.notice == "\(start) If it is not there, select it with the mouse."
      )
    }
  }

  @Test func `the keys of the OAuth way say what they copy`() throws {
    var driver = WizardDriver()
    driver.startApp()
    #expect(
      driver.press(.character("c")) == [
        .copy(ClipboardText(.redirectURI, "http://localhost:8787/callback"))
      ]
    )
    driver = try WizardDriver.atLink()
    guard case .copy(let link) = try #require(driver.press(.control("y")).first) else {
      Issue.record("Ctrl-Y copies the link")
      return
    }
    #expect(link.what == .link)
  }

  @Test func `a writing that was finished before it could be stopped is not stopping any more`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.enter, .escape)
    #expect(driver.state.hall.desk.waiting?.isStopping == true)
    driver.send(.applied(driver.waitingID, .kept([".env"])))
    #expect(driver.state.hall.desk.waiting?.purpose == .proof)
    #expect(!driver.screenText.contains("Stopping"))
  }

  @Test func `what Attio did not say of the old token is said`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)])
    )
    driver.enterToken()
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification(.timeout)))
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.desk.notice?.contains("did not say whose") == true)
  }

  @Test func `nothing starts by itself under the question whether to leave`() {
    var driver = WizardDriver.connecting()
    driver.send(.input(.resize(.standard)))
    let look = driver.waitingID
    driver.press(.escape)
    #expect(driver.send(.projectInspected(look, Sample.report(app: Sample.app))).isEmpty)
    #expect(driver.state.hall.desk.overlay == .leaving && driver.state.step == .project)
    driver.press(.escape)
    #expect(driver.effects == [.probeStore(driver.waitingID)])
  }
}
