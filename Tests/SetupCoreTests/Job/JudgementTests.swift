import Ground
import TestSupport
import Testing

@testable import SetupCore

/// The verdict and the first line, by the one rule of every face.
struct JudgementTests {
  private static let dead = Verification(
    connection: Connection(state: .tokenInactive, httpStatus: 200)
  )

  /// The healthy project, its shell with another value that wins and was checked.
  private static func shell(
    _ winner: Verification,
    file: Verification?,
    change: (inout StatusFindings) -> Void = { _ in }
  ) -> StatusReport {
    var findings = StatusFindings.healthy {
      let own = TokenSource(place: .envFile(".env"), value: canaryToken)
      $0.sources = [TokenSource(place: .environment, value: otherToken), own]
      $0.checked = CheckedToken(origin: .environment, value: otherToken)
      $0.verification = winner
      $0.rival = RivalToken(own, verification: file)
    }
    change(&findings)
    return StatusReport(findings)
  }

  @Test func `green is a connection with nothing against it`() {
    let report = StatusReport(.healthy)
    #expect(report.headline == "Connected to Acme (acme)")
    #expect(report.verdict == .good && report.exitCode == 0 && report.remedy == nil)
  }

  @Test func `no state and no failed check has a green first line and another exit code than 0`() {
    for state in ConnectionState.allCases {
      let report = StatusReport(.connection(state))
      let isGreen = report.headline.hasPrefix("Connected") && !report.headline.contains(", but ")
      #expect(isGreen == (report.exitCode == 0), "\(state)")
    }
    let faults: [(inout StatusFindings) -> Void] = [
      { $0.envFile.mode = 0o666 }, { $0.git.ignored = [] }, { $0.git.isEnvFileTracked = true },
      { $0.history.isTokenCommitted = true }, { $0.wantedScopes = ScopeSet(parsing: "note:read") },
      { $0.verification.identity?.scopes = [] },
    ]
    for (index, fault) in faults.enumerated() {
      let report = StatusReport(.healthy(but: fault))
      guard report.exitCode != 0 else { continue }
      #expect(report.headline.hasPrefix("Connected to Acme (acme), but "), "\(index)")
      #expect(report.remedy != nil, "\(index)")
    }
  }

