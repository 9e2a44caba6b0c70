import Ground
import SetupCore

/// Stands for a token and must appear in no output.
let canaryToken = Secret("canary0123456789abcdef0123456789abcdef0123456789abcdef0123456789")

/// A token other than the canary, of the usual length.
let otherToken = Secret("other00123456789abcdef0123456789abcdef0123456789abcdef0123456789")

extension StatusFindings {
  /// A project in which everything is as it should be.
  static var healthy: StatusFindings {
    var findings = StatusFindings(
      directory: "/home/me/app",
      envFile: FileSnapshot(path: "/home/me/app/.env", kind: .file, mode: 0o600, owner: 1000),
      git: GitFindings(
        availability: .repository(root: "/home/me"),
        ignored: [
          IgnoreAnswer(
            name: ".env",
            isIgnored: true,
            rule: IgnoreRule(file: ".gitignore", line: 3, pattern: ".env")
          )
        ]
      ),
      verification: .good
    )
    findings.userID = 1000
    findings.ship.images = [
      ImageBuild(name: "Dockerfile", ignoreFile: ".dockerignore", rules: FileContent(".env*\n"))
    ]
    findings.sources = [TokenSource(place: .envFile(".env"), value: canaryToken)]
    findings.checked = CheckedToken(origin: .envFile, value: canaryToken)
    findings.history = HistoryFindings(
      wasEnvFileCommitted: false,
      isTokenCommitted: false,
      filesWithToken: []
    )
    findings.example = ExampleFindings(isPresent: true, namesVariable: true)
    findings.pin = .slug("acme")
    findings.wantedScopes = ScopeSet(parsing: "object_configuration:read task:read")
    return findings
  }

  /// The healthy project with something changed.
  static func healthy(but change: (inout StatusFindings) -> Void) -> StatusFindings {
    var findings = healthy
    change(&findings)
    return findings
  }

  /// The healthy project with another outcome of asking Attio.
  static func connection(_ state: ConnectionState, status: Int? = nil) -> StatusFindings {
    healthy {
      $0.verification = Verification(connection: Connection(state: state, httpStatus: status))
    }
  }

  /// One check of what was found.
  func check(_ id: Check.ID) -> Check? {
    StatusReport(self).checks.first { $0.id == id }
  }
}

extension Verification {
  /// Attio knows the token.
  static var good: Verification {
    var verification = Verification(
      connection: Connection(state: .connected, httpStatus: 200, milliseconds: 12.34),
      identity: Identity(
        workspaceID: "3f9c",
        workspaceName: "Acme",
        workspaceSlug: "acme",
        scopes: ["task:read", "object_configuration:read"]
      ),
      objects: ["people", "companies"]
    )
    verification.clock = ClockReading(here: 1_790_000_100, atAttio: 1_790_000_000)
    return verification
  }
}
