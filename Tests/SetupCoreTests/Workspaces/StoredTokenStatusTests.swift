import Ground
import SetupCore
import TestSupport
import Testing

/// What a status says of a token that is not in the env file but in the store of workspaces.
struct StoredTokenStatusTests {
  private func findings(
    _ change: (inout StatusFindings) -> Void = { _ in }
  ) -> StatusFindings {
    StatusFindings.healthy {
      $0.sources = []
      $0.checked = CheckedToken(origin: .workspaceStore, value: canaryToken)
      change(&$0)
    }
  }

  @Test func `a stored token is good without a value in the env file`() {
    let report = StatusReport(findings())
    #expect(report.verdict == .good && report.token.origin == .workspaceStore)
    #expect(findings().check(.tokenPresent)?.summary == "The store of workspaces has a value.")
    #expect(findings().check(.tokenSource)?.state == .skipped)
  }

  @Test(arguments: [
    ConnectionState.tokenMissing, .tokenMalformed, .tokenInactive, .unauthorized, .missingScope,
    .notFound,
  ])
  func `a stored token is replaced by connecting again, not by the dashboard`(
    state: ConnectionState
  ) {
    for status in [nil, 401] {
      let report = StatusReport(
        findings {
          $0.verification = Verification(connection: Connection(state: state, httpStatus: status))
        }
      )
      #expect(report.explanation.remedy.contains("attio-setup connect"))
      let texts =
        report.checks.flatMap { [$0.summary, $0.remedy ?? ""] } + [report.explanation.happening]
      #expect(
        !texts.contains { $0.contains("access-tokens") || $0.contains("settings/developers") }
      )
      #expect(!texts.contains { $0.contains("no value for ATTIO_API_KEY") })
    }
  }

  @Test func `missing scopes are ticked in the app`() throws {
    let found = findings { $0.wantedScopes = ScopeSet(parsing: "webhook:read-write") }
    let check = try #require(found.check(.scopesGranted))
    #expect(check.state == .fail)
    #expect(check.remedy?.contains("the app's Scopes tab at https://build.attio.com") == true)
    let unused = findings {
      $0.wantedScopes = ScopeSet()
      $0.verification.identity?.scopes = ["task:read-write"]
    }
    #expect(unused.check(.scopesGranted)?.remedy?.contains("the app's Scopes tab") == true)
  }

  @Test func `a committed token is ended by uninstalling the app`() {
    let found = findings { $0.history.isTokenCommitted = true }
    #expect(found.check(.gitHistory)?.state == .fail)
    #expect(found.check(.gitHistory)?.remedy?.contains("uninstall the app") == true)
    let once = findings { $0.history.wasEnvFileCommitted = true }
    #expect(once.check(.gitHistory)?.remedy?.contains("client secret") == true)
  }

  @Test func `a tracked env file holds secrets, but not this token`() {
    let found = findings {
      $0.git.isEnvFileTracked = true
    }
    #expect(found.check(.gitUntracked)?.state == .fail)
    #expect(found.check(.gitUntracked)?.summary.contains("the token") == false)
  }

  @Test func `an unusual token is not said to be the variable's`() {
    let found = findings {
      $0.checked = CheckedToken(origin: .workspaceStore, value: Secret("short-but-sendable-1234"))
    }
    #expect(found.check(.tokenShape)?.summary == "The stored token is unusual.")
  }

  @Test func `the example names the app, not a token that stands in no file`() {
    let found = findings { $0.example.namesVariable = false }
    #expect(found.check(.examplePresent)?.summary == ".env.example does not name ATTIO_CLIENT_ID.")
  }

  @Test func `an env file that is not there is no failure`() {
    let found = findings { $0.envFile = FileSnapshot(path: "/home/me/app/.env", kind: .missing) }
    #expect(found.check(.fileMode)?.summary == "There is no file .env.")
    #expect(StatusReport(found).verdict == .good)
  }
}
