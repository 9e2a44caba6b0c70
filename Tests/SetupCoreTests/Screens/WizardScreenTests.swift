import SetupCore
import TestSupport
import Testing

/// A screen worth a golden file, by how a user gets to it.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let arrive: @Sendable (inout WizardDriver) -> Void

  init(_ name: String, _ arrive: @escaping @Sendable (inout WizardDriver) -> Void) {
    self.name = name
    self.arrive = arrive
  }

  var testDescription: String { name }

  static let all: [Scene] = [
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
    Scene("apply") {
      $0.start()
      $0.enterToken()
      $0.review()
      $0.press(.enter)
      $0.send(.entryApplied($0.waitingID, .ignoreRules))
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

@Suite struct WizardScreenTests {
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

  @Test(arguments: Scene.all, [Size.standard, .small])
  func `no screen holds the token`(scene: Scene, size: Size) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    driver.state.size = size
    let text = WizardScreen.frame(driver.state).text(columns: size.columns)
    #expect(!text.contains(Sample.token.reveal()))
    #expect(!text.contains(Sample.otherToken.reveal()))
  }
}
