import AttioSandbox

@testable import SetupCore

extension Situation {
  private static let full = SandboxScenario.full.token
  private static let other = SandboxScenario.otherWorkspace.token
  private static let connected = "Connected to Sandbox Workspace (sandbox-workspace)"

  /// What notes and tasks are of no use without; the wizard adds it where it is not wanted.
  private static let records = "record_permission:read object_configuration:read "

  private static func example(_ scopes: String) -> [String: String] {
    [".env.example": "# attio-scopes: \(scopes)\nATTIO_API_KEY=\n"]
  }

  static let table = good + missing + refused + overridden + guarded

  /// What the app will be glad of.
  private static let good = [
    Situation(name: "a new repository", end: .written(.good, connected)),
    Situation(name: "no repository", repository: .none, end: .written(.good, connected)),
    Situation(
      name: "the scopes of the example are granted",
      files: example(records + "note:read-write task:read user_management:read"),
      end: .written(.good, connected)
    ),
    Situation(
      name: "reading without a comment",
      token: SandboxScenario.readOnly.token,
      end: .written(.good, connected)
    ),
    Situation(
      name: "another variable with CRLF",
      files: [".env": "A=1\r\nATTIO_API_KEY=\r\nB=2\r\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "lone carriage returns",
      files: [".env": "A=1\rB=2"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "exported and quoted, with a comment",
      files: [".env": "export ATTIO_API_KEY=\"old\" # the key\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "an env file that is there, ignored",
      files: [".env": "A=1\n", ".gitignore": ".env\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "a backup with a token",
      files: [".env": "A=1\n", ".env.bak": "ATTIO_API_KEY=\(other)\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "the token is there",
      files: [".env": "ATTIO_API_KEY=\(full)\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "a dead token is there",
      files: [".env": "ATTIO_API_KEY=\(SandboxScenario.inactive.token)\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "an old token of the same workspace",
      files: [".env": "ATTIO_API_KEY=\(SandboxScenario.readOnly.token)\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "the variable stands in .env.local",
      files: [".env.local": "ATTIO_API_KEY=\n", ".env": "A=1\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "readable by others",
      files: [".env": "A=1\n"],
      mode: 0o644,
      end: .written(.good, connected)
    ),
    Situation(
      name: "the env file was committed once",
      repository: .committedBefore,
      files: [".env": "A=1\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "the shell has the same token",
      environment: ["ATTIO_API_KEY": full],
      end: .written(.good, connected)
    ),
    Situation(
      name: "the pin is this workspace",
      files: [".env.example": "# attio-workspace: sandbox-workspace\nATTIO_API_KEY=\n"],
      end: .written(.good, connected)
    ),
    Situation(
      name: "a base URL of this machine",
      files: [".env": "ATTIO_BASE_URL=http://127.0.0.1:9/v2\n"],
      end: .written(.good, connected)
    ),
  ]

  /// Connected, and the app will get a 403.
  private static let missing = [
    Situation(
      name: "no scopes, no comment",
      token: SandboxScenario.noScopes.token,
      end: .written(.actionNeeded, "\(connected), but the token has no scopes"),
      isProposed: true
    ),
    Situation(
      name: "no scopes, some wanted",
      token: SandboxScenario.noScopes.token,
      files: example("webhook:read"),
      end: .written(.actionNeeded, "\(connected), but the token has no scopes")
    ),
    Situation(
      name: "one scope is missing",
      token: SandboxScenario.readOnly.token,
      files: example(records + "note:read-write"),
      end: .written(.actionNeeded, "\(connected), but 1 scope is missing: note:read-write")
    ),
    Situation(
      name: "two scopes are missing",
      token: SandboxScenario.readOnly.token,
      files: example(records + "note:read-write task:read-write user_management:read"),
      end: .written(
        .actionNeeded,
        "\(connected), but 2 scopes are missing: note:read-write, task:read-write"
      )
    ),
    Situation(
      name: "the prerequisite is missing",
      token: SandboxScenario.recordsOnly.token,
      files: example("record_permission:read object_configuration:read"),
      end: .written(.actionNeeded, "1 scope is missing: object_configuration:read")
    ),
    Situation(
      name: "the token stands in a commit",
      repository: .committedToken,
      end: .written(.actionNeeded, "\(connected), but git has the token")
    ),
  ]

  /// Attio or the token itself says no; nothing is written.
  private static let refused =
    [
      ("inactive", SandboxScenario.inactive, 1), ("malformed", .malformed, 1),
      ("unauthorized", .unauthorized, 1), ("a missing scope", .missingScope, 1),
      ("the plan", .planLimit, 1), ("not found", .notFound, 1),
      ("rate limited by a date", .rateLimitedDate, 2),
      ("rate limited by seconds", .rateLimitedSeconds, 2), ("a server error", .serverError, 2),
      ("a web page", .htmlError, 2), ("cut JSON", .badJSON, 2),
      ("the guide's missing scope", .guideInsufficientScopes, 1),
      ("the guide's bad request", .guideInvalidRequest, 1),
    ].map { name, scenario, code in
      Situation(
        name: "Attio answers: \(name)",
        token: scenario.token,
        end: .refused(Int32(code))
      )
    } + [
      Situation(
        name: "another service's secret",
        token: "ghp_" + String(repeating: "a1B2", count: 9),
        end: .refused(1)
      ),
      Situation(
        name: "a reference instead of a token",
        token: "op://vault/attio/token",
        end: .refused(1)
      ),
      Situation(
        name: "a JSON Web Token that Attio does not know",
        token: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        end: .refused(1)
      ),
    ]

  /// Two places with two values.
  private static let overridden = [
    Situation(
      name: "the shell has another living token",
      environment: ["ATTIO_API_KEY": SandboxScenario.readOnly.token],
      end: .written(
        .actionNeeded,
        "\(connected), but your shell's ATTIO_API_KEY overrides .env"
      ),
      isOverridden: true
    ),
    Situation(
      name: "the shell has a dead token",
      environment: ["ATTIO_API_KEY": SandboxScenario.inactive.token],
      end: .written(
        .actionNeeded,
        "\(connected), but your shell's ATTIO_API_KEY overrides .env"
      ),
      isOverridden: true
    ),
    Situation(
      name: "another workspace's token is there",
      files: [".env": "ATTIO_API_KEY=\(other)\n"],
      end: .refused(1),
      isFineAsItIs: true
    ),
  ]

  /// What must not be written to, or written over, without a question.
  private static let guarded = [
    Situation(
      name: "the pin is another workspace",
      files: [".env.example": "# attio-workspace: beta\nATTIO_API_KEY=\n"],
      end: .refused(1)
    ),
    Situation(
      name: "the pin is another workspace than that of the token that is there",
      files: [
        ".env": "ATTIO_API_KEY=\(full)\n",
        ".env.example": "# attio-workspace: beta\nATTIO_API_KEY=\n",
      ],
      end: .refused(1)
    ),
    Situation(
      name: "git tracks the env file",
      repository: .tracked,
      files: [".env": "A=1\n"],
      end: .refused(1)
    ),
    Situation(
      name: "git refuses and the env file is there",
      repository: .refusing,
      files: [".env": "A=1\n"],
      end: .refused(1)
    ),
    Situation(
      name: "an encrypted value",
      files: [
        ".env": "ATTIO_API_KEY=\"encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz\"\n"
      ],
      end: .refused(1)
    ),
    Situation(
      name: "a reference of 1Password",
      files: [".env": "ATTIO_API_KEY=op://vault/attio/token\n"],
      end: .refused(1)
    ),
    Situation(
      name: "another variable as a value",
      files: [".env": "ATTIO_API_KEY=${SECRET_FROM_CI}\n"],
      end: .refused(1)
    ),
    Situation(
      name: "an env file in UTF-16",
      files: [".env": "A\u{0}=\u{0}1\u{0}\n\u{0}"],
      end: .refused(3)
    ),
    Situation(
      name: "others can write to the env file",
      files: [".env": "A=1\n"],
      mode: 0o666,
      end: .refused(1)
    ),
  ]
}
