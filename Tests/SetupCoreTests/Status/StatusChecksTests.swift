import Ground
import SetupCore
import TestSupport
import Testing

/// A change to the healthy project and what one check makes of it.
private struct Row: CustomTestStringConvertible, Sendable {
  let name: String
  let id: Check.ID
  let state: Check.State
  let change: @Sendable (inout StatusFindings) -> Void

  init(
    _ name: String,
    _ id: Check.ID,
    _ state: Check.State,
    _ change: @escaping @Sendable (inout StatusFindings) -> Void
  ) {
    self.name = name
    self.id = id
    self.state = state
    self.change = change
  }

  var testDescription: String { name }
}

private func sources(_ first: TokenSource.Place, _ second: TokenSource.Place) -> [TokenSource] {
  [TokenSource(place: first, value: otherToken), TokenSource(place: second, value: canaryToken)]
}

private func value(_ text: String) -> @Sendable (inout StatusFindings) -> Void {
  {
    $0.sources = [TokenSource(place: .envFile(".env"), value: Secret(text))]
    $0.checked = CheckedToken(origin: .envFile, value: Secret(text))
  }
}

private func address(_ value: String) -> AddressInFile {
  AddressInFile(file: ".env", variable: "ATTIO_BASE_URL", value: value)
}

private func rule(_ pattern: String, isIgnored: Bool) -> IgnoreAnswer {
  IgnoreAnswer(
    name: ".env",
    isIgnored: isIgnored,
    rule: IgnoreRule(file: ".gitignore", line: 1, pattern: pattern)
  )
}

