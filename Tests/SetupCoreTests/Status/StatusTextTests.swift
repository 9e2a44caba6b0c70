import Ground
import SetupCore
import TestSupport
import Testing

struct StatusTextTests {
  @Test func `the head and the row name the same missing scopes`() {
    let report = StatusReport(
      .healthy {
        var identity = Sample.identity
        identity.scopes = []
        $0.verification = Verification(
          connection: Connection(
            state: .missingScope,
            httpStatus: 403,
            message: "requires scopes: Read access to the Records scope"
          ),
          identity: identity
        )
      }
    )
    for scope in report.scopes.missing { #expect(report.explanation.remedy.contains(scope)) }
    #expect(!report.scopes.missing.isEmpty)
  }

  @Test
  func `starts with the connection and the workspace`() {
    let lines = StatusText.lines(StatusReport(.healthy))
    #expect(
      lines.prefix(5) == [
        "Connected to Acme (acme)",
        "Project: /home/me/app",
        "Token:   cana…6789",
        "Objects: people, companies",
        "✓ pass    token.present    ATTIO_API_KEY has a value.",
      ]
    )
    #expect(lines.count == 4 + Check.ID.allCases.count - 1)
  }

  @Test
  func `shows the phases that are known on one line`() {
    var findings = StatusFindings.healthy
    findings.verification.connection.timings = ConnectionTimings(
      untilNameLookup: 0.04,
      connect: 12.5,
      tls: nil,
      firstByte: 2080.2
    )
    let lines = StatusText.lines(StatusReport(findings))
    #expect(
      lines.filter { $0.hasPrefix("Timings") }
        == ["Timings: name lookup 0.0 ms, connect 12 ms, first byte 2068 ms"]
    )
  }

  @Test
  func `shows problems first, the worst before the others, with what to do`() throws {
    let findings = StatusFindings.healthy {
      $0.envFile.mode = 0o644
      $0.git.isEnvFileTracked = true
      $0.history = HistoryFindings()
    }
    let lines = StatusText.lines(StatusReport(findings))
    let words = lines.compactMap { line in
      ["✗ fail", "! warn", "? unknown", "✓ pass"].first { line.hasPrefix($0) }
    }
    #expect(words.prefix(4) == ["✗ fail", "! warn", "? unknown", "✓ pass"])
    #expect(lines.first == "Connected to Acme (acme), but .env is in git")
    // What to do first stands in the head, and once.
    #expect(lines[1].contains("Next: Run “git rm --cached .env” and commit."))
    #expect(lines.count { $0.contains("git rm --cached") } == 1)
  }

  @Test
  func `says once what to do about the connection`() {
    let report = StatusReport(.connection(.dnsFailure))
    let lines = StatusText.lines(report)
    #expect(lines.first == "The name cannot be looked up")
    #expect(lines.count { $0.contains(report.explanation.remedy) } == 1)
  }

  @Test
  func `has a symbol of its own for every state`() {
    #expect(Set(Check.State.allCases.map(StatusText.symbol(for:))).count == 5)
  }
}
