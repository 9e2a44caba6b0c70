import Ground
import TestSupport
import Testing

@testable import SetupCore

struct WizardReducerTests {
  @Test func `a whole run with the defaults is Enter only, the paste excepted`() {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    #expect(driver.effects == [.identify(EffectID(2), Sample.token)])
    driver.send(.identified(EffectID(2), Sample.verification()))
    driver.press(.enter)
    #expect(driver.state.step == .scopes)
    driver.press(.enter)
    #expect(driver.state.step == .scopes, "nothing moves before there is a plan to review")
    driver.send(.planned(driver.waitingID, Sample.plan))
    #expect(driver.state.step == .review)
    driver.write()
    #expect(driver.state.step == .apply)
    driver.send(.verified(driver.waitingID, Sample.verification(objects: ["people"])))
    #expect(driver.state.step == .done)
    driver.press(.enter)
    #expect(driver.state.hall.outcome == WizardOutcome(exitCode: 0))
    #expect(
      WizardSummary.lines(driver.state).last
        == "Written: .gitignore, .env, .env.example. Undo with: attio-setup undo"
    )
  }

  @Test func `Enter before the folder was looked at takes the default`() {
    var driver = WizardDriver()
    driver.send(.input(.resize(.standard)))
    driver.press(.enter)
    #expect(driver.state.step == .project)
    driver.send(.projectInspected(driver.waitingID, Sample.report()))
    #expect(driver.state.step == .token)
  }

  @Test func `an early Enter does not choose for a folder that cannot be written`() {
    var driver = WizardDriver()
    driver.send(.input(.resize(.standard)))
    driver.press(.enter)
    let blocked = [WriteTarget(name: ".env", problem: "it is read-only.")]
    driver.send(.projectInspected(driver.waitingID, Sample.report(writability: blocked)))
    #expect(driver.state.step == .project)
    #expect(driver.state.hall.outcome == nil)
  }

  @Test func `the first look happens once, whatever resizes come`() {
    var driver = WizardDriver()
    let request = ProjectRequest(
      directory: "/home/ada/code/shop",
      envFileName: nil,
      variable: "ATTIO_API_KEY"
    )
    #expect(
      driver.send(.input(.resize(.standard))) == [.inspectProject(EffectID(1), request)]
    )
    #expect(driver.send(.input(.resize(.small))) == [])
    #expect(driver.state.hall.desk.size == .small)
  }

  @Test func `Enter while Attio is asked goes on when the answer is good`() {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    driver.press(.enter)
    #expect(driver.state.step == .token)
    driver.send(.identified(driver.waitingID, Sample.verification()))
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.token.accepted == Sample.token)
  }

  @Test(arguments: ConnectionState.allCases.filter { $0 != .connected })
  func `no answer but a good one ever leaves the token step by itself`(state: ConnectionState) {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification(state)))
    #expect(driver.state.step == .token)
    #expect(driver.state.hall.token.accepted == nil)
    #expect(driver.state.token.field.isEmpty == false)
  }

  @Test func `a token that Attio rejects cannot be taken on`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken(Sample.verification(.tokenInactive))
    #expect(!driver.state.tokenChoices.contains(.proceed))
    #expect(!driver.state.tokenChoices.contains(.proceedUnchecked))
    driver.press(.down, .enter)
    #expect(driver.state.token.field.isEmpty)
    #expect(driver.state.step == .token)
  }

  @Test func `without a network one can go on unchecked, and is told at the end`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken(Sample.verification(.dnsFailure))
    driver.press(.down, .enter)
    #expect(driver.state.step == .scopes)
    #expect(driver.state.hall.token.granted == nil)
  }

  @Test func `an answer that nobody waits for changes nothing`() {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    let stale = driver.waitingID
    driver.paste(Sample.otherToken.reveal())
    #expect(driver.effects == [.cancel(stale), .identify(driver.waitingID, Sample.otherToken)])
    driver.send(.identified(stale, Sample.verification(.tokenInactive)))
    #expect(driver.state.hall.token.verification == nil)
  }

  @Test func `what does not look like a token is sent on request only, never by Enter alone`() {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste("hunter2-hunter2-hunter2")
    #expect(driver.effects == [])
    driver.press(.enter)
    #expect(driver.effects == [])
    #expect(driver.state.token.field.isEmpty)
    driver.paste("hunter2-hunter2-hunter2")
    driver.press(.down, .enter)
    #expect(driver.effects == [.identify(driver.waitingID, Secret("hunter2-hunter2-hunter2"))])
  }

  @Test(arguments: ["ghp_canary", "AKIAIOSFODNN7EXAMPLE", String(repeating: "a", count: 5_000)])
  func `another service's secret, or more than a token, is offered to nobody`(text: String) {
    var driver = WizardDriver()
    driver.start()
    driver.press(.enter)
    driver.paste(text)
    #expect(!driver.state.tokenChoices.contains(.ask))
    driver.press(.enter)
    #expect(driver.effects == [])
  }

  @Test func `Esc goes back with the answers kept`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.escape)
    #expect(driver.state.step == .scopes)
    driver.press(.character("p"), .escape)
    #expect(driver.state.step == .token)
    #expect(driver.state.hall.token.verification?.identity == Sample.identity)
    driver.press(.escape)
    #expect(driver.state.step == .project)
    driver.press(.enter, .enter)
    #expect(driver.state.step == .scopes)
    #expect(driver.state.scopes.preset == ScopePreset.allCases.first)
  }

  @Test func `Esc at the first step asks before it leaves`() {
    var driver = WizardDriver()
    driver.start()
    driver.press(.escape)
    #expect(driver.state.hall.desk.overlay == .leaving)
    driver.press(.escape)
    #expect(driver.state.hall.desk.overlay == nil)
    driver.press(.escape, .enter)
    #expect(driver.state.hall.outcome == WizardOutcome(exitCode: 130))
    #expect(WizardSummary.lines(driver.state).last == "Nothing was written.")
  }

  @Test func `a tracked env file is never written by Enter alone`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review(Sample.trackedPlan)
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 1)
    #expect(driver.effects == [])
    #expect(WizardSummary.lines(driver.state).last == "Nothing was written.")
  }

  @Test func `untracking is planned anew and reviewed`() throws {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review(Sample.trackedPlan)
    driver.press(.down, .enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan was asked for")
      return
    }
    #expect(request.untrack)
    #expect(!driver.state.reviewChoices.isEmpty, "the old plan is not shown as the new one")
    #expect(driver.state.step == .review)
  }

  @Test func `a git that does not answer about a file that is there leaves by default`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    var plan = Sample.trackedPlan
    plan.entries.removeAll { $0.id == .untrack }
    plan.gitRefusal = "fatal: index file corrupt"
    driver.review(plan)
    #expect(driver.state.reviewChoices == [.leave, .planAgain])
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 1)
    #expect(driver.state.hall.outcome?.failure?.message.contains("index file corrupt") == true)
    #expect(WizardSummary.lines(driver.state).last == "Nothing was written.")
  }

  @Test func `a reference is never replaced by Enter alone`() throws {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.press(.enter, .enter)
    let failure = SetupError(
      PlanError.reference(path: ".env", variable: "ATTIO_API_KEY", .onePassword)
    )
    driver.send(.planFailed(driver.waitingID, failure))
    #expect(driver.state.reviewChoices == [.leave, .replaceReference])
    var leaving = driver
    leaving.press(.enter)
    #expect(leaving.state.hall.outcome?.exitCode == 1)
    #expect(WizardSummary.lines(leaving.state).last == "Nothing was written.")
    driver.press(.down, .enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan was asked for")
      return
    }
    #expect(request.replacesReference)
  }

  @Test func `a reference is offered as no token`() {
    let report = Sample.report(sources: [
      TokenSource(place: .envFile(".env"), value: Secret("op://dev/attio/token"))
    ])
    var driver = WizardDriver()
    driver.start(report)
    #expect(driver.state.hall.tokenSources.isEmpty)
  }

  @Test func `a folder that cannot be written ends with 3`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(writability: [WriteTarget(name: ".env", problem: "it is read-only.")])
    )
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 3)
  }

  @Test func `an env file that cannot be edited stops before a token is asked for`() {
    var driver = WizardDriver()
    let file = EnvFileReport(name: ".env", assignments: 0, problem: "it is stored as UTF-16")
    driver.start(Sample.report(envFiles: [file]))
    #expect(driver.state.projectChoices == [.leave, .lookAgain])
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 3)
    #expect(driver.state.hall.outcome?.failure?.message.contains("UTF-16") == true)
  }

  @Test func `switched entries stay switched when the plan is made anew`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.down, .down, .character(" "))
    #expect(driver.state.review?.plan?.entry(.example)?.isOn == false)
    driver.press(.escape, .enter)
    driver.send(.planned(driver.waitingID, Sample.plan))
    #expect(driver.state.review?.plan?.entry(.example)?.isOn == false)
  }

  @Test func `a file that changed since the plan leads back to a new plan`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.enter)
    driver.send(
      .applied(driver.waitingID, ApplyResult(ending: .changedOnDisk([".env"]), written: []))
    )
    #expect(driver.state.hall.desk.waiting != nil)
    driver.send(.planned(driver.waitingID, Sample.plan))
    #expect(driver.state.step == .review)
    #expect(driver.state.review?.reason?.contains(".env changed on disk") == true)
  }

  @Test func `Ctrl-C while files are written waits for the report`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.enter)
    let id = driver.waitingID
    #expect(driver.send(.input(.interrupt)) == [.cancel(id)])
    #expect(driver.state.hall.outcome == nil)
    driver.send(.applied(id, .kept([".gitignore"], .stopped)))
    #expect(driver.state.hall.outcome?.exitCode == 130)
    #expect(
      WizardSummary.lines(driver.state).last
        == "Written: .gitignore. Undo with: attio-setup undo"
    )
  }

  @Test func `what is still written after a signal is told`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.enter)
    let id = driver.waitingID
    driver.send(.input(.terminate(signal: 15)))
    #expect(driver.state.hall.outcome?.exitCode == 143)
    driver.send(.applied(id, .kept([".gitignore"], .stopped)))
    #expect(WizardSummary.written(driver.state).last?.hasPrefix("Written: .gitignore.") == true)
  }

  @Test(arguments: Scene.all)
  func `Ctrl-C leaves from every step but the last with 130`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    let isWriting = driver.state.hall.desk.waiting?.kind == .writing
    let code = driver.state.step == .done ? driver.state.hall.judgement?.exitCode : 130
    driver.send(.input(.interrupt))
    #expect(driver.state.hall.outcome?.exitCode == (isWriting ? nil : code))
  }

  @Test func `the last step ends with 1 where a wanted scope is missing`() {
    var driver = WizardDriver()
    driver.start(Sample.report(wantedScopes: ["task:read"]))
    driver.enterToken()
    driver.review()
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(objects: [])))
    #expect(driver.state.step == .done)
    #expect(driver.state.hall.missingScopes == ["task:read", "user_management:read"])
    driver.send(.input(.interrupt))
    #expect(driver.state.hall.outcome?.exitCode == 1)
  }

  @Test func `typing in the filter never triggers a key of the table`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.press(.enter, .character("/"), .character("n"), .character("?"))
    #expect(driver.state.scopes.filter == "n?")
    #expect(driver.state.hall.isWantedTouched == false)
    driver.press(.escape)
    #expect(driver.state.scopes.filter == "")
    #expect(driver.state.step == .scopes)
  }

  @Test func `the sandbox's token is one key away`() {
    let options = WizardOptions(
      directory: "/home/ada/code/shop",
      sandboxToken: Sample.token
    )
    var driver = WizardDriver(options: options)
    driver.start()
    driver.press(.enter, .control("t"))
    #expect(driver.effects == [.identify(driver.waitingID, Sample.token)])
  }
}