private let rows: [Row] = [
  Row("no source", .tokenPresent, .fail) {
    $0.sources = []
    $0.checked = nil
  },
  Row("an empty source", .tokenPresent, .fail, value("")),
  Row("no source has no source", .tokenSource, .skipped) {
    $0.sources = []
    $0.checked = nil
  },
  Row("shell wins with another value", .tokenSource, .fail) {
    $0.sources = sources(.environment, .envFile(".env"))
  },
  Row("another env file wins with another value", .tokenSource, .fail) {
    $0.sources = sources(.envFile(".env.local"), .envFile(".env"))
  },
  Row("the env file wins over another value", .tokenSource, .pass) {
    $0.sources = sources(.envFile(".env"), .envFile(".env.default"))
  },
  Row("shell has the same value", .tokenSource, .pass) {
    $0.sources = [
      TokenSource(place: .environment, value: canaryToken),
      TokenSource(place: .envFile(".env"), value: canaryToken),
    ]
  },
  Row("only the shell", .tokenSource, .pass) {
    $0.sources = [TokenSource(place: .environment, value: canaryToken)]
  },
  Row("from the store", .tokenSource, .skipped) {
    $0.checked = CheckedToken(origin: .workspaceStore, value: canaryToken)
  },
  Row("an empty variable of the shell wins, too", .tokenSource, .fail) {
    $0.sources = [
      TokenSource(place: .environment, value: Secret("")),
      TokenSource(place: .envFile(".env"), value: canaryToken),
    ]
  },
  Row("an empty variable of the shell is not all there is", .tokenPresent, .pass) {
    $0.sources = [
      TokenSource(place: .environment, value: Secret("")),
      TokenSource(place: .envFile(".env"), value: canaryToken),
    ]
    $0.checked = CheckedToken(origin: .environment, value: Secret(""))
  },
  Row("a backup has one", .tokenElsewhere, .warn) { $0.elsewhere = [".env.bak"] },
  Row("many files have one", .tokenElsewhere, .warn) {
    $0.elsewhere = [".env.bak", ".env.old", ".env.sample", ".envrc", ".env~"]
  },
  Row("a stored token is in no file", .tokenElsewhere, .skipped) {
    $0.checked = CheckedToken(origin: .workspaceStore, value: canaryToken)
    $0.elsewhere = [".env.bak"]
  },
  Row("no workspace is pinned", .workspacePinned, .skipped) { $0.pin = nil },
  Row("another workspace is pinned", .workspacePinned, .fail) { $0.pin = .slug("beta") },
  Row("the pin is no slug", .workspacePinned, .fail) { $0.pin = .unreadable("My Company") },
  Row("nobody said whose it is", .workspacePinned, .unknown) {
    $0.verification = Verification(connection: Connection(state: .timeout))
  },
  Row("the slug is not known", .workspacePinned, .unknown) {
    $0.verification.identity?.workspaceSlug = nil
  },
  Row("a stored token is of any workspace", .workspacePinned, .skipped) {
    $0.checked = CheckedToken(origin: .workspaceStore, value: canaryToken)
    $0.pin = .slug("beta")
  },
  Row("the file sends the app elsewhere", .apiAddress, .warn) {
    $0.addresses = [address("http://evil.example/v2")]
  },
  Row("the file sends the app elsewhere by https", .apiAddress, .warn) {
    $0.addresses = [address("https://evil.example/v2")]
  },
  Row("the user's name looks like Attio", .apiAddress, .warn) {
    $0.addresses = [address("https://api.attio.com@evil.example/v2")]
  },
  Row("Attio in the clear", .apiAddress, .warn) {
    $0.addresses = [address("http://api.attio.com/v2")]
  },
  Row("no address at all", .apiAddress, .warn) { $0.addresses = [address("evil")] },
  Row("an imitation on this machine", .apiAddress, .warn) {
    $0.addresses = [address("http://127.0.0.1:4000/v2")]
  },
  Row("the imitation that is asked", .apiAddress, .pass) {
    $0.addresses = [address("http://127.0.0.1:4000/v2")]
    $0.context.host = "127.0.0.1:4000"
  },
  Row("Attio's own address", .apiAddress, .pass) {
    $0.addresses = [
      address("https://api.attio.com/v2"),
      AddressInFile(file: ".env", variable: "ATTIO_APP_URL", value: "https://app.attio.com"),
    ]
  },
  Row("another authorization server", .apiAddress, .warn) {
    $0.addresses = [
      AddressInFile(file: ".env", variable: "ATTIO_APP_URL", value: "https://evil.example")
    ]
  },
  Row("no token has no shape", .tokenShape, .skipped) {
    $0.sources = []
    $0.checked = nil
  },
  Row("empty shape", .tokenShape, .fail, value("")),
  Row("several lines", .tokenShape, .fail, value("a\nb")),
  Row("vault reference", .tokenShape, .fail, value("op://a/b")),
  Row("shell reference", .tokenShape, .fail, value("${TOKEN}")),
  Row("encrypted by dotenvx", .tokenShape, .fail, value("encrypted:BG8M6U")),
  Row("encrypted by sops", .tokenShape, .fail, value("ENC[AES256_GCM,data:p673w==]")),
  Row("63 characters", .tokenShape, .warn, value(String(repeating: "a", count: 63))),
  Row("65 characters", .tokenShape, .warn, value(String(repeating: "a", count: 65))),
  Row("prefix of the guide", .tokenShape, .warn, value("sk_abc")),
  Row("others can write", .fileMode, .fail) { $0.envFile.mode = 0o602 },
  Row("others can read and write", .fileMode, .fail) { $0.envFile.mode = 0o666 },
  Row("others can read", .fileMode, .warn) { $0.envFile.mode = 0o644 },
  Row("group can write", .fileMode, .warn) { $0.envFile.mode = 0o660 },
  Row("group can read", .fileMode, .pass) { $0.envFile.mode = 0o640 },
  Row("only the owner", .fileMode, .pass) { $0.envFile.mode = 0o400 },
  Row("no env file", .fileMode, .skipped) { $0.envFile.kind = .missing },
  Row("another user's file", .fileOwner, .warn) { $0.envFile.owner = 0 },
  Row("no file belongs to nobody", .fileOwner, .skipped) { $0.envFile.kind = .missing },
  Row("the user is not known", .fileOwner, .skipped) { $0.userID = nil },
  Row("clock behind", .clock, .warn) { $0.verification.clock?.here = 1_789_999_699 },
  Row("clock almost behind", .clock, .pass) { $0.verification.clock?.here = 1_789_999_700 },
  Row("clock ahead", .clock, .warn) { $0.verification.clock?.here = 1_790_000_301 },
  Row("clock years ahead", .clock, .warn) { $0.verification.clock?.here = 9_000_000_000 },
  Row("no date and a token of the past", .clock, .unknown) {
    $0.verification.clock?.atAttio = nil
    $0.verification.identity?.issuedAt = 1_700_000_000
  },
  Row("no date and a token of the future", .clock, .warn) {
    $0.verification.clock?.atAttio = nil
    $0.verification.identity?.issuedAt = 1_790_000_401
  },
  Row("a token's time that is none", .clock, .pass) {
    $0.verification.identity?.issuedAt = .infinity
  },
  Row("no answer with a time", .clock, .unknown) { $0.verification.clock = nil },
  Row("not ignored", .gitIgnored, .fail) {
    $0.git.ignored = [IgnoreAnswer(name: ".env", isIgnored: false)]
  },
  Row("excepted", .gitIgnored, .fail) { $0.git.ignored = [rule("!.env", isIgnored: false)] },
  Row("ignored", .gitIgnored, .pass) { $0.git.ignored = [rule(".env*", isIgnored: true)] },
  Row("no answer about it", .gitIgnored, .unknown) { $0.git.ignored = [] },
  Row("tracked", .gitUntracked, .fail) { $0.git.isEnvFileTracked = true },
  Row("not tracked", .gitUntracked, .pass) { $0.git.isEnvFileTracked = false },
  Row("token in a commit", .gitHistory, .fail) { $0.history.isTokenCommitted = true },
  Row("token in a tracked file", .gitHistory, .fail) { $0.history.filesWithToken = ["a.txt"] },
  Row("token in a tracked file, rest unknown", .gitHistory, .fail) {
    $0.history = HistoryFindings(filesWithToken: ["a.txt", "b.txt"])
  },
  Row("env file once committed", .gitHistory, .warn) { $0.history.wasEnvFileCommitted = true },
  Row("no history", .gitHistory, .unknown) { $0.history = HistoryFindings() },
  Row("no token, never committed", .gitHistory, .pass) {
    $0.checked = nil
    $0.history = HistoryFindings(wasEnvFileCommitted: false)
  },
  Row("no example", .examplePresent, .warn) { $0.example = ExampleFindings() },
  Row("example without the variable", .examplePresent, .warn) {
    $0.example = ExampleFindings(isPresent: true, namesVariable: false)
  },
  Row("missing scope", .scopesGranted, .fail) { $0.wantedScopes = ScopeSet(parsing: "note:read") },
  Row("wrong scope is missing", .scopesGranted, .fail) {
    $0.wantedScopes = ScopeSet(parsing: "task:write")
  },
  Row("unused write scope", .scopesGranted, .warn) {
    $0.verification.identity?.scopes = ["task:read-write", "object_configuration:read"]
  },
  Row("unused read scope", .scopesGranted, .pass) {
    $0.verification.identity?.scopes = ["task:read", "object_configuration:read", "note:read"]
  },
  Row("nothing wanted at all", .scopesGranted, .warn) {
    $0.wantedScopes = ScopeSet()
    $0.verification.identity?.scopes = ["task:read-write"]
  },
  Row("nothing known to be wanted", .scopesGranted, .pass) {
    $0.wantedScopes = nil
    $0.verification.identity?.scopes = ["webhook:read-write"]
  },
  Row("scopes without what they need", .scopesGranted, .warn) {
    $0.wantedScopes = nil
    $0.verification.identity?.scopes = ["task:read-write"]
  },
  Row("scopes not told", .scopesGranted, .unknown) { $0.verification.identity = nil },
  Row("objects not asked for", .apiObjects, .skipped) { $0.verification.objects = nil },
  Row("objects refused", .apiObjects, .fail) {
    $0.verification.objects = nil
    $0.verification.connection = Connection(state: .missingScope, httpStatus: 403)
  },
  Row("token accepted though objects are refused", .authActive, .pass) {
    $0.verification.objects = nil
    $0.verification.connection = Connection(state: .missingScope, httpStatus: 403)
  },
  Row("objects out of reach", .apiObjects, .unknown) {
    $0.verification.objects = nil
    $0.verification.connection = Connection(state: .timeout)
  },
]

