import Ground
import TestSupport
import Testing

@testable import SetupCore

/// What somebody has to agree to before the env file is written.
struct PlanRiskTests {
  private func plan(
    owner: UInt32 = 1000,
    mode: UInt32 = 0o600,
    by user: UInt32 = 1000,
    consent: PlanConsent = PlanConsent()
  ) throws -> Plan {
    var inputs = PlanCase(env: "KEY=old\n", mode: mode).inputs
    inputs.envFile.owner = owner
    inputs.folder = ProjectRoot(path: "/p", owner: 1000, user: user)
    inputs.consent = consent
    return try Plan.make(inputs)
  }

  @Test func `a file of somebody else or open to everybody is a question`() throws {
    #expect(try plan().risks.isEmpty)
    #expect(try plan(mode: 0o664).risks.isEmpty)
    #expect(try plan(owner: 7).risks == [.foreign(path: ".env", owner: 7)])
    #expect(try plan(mode: 0o666).risks == [.open(path: ".env", mode: 0o666)])
    #expect(try plan(owner: 7, mode: 0o606).risks.count == 2)
    #expect(try plan(mode: 0o666).entry(.envFile)?.isOn == false)
  }

  @Test func `the administrator may write what belongs to the folder's owner`() throws {
    #expect(try plan(owner: 1000, by: 0).risks.isEmpty)
    #expect(try plan(owner: 7, by: 0).risks == [.foreign(path: ".env", owner: 7)])
  }

  @Test func `consent is for what was shown`() throws {
    var consent = PlanConsent()
    consent.accepted = [.open(path: ".env", mode: 0o666)]
    #expect(try plan(mode: 0o666, consent: consent).risks.isEmpty)
    #expect(try plan(mode: 0o667, consent: consent).risks.count == 1)
    consent = PlanConsent()
    consent.trustsEnvFile = true
    #expect(try plan(owner: 7, mode: 0o666, consent: consent).risks.isEmpty)
    #expect(!consent.covers(.outside(path: ".env", target: "/etc/profile")))
  }

  @Test func `a file that is made private first is not open`() throws {
    var consent = PlanConsent()
    consent.tightens = true
    let plan = try plan(mode: 0o666, consent: consent)
    #expect(plan.risks.isEmpty)
    let tighten = try #require(plan.entry(.tightenMode))
    #expect(tighten.isOn && !tighten.isSwitchable)
  }

  @Test func `paths are compared as bytes`() {
    let root = ProjectRoot(path: "/p/caf\u{E9}", owner: 0, user: 0)
    let place = FilePlace(
      folder: "/p/cafe\u{301}",
      identity: FileIdentity(device: 1, inode: 2),
      name: ".env"
    )
    let file = FileSnapshot(
      path: "/p/caf\u{E9}/.env",
      resolvedPath: place.path,
      kind: .missing,
      place: place
    )
    #expect(root.target(of: file, named: ".env", ifOutside: true) == "/p/cafe\u{301}/.env")
    #expect(root.relative("/p/cafe\u{301}/.env") == nil)
    #expect(root.relative("/p/caf\u{E9}/a/.env") == "a/.env")
    #expect(ProjectRoot(path: "/", owner: 0, user: 0).relative("/a") == "a")
  }

  @Test func `Enter alone never writes a file that is a question`() throws {
    for choice in [0, 1, 2] {
      var driver = WizardDriver()
      driver.start()
      driver.enterToken()
      driver.review(try plan(mode: 0o666))
      #expect(driver.state.reviewChoices == [.leave, .makePrivate, .accept])
      for _ in 0..<choice { driver.press(.down) }
      driver.press(.enter)
      guard choice > 0 else {
        #expect(driver.state.hall.outcome?.exitCode == 1)
        #expect(driver.state.hall.outcome?.failure?.name == "unsafe_env_file")
        continue
      }
      guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
        Issue.record("no plan was asked for")
        continue
      }
      #expect(request.consent.tightens == (choice == 1))
      #expect(request.consent.covers(.open(path: ".env", mode: 0o666)) == (choice == 2))
    }
  }

  @Test func `a file system that keeps no modes is a question after the try`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.enter)
    let error = SetupError(.actionNeeded, "Open.", remedy: "Move.", name: PlanRisk.unsafeName)
    driver.send(.applied(driver.waitingID, ApplyResult(ending: .failed(error), written: [])))
    #expect(driver.state.applyChoices == [.finish, .writeAgain, .trustEnvFile])
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 1)
  }
}
