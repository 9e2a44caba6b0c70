import Ground
import TestSupport
import Testing

@testable import SetupCore

/// A screen worth a golden file, by how a user gets to it.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let arrive: @Sendable (inout WizardDriver) -> Void

  init(_ name: String, _ arrive: @escaping @Sendable (inout WizardDriver) -> Void) {
    self.name = name
    self.arrive = arrive
  }

  var testDescription: String { name }

  static let all: [Scene] = oneWorkspace + ending + connecting

  private static let oneWorkspace: [Scene] = [
    Scene("project") { $0.start() },
    Scene("project-looking") { $0.send(.input(.resize(.standard))) },
    Scene("project-suspicious") {
      $0.start(
        Sample.report(
          git: GitFindings(
            availability: .repository(root: "/home/ada/code/shop"),
            isEnvFileTracked: true
          ),
          envFiles: [EnvFileReport(name: ".env", assignments: 1)],
          sources: [
            TokenSource(place: .environment, value: Sample.otherToken),
            TokenSource(place: .envFile(".env"), value: Sample.token),
          ],
          concerns: [.monorepo],
          offers: [FolderOffer(path: "/home/ada/code/shop/web", reason: "has a package.json")]
        )
      )
    },
    Scene("project-read-only") {
      $0.start(
        Sample.report(writability: [WriteTarget(name: ".env", problem: "the folder is read-only")])
      )
    },
    Scene("leaving") {
      $0.start()
      $0.press(.escape)
    },
    Scene("token") {
      $0.start()
      $0.press(.enter)
    },
    Scene("token-asking") {
      $0.start()
      $0.press(.enter)
      $0.paste("Bearer \(Sample.token.reveal())\n")
      $0.send(.input(.tick(milliseconds: 1200)))
    },
    Scene("token-known") {
      $0.start()
      $0.enterToken()
    },
    Scene("token-inactive") {
      $0.start()
      $0.enterToken(Sample.verification(.tokenInactive))
    },
    Scene("token-offline") {
      $0.start()
      $0.enterToken(Sample.verification(.dnsFailure))
    },
    Scene("token-reference") {
      $0.start()
      $0.press(.enter)
      $0.paste("op://vault/attio/token")
    },
    Scene("token-other-workspace") {
      $0.start(
        Sample.report(sources: [TokenSource(place: .envFile(".env"), value: Sample.otherToken)])
      )
      $0.enterToken()
      $0.press(.enter)
      $0.send(.identified($0.waitingID, Sample.verification(identity: Sample.otherIdentity)))
    },
    Scene("token-pinned") {
      $0.start(Sample.report(pin: .slug("beta")))
      $0.enterToken()
      $0.press(.enter)
    },
    Scene("token-guide") {
      $0.start()
      $0.press(.enter, .enter)
    },
    Scene("token-help") {
      $0.start()
      $0.press(.enter, .character("?"))
    },
    Scene("scopes") {
      $0.start()
      $0.enterToken()
      $0.press(.enter)
    },
    Scene("scopes-missing") {
      $0.start()
      $0.enterToken()
      $0.press(.enter, .end, .up, .up, .up, .up, .up, .up, .character(" "))
    },
    Scene("scopes-filter") {
      $0.start()
      $0.enterToken()
      $0.press(.enter, .character("/"), .character("l"), .character("i"))
    },
    Scene("scopes-planning") {
      $0.start()
      $0.enterToken()
      $0.press(.enter, .enter)
      $0.send(.input(.tick(milliseconds: 400)))
    },
    Scene("review") {
      $0.start()
      $0.enterToken()
      $0.review()
    },
    Scene("review-tracked") {
      $0.start()
      $0.enterToken()
      $0.review(Sample.trackedPlan)
    },
    Scene("review-outside") {
      $0.start()
      $0.enterToken()
      $0.review(Sample.plan(risking: .outside(path: ".env", target: "/home/ada/.profile")))
    },
    Scene("review-open") {
      $0.start()
      $0.enterToken()
      $0.review(Sample.plan(risking: .open(path: ".env", mode: 0o666)))
    },
    Scene("review-reference") {
      $0.start()
      $0.enterToken()
      $0.press(.enter, .enter)
      $0.send(
        .planFailed(
          $0.waitingID,
          SetupError(.reference(path: ".env", variable: "ATTIO_API_KEY", .onePassword))
        )
      )
    },
    Scene("apply") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.press(.enter)
      $0.send(.entryApplied($0.waitingID, .ignoreRules))
    },
    Scene("token-kept") {
      $0.start(
        Sample.report(
          sources: [
            TokenSource(place: .environment, value: Sample.otherToken),
            TokenSource(place: .envFile(".env"), value: Sample.token),
          ]
        )
      )
      $0.press(.enter, .enter)
      $0.send(.identified($0.waitingID, Sample.verification(.missingScope)))
    },
    Scene("scopes-help") {
      $0.start()
      $0.enterToken()
      $0.press(.enter, .character("?"))
    },
    Scene("scopes-preset") {
      $0.start()
      $0.enterToken()
      $0.press(.enter, .character("p"), .character("p"))
    },
    Scene("review-off") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.press(.character(" "), .down, .down, .character(" "))
    },
    Scene("apply-not-written") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.press(.enter)
      $0.send(.entryApplied($0.waitingID, .ignoreRules))
      let error = SetupError(.file, "The disk is full.", remedy: "Make room and try again.")
      $0.send(
        .applied($0.waitingID, .kept([".gitignore"], .failed(error)))
      )
    },
    Scene("apply-asking") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.write()
      $0.send(.input(.tick(milliseconds: 3400)))
    },
    Scene("apply-missing-scope") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.write()
      $0.send(.verified($0.waitingID, Sample.verification(.missingScope)))
    },
    Scene("apply-unconfirmed") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.write()
      $0.send(.verified($0.waitingID, Sample.verification(.timeout)))
    },
    Scene("done") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.write()
      $0.send(
        .verified($0.waitingID, Sample.verification(objects: ["people", "companies", "deals"]))
      )
    },
  ]
}

