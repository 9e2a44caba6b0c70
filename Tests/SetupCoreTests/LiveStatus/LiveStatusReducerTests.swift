import Ground
import TestSupport
import Testing

@testable import SetupCore

/// Drives the live status as a user and a world would, without either.
struct LiveStatusDriver {
  var state: LiveStatusState
  private(set) var effects: [LiveStatusEffect] = []

  init(options: LiveStatusOptions = LiveStatusOptions()) {
    state = LiveStatusState(options: options)
  }

  @discardableResult
  mutating func send(_ event: LiveStatusEvent) -> [LiveStatusEffect] {
    effects = LiveStatusReducer.reduce(&state, event)
    return effects
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [LiveStatusEffect] {
    for key in keys { send(.input(.key(key))) }
    return effects
  }

  /// The number of the effect that is waited for.
  var waitingID: EffectID { state.hall.desk.waiting?.id ?? EffectID(0) }

  /// Opens the screen and answers the first check.
  mutating func start(_ report: StatusReport, size: Size = .standard) {
    send(.input(.resize(size)))
    answer(report)
  }

  mutating func answer(_ report: StatusReport, jitter: Double = 0) {
    send(.checked(waitingID, report, jitter: jitter))
  }

  mutating func pass(seconds: Int) {
    send(.input(.tick(milliseconds: seconds * 1000)))
  }
}

struct LiveStatusReducerTests {
  @Test func `the first check follows the first size, once`() {
    var driver = LiveStatusDriver()
    #expect(driver.send(.input(.resize(.standard))) == [.check(EffectID(1), .everything)])
    #expect(driver.send(.input(.resize(.small))) == [])
  }

  @Test func `r asks again, but not while it is asked`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.healthy)
    #expect(driver.press(.character("r")) == [.check(EffectID(2), .everything)])
    #expect(driver.press(.character("r")) == [])
  }

  @Test(arguments: [
    (Check.ID.fileMode, StatusFix.narrowMode),
    (.gitIgnored, .addIgnoreRule),
    (.examplePresent, .writeExample),
  ])
  func `Enter mends what one key can, then looks at the files alone`(
    check: Check.ID,
    fix: StatusFix
  ) {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.report(Check(check, .warn, "It is not as it should be.")))
    #expect(driver.press(.enter) == [.fix(EffectID(2), fix)])
    driver.send(.fixed(EffectID(2), .kept([".env"])))
    #expect(driver.effects == [.check(EffectID(3), .local)])
  }

  @Test(arguments: [Check.ID.tokenPresent, .tokenShape, .authActive, .gitHistory])
  func `Enter on a bad token leads to the wizard`(check: Check.ID) {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.report(Check(check, .fail, "It is not active.")))
    driver.press(.enter)
    #expect(driver.state.hall.outcome == .replaceToken)
  }

  @Test func `Enter on a missing scope opens the page of the token's workspace`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.report(Check(.scopesGranted, .fail, "task:read is missing.")))
    driver.press(.enter)
    #expect(
      driver.effects == [.openLink("https://app.attio.com/acme/settings/developers/access-tokens")]
    )
  }

  @Test(arguments: [
    (ConnectionState.missingScope, StatusCure?.some(.openDashboard)),
    (.planLimit, nil),
    (.tokenInactive, .replaceToken),
    (.unauthorized, .replaceToken),
    (.notFound, .replaceToken),
    (.dnsFailure, .askAgain),
    (.rateLimited, .askAgain),
  ])
  func `a token that Attio knows is not replaced for a scope or a plan`(
    connection: ConnectionState,
    cure: StatusCure?
  ) {
    let state: Check.State = connection.verdict == .unknown ? .unknown : .fail
    let check = Check(.authActive, state, "It did not work.")
    #expect(StatusCure(check, connection: connection) == cure)
  }

  @Test func `Enter asks again where Attio could not be asked`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.offline)
    #expect(driver.press(.enter) == [.check(EffectID(2), .everything)])
  }

  @Test func `Enter says so where a row takes more than a key`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.report(Check(.gitUntracked, .fail, "Git tracks it.")))
    #expect(driver.press(.enter) == [])
    #expect(driver.state.hall.desk.notice != nil)
  }

  @Test func `nothing is asked by itself without a watch`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.healthy)
    driver.pass(seconds: 100_000)
    #expect(driver.effects == [])
    #expect(driver.state.room.age == 100_000_000)
  }

  @Test func `a watch asks a minute apart, spread by chance`() {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.healthy)
    driver.press(.character("w"))
    driver.pass(seconds: 59)
    #expect(driver.effects == [])
    driver.pass(seconds: 1)
    #expect(driver.effects == [.check(EffectID(2), .everything)])
    driver.answer(LiveStatusSample.healthy, jitter: 0.5)
    #expect(driver.state.room.watch?.remaining == 66_000)
  }

  @Test func `a watch backs off while nothing can be told, and recovers`() {
    var driver = LiveStatusDriver(options: LiveStatusOptions(isWatching: true))
    driver.start(LiveStatusSample.offline)
    #expect(driver.state.room.watch?.remaining == 120_000)
    for expected in [240_000, 480_000, 960_000, 960_000] {
      driver.press(.character("r"))
      driver.answer(LiveStatusSample.offline)
      #expect(driver.state.room.watch?.remaining == expected)
    }
    driver.press(.character("r"))
    driver.answer(LiveStatusSample.healthy)
    #expect(driver.state.room.watch?.remaining == 60_000)
  }

  @Test func `a watch waits as long as Attio asks for`() {
    var driver = LiveStatusDriver(options: LiveStatusOptions(isWatching: true))
    driver.start(LiveStatusSample.rateLimited(seconds: 600))
    #expect(driver.state.room.watch?.remaining == 600_000)
  }

  @Test func `a watch rests while the window is not in front`() {
    var driver = LiveStatusDriver(options: LiveStatusOptions(isWatching: true))
    driver.start(LiveStatusSample.healthy)
    driver.send(.input(.focus(false)))
    driver.pass(seconds: 3600)
    #expect(driver.effects == [])
    driver.send(.input(.focus(true)))
    driver.pass(seconds: 60)
    #expect(driver.effects == [.check(EffectID(2), .everything)])
  }

  @Test func `leaving gives the exit code of what was found`() {
    for (report, code) in [(LiveStatusSample.healthy, 0), (LiveStatusSample.offline, 2)] {
      var driver = LiveStatusDriver()
      driver.start(report)
      driver.press(.escape)
      #expect(driver.state.hall.outcome == .left(exitCode: Int32(code)))
    }
  }

  @Test func `Ctrl-C in the middle of a check leaves with 130 and stops it`() {
    var driver = LiveStatusDriver()
    driver.send(.input(.resize(.standard)))
    #expect(driver.send(.input(.interrupt)) == [.cancel(EffectID(1))])
    #expect(driver.state.hall.outcome == .left(exitCode: 130))
  }
}