struct StatusChecksTests {
  @Test
  func `passes everything in a healthy project`() {
    let report = StatusReport(.healthy)
    #expect(report.checks.map(\.id) == Check.ID.allCases.filter { $0 != .scopesCode })
    #expect(report.checks.allSatisfy { $0.state == .pass && $0.remedy == nil })
    #expect(report.verdict == .good)
    #expect(report.exitCode == 0)
    #expect(report.problems == [])
    #expect(report.remedy == nil)
  }

  @Test(arguments: rows)
  fileprivate func `follows the table`(_ row: Row) throws {
    let check = try #require(StatusFindings.healthy(but: row.change).check(row.id))
    #expect(check.state == row.state)
    #expect(check.summary.hasSuffix("."))
    switch check.state {
    case .fail, .warn, .unknown: #expect(check.remedy?.last.map { ".?".contains($0) } == true)
    case .pass, .skipped: #expect(check.remedy == nil)
    }
  }

  @Test(arguments: rows)
  fileprivate func `needs action exactly where a check fails`(_ row: Row) {
    let report = StatusReport(.healthy(but: row.change))
    let isFailed = report.checks.contains { $0.state == .fail }
    let expected = isFailed ? Verdict.actionNeeded : report.connection.state.verdict
    #expect(report.verdict == expected)
  }