  @Test(
    arguments: [
      ("note:read", "1 scope is missing: note:read"),
      ("note:read webhook:read", "2 scopes are missing: note:read, webhook:read"),
    ]
  )
  func `the headline names every missing scope`(wanted: String, words: String) {
    let report = StatusReport(.healthy { $0.wantedScopes = ScopeSet(parsing: wanted) })
    #expect(report.headline == "Connected to Acme (acme), but \(words)")
    #expect(report.exitCode == 1)
    let names = wanted.split(separator: " ").map(String.init)
    for name in names { #expect(report.remedy?.contains(name) == true) }
  }

  @Test func `a token without scopes is not green, with or without a comment`() {
    for wanted in [nil, ScopeSet(parsing: "note:read task:read")] {
      let report = StatusReport(
        .healthy {
          $0.wantedScopes = wanted
          $0.verification.identity?.scopes = []
          $0.verification.objects = nil
        }
      )
      #expect(report.headline == "Connected to Acme (acme), but the token has no scopes")
      #expect(
        report.judgement.details.first
          == "This token has no scopes yet, so every call answers 403."
      )
      #expect(
        report.exitCode == 1
          && report.checks.contains { $0.id == .scopesGranted && $0.state == .fail }
      )
      #expect(report.remedy?.contains("/acme/settings/developers/access-tokens") == true)
      for name in wanted?.names ?? [] {
        #expect(report.judgement.details.joined().contains(name))
      }
    }
  }

  @Test(
    arguments: [
      (
        "object_configuration:read note:read",
        "The token reads 1 resource (object_configuration), writes none. 1 resource (note) can't be used "
          + "without record_permission:read."
      ),
      (
        "note:read-write",
        "The token reads none, writes none. 1 resource (note) can't be used without "
          + "record_permission:read, object_configuration:read."
      ),
      ("webhook:read-write", "The token reads 1 resource (webhook), writes 1 resource (webhook)."),
      (
        "record_permission:read-write object_configuration:read list_entry:read note:read",
        "The token reads 3 resources (record_permission, object_configuration, note), writes 1 resource "
          + "(record_permission). 1 resource (list_entry) can't be used without list_configuration:read."
      ),
    ]
  )
  func `without a comment the first lines say what the token can do`(scopes: String, line: String) {
    let report = StatusReport(
      .healthy {
        $0.wantedScopes = nil
        $0.verification.identity?.scopes = scopes.split(separator: " ").map(String.init)
      }
    )
    #expect(report.judgement.details == [line])
    #expect(StatusText.lines(report).prefix(2).last == "  \(line)")
  }

  @Test func `a dead value of the shell over a good one of the file is the cause`() {
    let report = Self.shell(Self.dead, file: .good)
    #expect(
      report.headline
        == "Your shell's ATTIO_API_KEY overrides .env, and it is dead; the one in .env works"
    )
    #expect(report.remedy == "Run: unset ATTIO_API_KEY")
    #expect(report.exitCode == 1)
  }

  @Test func `a value of the shell is named where the file's fails, too, or is not known`() {
    let both = Self.shell(Self.dead, file: Self.dead)
    #expect(both.headline.hasSuffix("and it is dead; the one in .env doesn't work either"))
    #expect(both.remedy?.hasSuffix(" Run: unset ATTIO_API_KEY") == true)
    #expect(both.remedy?.contains("Create a new token") == true)
    let unknown = Self.shell(
      Self.dead,
      file: Verification(connection: Connection(state: .timeout))
    )
    #expect(
      unknown.headline == "Your shell's ATTIO_API_KEY overrides .env, and it is dead"
    )
  }

  @Test func `a good value of the shell is not to be taken away from over a dead one of the file`()
  {
    let report = Self.shell(.good, file: Self.dead)
    #expect(report.headline.contains("but your shell's ATTIO_API_KEY overrides .env"))
    #expect(
      report.judgement.details.contains(
        "Your app gets that value, and it works; the one in .env doesn't."
      )
    )
    #expect(report.remedy == "Put the token that works into .env: attio-setup")
    let unasked = Self.shell(.good, file: Verification(connection: Connection(state: .timeout)))
    #expect(unasked.judgement.details.contains("Your app gets that value, and it works."))
  }

  @Test func `another env file that wins is named as such`() {
    let report = Self.shell(Self.dead, file: .good) {
      $0.sources[0].place = .envFile(".env.local")
      $0.checked?.origin = .envFile
    }
    #expect(
      report.headline
        == "The ATTIO_API_KEY in .env.local overrides .env, and it is dead; the one in .env works"
    )
    #expect(report.remedy?.hasPrefix("Remove ATTIO_API_KEY from .env.local") == true)
  }

  @Test func `what was written and works is not green where the shell wins`() {
    for (winner, words) in [
      (Self.dead, "Your app gets that value, and it is dead."),
      (Verification.good, "Your app gets that value, and it works, too."),
    ] {
      let report = StatusReport(
        .healthy {
          let shell = TokenSource(place: .environment, value: otherToken)
          $0.sources.insert(shell, at: 0)
          $0.rival = RivalToken(shell, verification: winner)
        }
      )
      #expect(
        report.headline
          == "Connected to Acme (acme), but your shell's ATTIO_API_KEY overrides .env"
      )
      #expect(report.judgement.details == [words])
      #expect(report.remedy == "Run: unset ATTIO_API_KEY" && report.exitCode == 1)
    }
  }

  @Test func `which other place matters follows from the one that is checked`() {
    let shell = TokenSource(place: .environment, value: otherToken)
    let file = TokenSource(place: .envFile(".env"), value: canaryToken)
    #expect(RivalToken.source(beside: otherToken, in: [shell, file]) == file)
    #expect(RivalToken.source(beside: canaryToken, in: [shell, file]) == shell)
    #expect(RivalToken.source(beside: canaryToken, in: [file]) == nil)
    let empty = TokenSource(place: .envFile(".env"), value: Secret(""))
    #expect(RivalToken.source(beside: otherToken, in: [shell, empty]) == nil)
  }

  @Test func `offline says that only local checks were made`() throws {
    let report = StatusReport(
      .healthy {
        $0.verification = Verification(connection: .offline)
        $0.isOffline = true
      }
    )
    #expect(report.verdict == .good && report.headline == "Not checked")
    #expect(report.connection.message == "Only the local checks were made. Attio was not asked.")
  }

  @Test func `a workspace that was connected without scopes, or with too few, is not good`() {
    func judgement(_ scopes: [String], _ wanted: [String]?) -> Judgement {
      var result = Sample.result()
      result.workspace.scopes = scopes
      return result.judgement(wanted: wanted)
    }
    #expect(judgement(["note:read"], nil).exitCode == 0)
    #expect(judgement([], nil).exitCode == 1)
    #expect(judgement([], nil).headline.hasSuffix(", but the token has no scopes"))
    let lacking = judgement(["note:read"], ["task:read"])
    #expect(lacking.exitCode == 1 && lacking.headline.contains("1 scope is missing: task:read"))
    #expect(lacking.remedy?.contains("attio-setup connect") == true)
  }
}
