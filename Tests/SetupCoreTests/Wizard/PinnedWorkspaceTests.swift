import TestSupport
import Testing

@testable import SetupCore

/// A project that names its workspace, and a token of another one.
struct PinnedWorkspaceTests {
  private func asked(_ pin: WorkspacePin = .slug("beta")) -> WizardDriver {
    var driver = WizardDriver()
    driver.start(Sample.report(pin: pin))
    driver.enterToken()
    driver.press(.enter)
    return driver
  }

  @Test(arguments: [WorkspacePin.slug("beta"), .unreadable("acme corp")])
  func `Enter keeps the project where it is`(pin: WorkspacePin) {
    var driver = asked(pin)
    #expect(driver.state.tokenChoices == [.keepOther, .replaceOther])
    driver.press(.enter)
    #expect(driver.state.token.field.isEmpty)
    #expect(driver.state.hall.desk.notice?.hasPrefix("The project stays with \(pin.name).") == true)
    for _ in 0..<6 { driver.press(.enter) }
    #expect(driver.state.step == .token)
    #expect(driver.state.hall.desk.waiting == nil)
  }

  @Test func `whoever switches moves the comment too`() throws {
    var driver = asked()
    driver.press(.down, .enter)
    #expect(driver.state.step == .scopes)
    driver.press(.enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan is made")
      return
    }
    #expect(request.pin == PinRequest("acme", replaces: true))
  }

  @Test func `a token of the named workspace is no question, and moves nothing`() throws {
    var driver = asked(.slug("acme"))
    #expect(driver.state.step == .scopes)
    driver.press(.enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan is made")
      return
    }
    #expect(request.pin == PinRequest("acme"))
  }

  @Test func `a workspace without a name is asked about as well`() {
    var identity = Sample.identity
    identity.workspaceSlug = nil
    var driver = WizardDriver()
    driver.start(Sample.report(pin: .slug("acme")))
    driver.enterToken(Sample.verification(identity: identity))
    driver.press(.enter)
    #expect(driver.state.tokenChoices == [.keepOther, .replaceOther])
  }

  @Test func `a token that replaces one of another workspace is one question, not two`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(
        sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)],
        pin: .slug("beta")
      )
    )
    driver.enterToken()
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification(identity: Sample.otherIdentity)))
    #expect(driver.state.tokenChoices == [.keepOther, .replaceOther])
    driver.press(.down, .enter)
    #expect(driver.state.step == .scopes)
  }
}
