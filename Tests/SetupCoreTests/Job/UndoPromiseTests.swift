import TestSupport
import Testing

@testable import SetupCore

struct UndoPromiseTests {
  private let kept = ApplyResult.kept([".env"])
  private let unkept = ApplyResult(ending: .finished, written: [".env.example"])
  private let nothing = ApplyResult(
    ending: .finished,
    written: [],
    undo: "20260101T120000-000000-aa"
  )

  @Test func `undo is promised only where a journal was kept`() {
    #expect(kept.line == "Written: .env. Undo with: attio-setup undo")
    #expect(unkept.line == "Written: .env.example. This run can't be undone.")
    #expect(nothing.line == "Nothing was written.")
  }

  @Test func `several goes are promised as far as each was kept`() {
    let whole = UndoPromise(kept)
    let none = UndoPromise(unkept)
    #expect(whole?.and(UndoPromise(nothing)) == .whole)
    #expect(whole?.and(whole) == .whole)
    #expect(none?.and(none) == UndoPromise.none)
    #expect(whole?.and(none) == .part && none?.and(whole) == .part)
    #expect(UndoPromise.part.and(whole) == .part)
  }

  @Test func `the wizard's last line says where one of its goes was not kept`() throws {
    var run = RunRecord()
    #expect(run.promise.line(written: run.written) == "Nothing was written.")
    run.note(kept)
    run.note(unkept)
    #expect(
      run.promise.line(written: run.written)
        == "Written: .env, .env.example. Only a part of it can be undone: attio-setup undo"
    )
  }

  @Test func `the status screen promises no undo of what it wrote without a journal`() {
    for (result, words) in [
      (unkept, "Done. This run can't be undone."), (kept, "Done. Undo with: attio-setup undo"),
    ] {
      var driver = LiveStatusDriver()
      driver.start(LiveStatusSample.report(Check(.examplePresent, .warn, "It is missing.")))
      driver.press(.enter)
      driver.send(.fixed(driver.waitingID, result))
      #expect(driver.state.hall.desk.notice == words)
    }
  }
}
