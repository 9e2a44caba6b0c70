import Ground
import TestSupport
import Testing

@testable import SetupCore

/// That output only grows, and says what changed.
struct LineTranscriptTests {
  private struct Session {
    var driver = WizardDriver()
    var transcript = LineTranscript()

    mutating func said() -> [String] {
      transcript.lines(for: WizardScreen.linePage(driver.state))
    }

    mutating func saidAfter(milliseconds: Int) -> [String] {
      driver.send(.input(.tick(milliseconds: milliseconds)))
      return transcript.lines(
        for: WizardScreen.linePage(driver.state),
        afterMilliseconds: milliseconds
      )
    }
  }

  @Test func `a page is said once`() {
    var session = Session()
    session.driver.start()
    #expect(session.said().contains("Step 1 of 6: Project."))
    #expect(session.said() == [])
  }

  @Test func `of a table only the row that changed is said again`() {
    var session = Session()
    session.driver.start()
    session.driver.enterToken()
    session.driver.press(.enter)
    #expect(session.said().contains { $0.hasPrefix("12: ") })
    session.driver.press(.down, .character(" "))
    let again = session.said()
    #expect(again.count { $0.first?.isNumber == true && $0.contains(": ") } >= 1)
    #expect(again.contains { $0.hasPrefix("2: ") })
    #expect(!again.contains { $0.hasPrefix("12: ") })
  }

  @Test func `a wait is announced after 300 ms, with a sign of life every ten seconds`() {
    var session = Session()
    session.driver.start()
    session.driver.press(.enter)
    _ = session.said()
    session.driver.paste(Sample.token.reveal())
    #expect(session.said() == [])
    #expect(session.saidAfter(milliseconds: 200) == [])
    #expect(session.saidAfter(milliseconds: 200) == ["Asking api.attio.com whose token this is."])
    #expect(session.saidAfter(milliseconds: 5_000) == [])
    #expect(session.saidAfter(milliseconds: 5_000).first?.hasPrefix("Still at it after 10") == true)
    #expect(session.saidAfter(milliseconds: 1_000) == [])
    session.driver.send(.identified(session.driver.waitingID, Sample.verification()))
    #expect(session.said().first?.hasPrefix("OK: ") == true)
  }

  @Test func `a remark is said once`() {
    var session = Session()
    session.driver.start()
    _ = session.said()
    session.driver.paste("something")
    #expect(
      session.said()
        == ["What you pasted is kept for the next step, which asks for the token."]
    )
    #expect(session.said() == [])
  }
}