  @Test(arguments: [Check.ID.gitIgnored, .gitUntracked, .gitHistory])
  func `asks git only where there is a repository`(_ id: Check.ID) {
    let states: [(GitFindings.Availability, Check.State)] = [
      (.noRepository, .skipped), (.missing, .unknown),
      (.refused("dubious\u{1B} ownership"), .unknown),
    ]
    for (availability, state) in states {
      let findings = StatusFindings.healthy { $0.git.availability = availability }
      #expect(findings.check(id)?.state == state)
      #expect(findings.check(id)?.summary.contains("\u{1B}") == false)
      #expect(StatusReport(findings).exitCode == 0)
      #expect(StatusReport(findings).project.repository == nil)
    }
  }

  @Test(arguments: ConnectionState.allCases)
  func `lets the state decide about the check of the token`(_ state: ConnectionState) {
    let findings = StatusFindings.connection(state)
    let expected: Check.State =
      switch state.verdict {
      case .good: .pass
      case .actionNeeded: .fail
      case .unknown: .unknown
      }
    #expect(findings.check(.authActive)?.state == expected)
    #expect(StatusReport(findings).verdict == state.verdict)
  }

  @Test
  func `judges by local checks alone when offline`() {
    var findings = StatusFindings.connection(.notChecked)
    #expect(StatusReport(findings).exitCode == 2)
    findings.isOffline = true
    let report = StatusReport(findings)
    #expect(report.exitCode == 0)
    let skipped = report.checks.filter { $0.state == .skipped }.map(\.id)
    #expect(
      skipped == [.authActive, .workspacePinned, .clock, .scopesGranted, .apiObjects]
    )
    findings.git.isEnvFileTracked = true
    #expect(StatusReport(findings).exitCode == 1)
  }

  @Test
  func `shows both values masked where they differ`() {
    let findings = StatusFindings.healthy { $0.sources = sources(.environment, .envFile(".env")) }
    #expect(
      findings.check(.tokenSource)?.summary
        == "The shell's ATTIO_API_KEY (othe…6789) wins over .env (cana…6789), which is different."
    )
  }

  @Test
  func `says why the history is not known, and denies nothing that was not looked for`() {
    for (committed, state) in [(false, Check.State.unknown), (true, .warn)] {
      let check = StatusFindings.healthy {
        $0.history = HistoryFindings(
          wasEnvFileCommitted: committed,
          filesWithToken: [],
          reason: "the history is too long\u{1B}[2J"
        )
      }.check(.gitHistory)
      #expect(check?.state == state)
      #expect(check?.summary.contains("the history is too long[2J.") == true)
      #expect(check?.summary.contains("not found") == false)
    }
  }

  @Test
  func `names the files that hold a value and are not loaded`() {
    let findings = StatusFindings.healthy {
      $0.elsewhere = [".env.bak", ".env.sample", ".envrc", ".env\u{1B}[2J"]
    }
    let check = findings.check(.tokenElsewhere)
    #expect(
      check?.summary
        == ".env.bak, .env.sample, .envrc and 1 more have a value for ATTIO_API_KEY."
    )
    #expect(check?.remedy?.contains("No program loads .env.bak and .env[2J by itself") == true)
    #expect(check?.remedy?.contains("Remove the value from .env.sample") == true)
    #expect(check?.remedy?.contains("a shell where direnv loaded it") == true)
  }

  @Test(
    arguments: [
      (DirenvSource.sets(file: ".envrc"), "Remove ATTIO_API_KEY from .envrc"),
      (.loads(file: ".envrc"), "Run “direnv reload”"),
      (nil, "Run “unset ATTIO_API_KEY”"),
    ] as [(DirenvSource?, String)]
  )
  func `says how the shell's variable goes away`(direnv: DirenvSource?, remedy: String) {
    let findings = StatusFindings.healthy {
      $0.sources = sources(.environment, .envFile(".env"))
      $0.direnv = direnv
    }
    #expect(findings.check(.tokenSource)?.remedy?.hasPrefix(remedy) == true)
  }

  @Test(arguments: [
    ("encrypted:BG8M6U", "dotenvx run -f .env -- COMMAND"),
    ("ENC[AES256_GCM,data:p673w==]", "sops exec-env .env COMMAND"),
    ("op://dev/attio/token", "op run --env-file .env -- COMMAND"),
    ("vault:secret/data/attio#key", "vault-env"),
    ("arn:aws:secretsmanager:x:1:secret:y", "aws secretsmanager get-secret-value"),
  ])
  func `says how a reference becomes the token`(text: String, way: String) throws {
    var findings = StatusFindings.healthy(but: value(text))
    findings.verification = Verification(connection: Connection(state: .tokenMalformed))
    let report = StatusReport(findings)
    let check = try #require(report.checks.first { $0.id == .tokenShape })
    #expect(check.remedy?.contains(way) == true)
    #expect(report.explanation.title == "ATTIO_API_KEY holds a reference, not a token")
    #expect(report.remedy?.contains(way) == true)
    #expect(!StatusText.lines(report).joined().contains(text))
  }

  @Test
  func `says how to cure a missing scope and what it breaks`() throws {
    let findings = StatusFindings.healthy {
      $0.wantedScopes = ScopeSet(parsing: "record_permission:read-write task:read")
    }
    let remedy = try #require(findings.check(.scopesGranted)?.remedy)
    #expect(remedy.contains("https://app.attio.com/acme/settings/developers/access-tokens"))
    #expect(remedy.contains("Records: Read-Write (record_permission:read-write)"))
    #expect(remedy.contains("The token stays the same."))
    #expect(remedy.contains("Without record_permission:read-write: Create a record"))
  }
}
