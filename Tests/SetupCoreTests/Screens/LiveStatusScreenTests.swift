import Ground
import TestSupport
import Testing

@testable import SetupCore

struct LiveStatusScreenTests {
  static let scenes: [(String, StatusReport)] = [
    ("healthy", LiveStatusSample.healthy),
    ("three-problems", LiveStatusSample.threeProblems),
    ("offline", LiveStatusSample.offline),
    ("rate-limited", LiveStatusSample.rateLimited(seconds: 9)),
    ("hostile-text", LiveStatusSample.hostile),
  ]

  @Test(arguments: scenes.indices, [Size.standard, .small, .large])
  func `every screen is as its golden file`(index: Int, size: Size) throws {
    let (name, report) = Self.scenes[index]
    var driver = LiveStatusDriver()
    driver.start(report, size: size)
    driver.press(.character("w"))
    driver.pass(seconds: 2)
    let frame = LiveStatusScreen.frame(driver.state)
    let widths = frame.rows.map { DisplayWidth.of($0.map(\.text).joined()) }
    #expect(frame.rows.count == size.rows)
    #expect(widths.allSatisfy { $0 <= size.columns })
    let text = frame.text(columns: size.columns)
    #expect(!text.contains(canaryToken.reveal()))
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    let golden = GoldenFile("status-\(name)-\(size.columns)x\(size.rows)", target: "SetupCoreTests")
    let difference = try golden.difference(from: text)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `a healthy screen folds its rows into a count, and Space shows them`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.healthy)
    let folded = LiveStatusScreen.frame(driver.state).text(columns: 80)
    #expect(folded.contains("checks are good"))
    #expect(!folded.contains("The token has 64 characters."))
    driver.press(.character(" "))
    let unfolded = LiveStatusScreen.frame(driver.state).text(columns: 80)
    #expect(unfolded.contains("The token has 64 characters."))
  }

  @Test func `the key that mends the highlighted row is in sight at the smallest size`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.threeProblems, size: .small)
    let text = LiveStatusScreen.frame(driver.state).text(columns: 60)
    #expect(text.contains("Enter sets up another token"))
  }

  @Test func `the wait that Attio asks for is in sight at the smallest size`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.rateLimited(seconds: 9), size: .small)
    let text = LiveStatusScreen.frame(driver.state).text(columns: 60)
    #expect(text.contains("Attio asks to wait: 9 s left."))
  }

  @Test func `Enter is offered as a fix only where it mends something`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.healthy)
    #expect(!LiveStatusScreen.frame(driver.state).text(columns: 80).contains("Enter fix"))
    driver = LiveStatusDriver()
    driver.start(LiveStatusSample.threeProblems)
    #expect(LiveStatusScreen.frame(driver.state).text(columns: 80).contains("Enter fix"))
  }

  @Test func `the head has the symbol of the connection, not of a file that needs a fix`() {
    func head(_ connection: ConnectionState, _ verdict: Verdict) -> String {
      var report = StatusReport(.connection(connection))
      report.judgement.verdict = verdict
      var driver = LiveStatusDriver()
      driver.start(report)
      let lines = LiveStatusScreen.frame(driver.state).text(columns: 80).split(separator: "\n")
      return lines.first { $0.contains(report.explanation.title) }.map(String.init) ?? ""
    }
    #expect(head(.notChecked, .good).contains("- Not checked "))
    #expect(head(.notChecked, .actionNeeded).contains("! Not checked "))
    #expect(head(.connectionRefused, .actionNeeded).contains("? No connection "))
    #expect(head(.tokenInactive, .actionNeeded).contains("✗ The token is not active "))
  }

  @Test func `each failing row carries its remedy, the highlighted one or not`() {
    var driver = LiveStatusDriver()
    var report = LiveStatusSample.report(Check(.gitUntracked, .fail, "One.", remedy: "Cure one."))
    report.checks = report.checks.map {
      $0.id == .gitHistory ? Check(.gitHistory, .fail, "Two.", remedy: "Cure two.") : $0
    }
    driver.start(report)
    let text = LiveStatusScreen.frame(driver.state).text(columns: 80)
    #expect(text.contains("Cure one."))
    #expect(text.contains("Cure two."))
  }

  @Test func `only a screen that tells a time asks for ticks, once a second`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.healthy)
    #expect(LiveStatusScreen.frame(driver.state).tickMilliseconds == 1000)
  }
}
