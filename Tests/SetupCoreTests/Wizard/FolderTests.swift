import Ground
import TestSupport
import Testing

@testable import SetupCore

/// What was allowed and done in a folder holds there and nowhere else.
struct FolderTests {
  private static let other = "/home/ada/code/shop/web"

  private static let offer = Sample.report(
    offers: [FolderOffer(path: other, reason: "has a package.json")]
  )

  /// Writes in the first folder, is refused, and comes back to the first step.
  private func writtenAndBack(plan: Plan = Sample.plan) -> WizardDriver {
    var driver = WizardDriver()
    driver.start(Self.offer)
    driver.enterToken()
    driver.review(plan)
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.tokenInactive)))
    driver.press(.enter)
    driver.send(.projectInspected(driver.waitingID, Self.offer))
    driver.press(.escape)
    return driver
  }

  /// Takes the offered folder, and comes to its second step.
  private func takeOffer(_ driver: inout WizardDriver) {
    driver.press(.down, .enter)
    var report = Sample.report()
    report.directory = Self.other
    driver.send(.projectInspected(driver.waitingID, report))
  }

  private func writeThere(_ driver: inout WizardDriver) {
    driver.paste(Sample.otherToken.reveal())
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.review()
  }

  @Test func `a run goes on in the undo journal of its own folder only`() throws {
    var driver = writtenAndBack()
    #expect(driver.state.hall.folder.run.undo != nil)
    takeOffer(&driver)
    writeThere(&driver)
    driver.press(.enter)
    guard case .apply(_, _, let directory, let run) = try #require(driver.effects.first) else {
      Issue.record("nothing is written")
      return
    }
    #expect(directory == Self.other)
    #expect(run == nil)
  }

  @Test func `consent and switches are asked for anew in another folder`() throws {
    var driver = WizardDriver()
    driver.start(Self.offer)
    driver.enterToken()
    driver.review(Sample.trackedPlan)
    driver.press(.down, .enter)
    guard case .makePlan(_, let allowed) = try #require(driver.effects.first) else {
      Issue.record("no plan is made")
      return
    }
    #expect(allowed.untrack)
    driver.send(.planned(driver.waitingID, Sample.plan))
    driver.press(.down, .character(" "))
    #expect(!driver.state.hall.folder.consent.switches.isEmpty)
    driver.press(.escape, .escape, .escape)
    takeOffer(&driver)
    driver.paste(Sample.token.reveal())
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.press(.enter, .enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan is made")
      return
    }
    #expect(!request.untrack)
    driver.send(.planned(driver.waitingID, Sample.trackedPlan))
    #expect(driver.state.reviewChoices == [.leave, .untrack])
    #expect(driver.state.hall.folder.consent.switches.isEmpty)
  }

  @Test func `what was written is told with the folder where it was`() {
    var driver = writtenAndBack()
    takeOffer(&driver)
    writeThere(&driver)
    #expect(driver.screenText.contains("/home/ada/code/shop/.env"))
    driver.press(.control("c"))
    #expect(
      WizardSummary.lines(driver.state).last
        == "Written: .gitignore, .env, .env.example. Undo with: attio-setup undo"
    )
  }

  @Test func `each folder has its line at the end, with the way to undo it`() {
    var driver = writtenAndBack()
    takeOffer(&driver)
    writeThere(&driver)
    driver.write()
    driver.press(.control("c"))
    #expect(
      WizardSummary.written(driver.state) == [
        "Written: .gitignore, .env, .env.example. Undo with: attio-setup undo",
        "Written in \(Self.other): .gitignore, .env, .env.example. "
          + "Undo with: attio-setup undo --directory \(Self.other)",
      ]
    )
  }

  @Test func `another token after a write is asked for once the folder was looked at again`() {
    let before = Sample.report(sources: [
      TokenSource(place: .envFile(".env"), value: Sample.otherToken)
    ])
    var driver = WizardDriver()
    driver.start(before)
    driver.enterToken()
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification(.unauthorized)))
    driver.press(.enter)
    driver.send(.planned(driver.waitingID, Sample.plan))
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.tokenInactive)))
    #expect(driver.state.applyChoices.first == .otherToken)
    driver.press(.enter)
    guard case .inspectProject? = driver.effects.first else {
      Issue.record("the folder is not looked at again")
      return
    }
    let after = Sample.report(sources: [
      TokenSource(place: .envFile(".env"), value: Sample.token)
    ])
    driver.send(.projectInspected(driver.waitingID, after))
    #expect(driver.state.step == .token)
    #expect(driver.state.hall.tokenSources.map(\.value) == [Sample.token])
    #expect(driver.state.token.field.isEmpty)
  }

  @Test func `back from the scopes after a write, the token step knows what is written`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)])
    )
    driver.enterToken()
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.press(.enter)
    driver.send(.planned(driver.waitingID, Sample.plan))
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.timeout)))
    driver.press(.escape)
    driver.send(.planned(driver.waitingID, Sample.plan))
    driver.press(.escape, .escape)
    driver.send(
      .projectInspected(
        driver.waitingID,
        Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.token)])
      )
    )
    #expect(driver.state.step == .token)
    #expect(driver.state.hall.tokenSources.map(\.value) == [Sample.token])
    // The one that was written over is remembered by the run, not by the file.
    #expect(driver.state.hall.tokenToDelete?.secret == Sample.otherToken)
  }

  @Test func `a second attempt keeps what the first one did`() {
    var driver = WizardDriver()
    driver.start(
      Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)])
    )
    driver.enterToken()
    driver.press(.enter)
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.press(.enter)
    driver.send(.planned(driver.waitingID, Sample.plan))
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.timeout)))
    driver.press(.escape)
    driver.send(.planned(driver.waitingID, Plan(entries: [])))
    driver.press(.enter)
    driver.send(.applied(driver.waitingID, ApplyResult(ending: .finished, written: [])))
    driver.send(.verified(driver.waitingID, Sample.verification(objects: [])))
    #expect(driver.state.step == .done)
    #expect(driver.state.hall.tokenToDelete?.secret == Sample.otherToken)
  }

  @Test func `a package that was chosen leads on to its token`() {
    var driver = WizardDriver()
    driver.start(Self.offer)
    takeOffer(&driver)
    #expect(driver.state.hall.folder.directory == Self.other)
    #expect(driver.state.step == .token)
  }

  @Test func `what is pasted on the first step is asked about on the second`() {
    var driver = WizardDriver()
    driver.start(Self.offer)
    driver.paste(Sample.token.reveal())
    #expect(driver.state.step == .project)
    #expect(driver.state.hall.desk.notice?.contains("kept") == true)
    #expect(!driver.screenText.contains(Sample.token.reveal()))
    takeOffer(&driver)
    #expect(driver.effects == [.identify(driver.waitingID, Sample.token)])
    #expect(driver.state.hall.keptPaste == nil)
  }

  @Test func `Esc while the folder is looked at leaves the look alone`() {
    var driver = WizardDriver()
    driver.send(.input(.resize(.standard)))
    let look = driver.waitingID
    driver.press(.enter, .escape)
    #expect(driver.state.hall.desk.overlay == .leaving)
    driver.send(.projectInspected(look, Sample.report()))
    #expect(driver.state.hall.desk.overlay == .leaving)
    driver.press(.escape)
    #expect(driver.state.step == .project)
    #expect(driver.state.projectChoices == [.use, .leave])
  }

  @Test func `a long word on the first step is kept in the line mode, too`() {
    var driver = WizardDriver()
    driver.start(Self.offer)
    let page = WizardScreen.linePage(driver.state)
    let token = FileContent(Sample.token.reveal())
    #expect(LineAnswer.meaning(of: token, on: page) == .inputs([.paste(token)]))
    #expect(LineAnswer.meaning(of: FileContent("what now"), on: page) != .inputs([.key(.enter)]))
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    driver.send(.identified(driver.waitingID, Sample.verification()))
    driver.press(.enter)
    let scopes = WizardScreen.linePage(driver.state)
    guard case .unknown = LineAnswer.meaning(of: token, on: scopes) else {
      Issue.record("nothing is asked for on this page")
      return
    }
  }
}
