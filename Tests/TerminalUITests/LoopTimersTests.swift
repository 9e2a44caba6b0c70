import TestSupport
import Testing

@testable import TerminalUI

struct LoopTimersTests {
  private let start = ContinuousClock.now

  @Test func `waits for ever when nothing is asked for`() {
    #expect(LoopTimers(now: start).timeoutMilliseconds(at: start) == -1)
  }

  @Test func `waits for the first that is due and no shorter`() {
    var timers = LoopTimers(now: start)
    timers.tick = .milliseconds(100)
    timers.silence = .milliseconds(50)
    #expect(timers.timeoutMilliseconds(at: start) == 51)
    timers.noteInput(at: start + .milliseconds(80))
    #expect(timers.timeoutMilliseconds(at: start + .milliseconds(80)) == 21)
    #expect(timers.isTickDue(at: start + .milliseconds(100)))
    #expect(!timers.isTickDue(at: start + .milliseconds(99)))
    #expect(!timers.isSilenceDue(at: start + .milliseconds(100)))
    #expect(timers.isSilenceDue(at: start + .milliseconds(130)))
  }

  @Test func `does not wait for what is overdue`() {
    var timers = LoopTimers(now: start)
    timers.tick = .milliseconds(10)
    #expect(timers.timeoutMilliseconds(at: start + .seconds(5)) == 0)
    timers.noteEvent(at: start + .seconds(5))
    #expect(timers.timeoutMilliseconds(at: start + .seconds(5)) == 11)
  }
}
