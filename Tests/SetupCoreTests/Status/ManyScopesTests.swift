import Ground
import SetupCore
import TestSupport
import Testing

/// Answers with more scopes than anybody has: the work grows as they do, and texts stay short.
struct ManyScopesTests {
  private static func names(_ count: Int) -> [String] {
    (0..<count).map { "resource_\($0):\($0 % 3 == 0 ? "read" : "read-write")" }
  }

  private static func findings(_ count: Int, wanted: [String] = ["note:read"]) -> StatusFindings {
    .healthy {
      $0.wantedScopes = ScopeSet(names: wanted)
      $0.verification.identity?.scopes = names(count)
    }
  }

  @Test func `ten times as many take about ten times as long`() {
    func work(_ count: Int) {
      let report = StatusReport(Self.findings(count, wanted: Self.names(count / 2)))
      #expect(!StatusText.lines(report).isEmpty)
      let set = ScopeSet(names: Self.names(count))
      #expect(set.unused(by: ScopeSet()).count == count)
      #expect(set.missing(from: set).isEmpty)
      var selection = ScopeSelection(set)
      selection.toggle("task")
      #expect(selection.scopes.count >= count)
    }
    // A loop in a loop would take a hundred times as long.
    #expect(ProcessorTime.ratio(small: { work(2_000) }, large: { work(20_000) }) < 40)
  }

  @Test func `a text names the first few and how many more there are`() throws {
    let report = StatusReport(Self.findings(20_000))
    let lines = StatusText.lines(report)
    #expect(lines.contains { $0.contains(" more") })
    #expect(lines.allSatisfy { $0.count < 4_000 })
    #expect(report.scopes.granted.count == 20_000)
    let missing = StatusReport(
      .healthy {
        $0.wantedScopes = ScopeSet(names: Self.names(20_000))
        $0.verification.identity?.scopes = []
      }
    )
    #expect(StatusText.lines(missing).allSatisfy { $0.count < 8_000 })
    #expect(missing.scopes.missing.count == 20_000)
  }

  @Test func `a name is cleaned where it enters`() {
    let hostile = "note:read\u{202E}\u{1B}[31m\u{9B}2J"
    #expect(Scope(hostile).text == "note:read[31m2J")
    #expect(ScopeSet.names(in: "a:read \u{200E},b\u{7F}:read\u{202E}") == ["a:read", "b:read"])
    #expect(ScopeSet(names: [hostile]).text == "note:read[31m2J")
    #expect(Scope(String(repeating: "é", count: 10_000)).text.count == 80)
  }
}