struct WizardScreenTests {
  @Test(arguments: Scene.all, [Size.standard, .small, .large])
  func `every screen is as its golden file`(scene: Scene, size: Size) throws {
    var driver = WizardDriver()
    scene.arrive(&driver)
    driver.send(.input(.resize(size)))
    let frame = WizardScreen.frame(driver.state)
    #expect(frame.rows.count == size.rows)
    #expect(
      frame.rows.allSatisfy { row in DisplayWidth.of(row.map(\.text).joined()) <= size.columns }
    )
    let golden = GoldenFile("\(scene.name)-\(size.columns)x\(size.rows)", target: "SetupCoreTests")
    let difference = try golden.difference(from: frame.text(columns: size.columns))
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: Scene.all)
  func `the first row names the program and the step`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    let first = WizardScreen.frame(driver.state).rows.first?.map(\.text).joined() ?? ""
    #expect(first.contains("Attio setup"))
    #expect(first.contains("\(driver.state.step.rawValue) of 6"))
  }

  @Test(arguments: Scene.all)
  func `the narrowest footer names every key that one cannot do without`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    driver.state.hall.desk.size = .small
    let footer = WizardScreen.frame(driver.state).rows.last?.map(\.text).joined() ?? ""
    for binding in driver.state.keys where binding.place == .footer && binding.isEssential {
      #expect(footer.contains("\(binding.name) \(binding.hint)"))
    }
    #expect(!footer.contains("…"))
  }

  @Test func `a notice that is longer than the screen is wide is shown whole`() {
    var driver = WizardDriver()
    driver.start(size: .small)
    driver.press(.enter, .enter)
    driver.send(
      .linkOpened(.failed("there is no browser here. Open the address on your own machine."))
    )
    let frame = WizardScreen.frame(driver.state)
    #expect(frame.rows.count == Size.small.rows)
    #expect(text(frame).contains("there is no browser here. Open the address on your own machine."))
  }

  @Test func `an address that is longer than the screen is wide is shown whole`() {
    var identity = Sample.identity
    identity.workspaceSlug = String(repeating: "long-", count: 9) + "slug"
    var driver = WizardDriver()
    driver.start()
    driver.enterToken(Sample.verification(identity: identity))
    driver.review()
    driver.write()
    driver.send(.verified(driver.waitingID, Sample.verification(.missingScope)))
    driver.state.hall.desk.size = .small
    let rows = WizardScreen.frame(driver.state).rows
    let links = rows.filter { $0.first?.role == .link }.flatMap { $0.map(\.text) }
    #expect(
      links.joined()
        == "https://app.attio.com/\(identity.workspaceSlug ?? "")/settings/developers/access-tokens"
    )
  }

  @Test func `with entries switched off nothing is said to be in place`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.review()
    driver.press(.character(" "))
    #expect(text(WizardScreen.frame(driver.state)).contains("git may take env files"))
    driver.press(.down, .character(" "), .down, .character(" "))
    let all = text(WizardScreen.frame(driver.state))
    #expect(!all.contains("in place already"))
    #expect(all.contains("Nothing is left to write."))
    #expect(all.contains("The token is not written: .env stays as it is."))
  }

  @Test func `a plan for an app speaks of the client secret, not of a token`() {
    var plan = Sample.plan
    plan.purpose = .app
    var driver = WizardDriver()
    driver.start(size: .large)
    driver.enterToken()
    driver.review(plan)
    let review = text(WizardScreen.frame(driver.state))
    #expect(review.contains("holds the secret, mode 0600"))
    #expect(review.contains("variables, scopes, no secret"))
    var off = driver
    off.press(.character(" "))
    #expect(text(WizardScreen.frame(off.state)).contains("env files and their secrets"))
    off.press(.down, .character(" "))
    let held = "The client id and secret are not written: .env stays as it is."
    #expect(text(WizardScreen.frame(off.state)).contains(held))
    driver.press(.enter)
    #expect(text(WizardScreen.frame(driver.state)).contains("Client id and secret in .env"))
    var tracked = Sample.trackedPlan
    tracked.purpose = .app
    driver = WizardDriver()
    driver.start(size: .large)
    driver.enterToken()
    driver.review(tracked)
    let words = "your next commit would include the client secret"
    #expect(text(WizardScreen.frame(driver.state)).contains(words))
  }

  @Test func `a long line of the difference is shown to its end`() {
    var plan = Sample.plan
    let long = "# attio-scopes: " + String(repeating: "record_permission:read ", count: 8) + "END"
    plan.entries[0].diff.lines.append(.init(.added, long))
    var driver = WizardDriver()
    driver.start(size: .large)
    driver.enterToken()
    driver.review(plan)
    #expect(text(WizardScreen.frame(driver.state)).contains("END"))
  }

  /// The rows as one text, so that a sentence is found wherever it was broken.
  private func text(_ frame: Frame) -> String {
    frame.rows.map { $0.map(\.text).joined().split(separator: " ").joined(separator: " ") }
      .joined(separator: " ")
  }

  @Test(arguments: Scene.all, [Size.standard, .small])
  func `no screen holds a secret`(scene: Scene, size: Size) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    driver.state.hall.desk.size = size
    let text = WizardScreen.frame(driver.state).text(columns: size.columns)
    #expect(!text.contains(Sample.token.reveal()))
    #expect(!text.contains(Sample.otherToken.reveal()))
    #expect(!text.contains(Sample.clientSecret.reveal()))
    #expect(!text.contains(Sample.code.reveal()))
    #expect(!text.contains("sandbox-secret"))
  }
}
