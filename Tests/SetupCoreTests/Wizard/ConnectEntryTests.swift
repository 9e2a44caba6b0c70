import TestSupport
import Testing

@testable import SetupCore

/// Where the command `connect` begins, and how it is left.
struct ConnectEntryTests {
  @Test func `an app that the project holds leads to the link at once`() throws {
    var driver = WizardDriver.connecting {
      $0.store = .file
      $0.sendsChallenge = false
      $0.waitSeconds = 60
    }
    driver.start(Sample.report(app: Sample.app))
    #expect(driver.effects == [.probeStore(driver.waitingID)])
    driver.send(.storeProbed(driver.waitingID, Sample.probe))
    guard case .prepareConnect(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no link was asked for")
      return
    }
    #expect(request.store == .file)
    #expect(!request.sendsChallenge)
    #expect(request.waitSeconds == 60)
    #expect(request.envFileName == nil)
    driver.send(.connectPrepared(driver.waitingID, try Sample.offer()))
    driver.send(.input(.tick(milliseconds: 60_000)))
    #expect(driver.state.connect?.phase == .failed(.nobodyCame(seconds: 60)))
  }

  @Test func `a folder that cannot be written is no hindrance where nothing is to be written`() {
    var report = Sample.report(app: Sample.app)
    report.writability = [WriteTarget(name: ".env", problem: "it is read-only.")]
    var driver = WizardDriver.connecting()
    driver.start(report)
    #expect(driver.state.step == .apply)
    driver = WizardDriver.connecting { $0.settings.clientID = "another" }
    driver.start(report)
    #expect(driver.state.step == .project)
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 3)
  }

  @Test func `an app that is named on the command line is reviewed before it is written`() throws {
    var driver = WizardDriver.connecting { $0.settings = Sample.app }
    driver.start()
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan was asked for")
      return
    }
    #expect(request.settings == Sample.app.envSettings)
    #expect(request.wantedScopes == [], "nobody was asked for scopes")
    driver.send(.planned(driver.waitingID, Sample.appPlan))
    #expect(driver.state.step == .review)
    driver.press(.escape)
    #expect(driver.state.step == .scopes)
  }

  @Test(arguments: [
    (AppSettings(), AppRoom.View.guide),
    (AppSettings(clientSecret: Sample.clientSecret), .clientID),
    (AppSettings(clientID: Sample.clientID), .clientSecret),
    (
      AppSettings(
        clientID: Sample.clientID,
        clientSecret: Sample.clientSecret,
        redirectURI: "ftp://localhost"
      ), .redirectURI
    ),
  ])
  func `what is missing is asked for`(settings: AppSettings, page: AppRoom.View) {
    var driver = WizardDriver.connecting { $0.settings = settings }
    driver.start()
    #expect(driver.state.step == .token)
    #expect(driver.state.app.view == page)
    #expect(!driver.state.appChoices.contains(.oneWorkspace))
  }

  @Test func `Esc at the link asks before it leaves, and the link stays good`() throws {
    var driver = WizardDriver.connecting()
    driver.arriveAtLinkAtOnce(try Sample.offer())
    driver.press(.escape)
    #expect(driver.effects == [])
    #expect(driver.state.hall.desk.overlay == .leaving)
    driver.press(.escape)
    #expect(driver.state.hall.desk.overlay == nil && driver.state.connect?.link != nil)
    driver.press(.escape)
    driver.approve()
    #expect(driver.state.hall.desk.overlay == nil, "the answer is more than the question")
    #expect(driver.state.connect?.phase == .working(.exchanging))
  }

  @Test func `leaving the link ends it with 130 and says that nothing was written`() throws {
    var driver = WizardDriver.connecting()
    driver.arriveAtLinkAtOnce(try Sample.offer())
    let prepared = try #require(driver.state.hall.prepared)
    driver.press(.escape, .enter)
    #expect(driver.effects == [.endConnect(prepared: prepared, .left)])
    #expect(driver.state.hall.outcome?.exitCode == 130)
    #expect(WizardSummary.lines(driver.state).last == "Nothing was written.")
  }
}
