import Ground
import SetupCore

/// Values that tests start from; each test names only what matters to it.
enum Sample {
  static let token = Secret(String(repeating: "0123456789abcdef", count: 4))
  static let otherToken = Secret(String(repeating: "fedcba9876543210", count: 4))

  static let identity = Identity(
    workspaceID: "f0d1c2b3-0000-4000-8000-000000000001",
    workspaceName: "Acme Inc",
    workspaceSlug: "acme",
    scopes: [
      "object_configuration:read-write", "record_permission:read-write", "note:read-write",
    ],
    authorizedBy: "50cf242c-7fa3-4cad-87d0-75b1af71c57b"
  )

  static let otherIdentity = Identity(
    workspaceID: "f0d1c2b3-0000-4000-8000-000000000002",
    workspaceName: "Beta Ltd",
    workspaceSlug: "beta",
    scopes: ["object_configuration:read"]
  )

  static func report(
    git: GitFindings = GitFindings(availability: .repository(root: "/home/ada/code/shop")),
    envFiles: [EnvFileReport] = [],
    sources: [TokenSource] = [],
    wantedScopes: [String]? = nil,
    concerns: [FolderConcern] = [],
    offers: [FolderOffer] = [],
    writability: [WriteTarget] = [],
    pin: WorkspacePin? = nil
  ) -> ProjectReport {
    var report = ProjectReport(
      directory: "/home/ada/code/shop",
      home: "/home/ada",
      git: git,
      branch: "main",
      language: .typescript,
      envFiles: envFiles,
      sources: sources,
      wantedScopes: wantedScopes,
      concerns: concerns,
      offers: offers,
      writability: writability
    )
    report.pin = pin
    return report
  }

  static func verification(
    _ state: ConnectionState = .connected,
    identity: Identity? = Sample.identity,
    objects: [String]? = nil
  ) -> Verification {
    Verification(
      connection: Connection(state: state, httpStatus: state == .connected ? 200 : nil),
      identity: state == .connected ? identity : nil,
      objects: objects
    )
  }

  static func missing(_ name: String) -> FileSnapshot {
    FileSnapshot(path: "/home/ada/code/shop/\(name)", kind: .missing)
  }

  static let plan = Plan(entries: [
    PlanEntry(
      id: .ignoreRules,
      path: ".gitignore",
      action: .change,
      mode: 0o644,
      before: FileSnapshot(
        path: "/home/ada/code/shop/.gitignore",
        kind: .file,
        content: FileContent("node_modules/\n"),
        mode: 0o644
      ),
      after: FileContent("node_modules/\n.env\n"),
      diff: UnifiedDiff(lines: [
        .init(.fileHeader, "--- a/.gitignore"), .init(.fileHeader, "+++ b/.gitignore"),
        .init(.hunkHeader, "@@ -1 +1,2 @@"), .init(.context, "node_modules/"),
        .init(.added, ".env"),
      ])
    ),
    PlanEntry(
      id: .envFile,
      path: ".env",
      action: .create,
      mode: 0o600,
      before: missing(".env"),
      after: FileContent("ATTIO_API_KEY=\(token.reveal())\n"),
      diff: UnifiedDiff(lines: [
        .init(.fileHeader, "--- /dev/null"), .init(.fileHeader, "+++ b/.env"),
        .init(.hunkHeader, "@@ -0,0 +1 @@"), .init(.added, "ATTIO_API_KEY=0123…cdef"),
      ])
    ),
    PlanEntry(
      id: .example,
      path: ".env.example",
      action: .create,
      mode: 0o644,
      before: missing(".env.example"),
      after: FileContent("# attio-scopes: object_configuration:read\nATTIO_API_KEY=\n"),
      diff: UnifiedDiff(lines: [
        .init(.fileHeader, "--- /dev/null"), .init(.fileHeader, "+++ b/.env.example"),
        .init(.hunkHeader, "@@ -0,0 +1,2 @@"),
        .init(.added, "# attio-scopes: object_configuration:read"),
        .init(.added, "ATTIO_API_KEY="),
      ])
    ),
  ])

  /// The plan where somebody has to agree before the env file is written.
  static func plan(risking risk: PlanRisk) -> Plan {
    var plan = plan
    for index in plan.entries.indices where plan.entries[index].id == .envFile {
      plan.entries[index].risks = [risk]
      plan.entries[index].isOn = false
    }
    return plan
  }

  static let trackedPlan = Plan(entries: [
    PlanEntry(
      id: .untrack,
      path: ".env",
      action: .change,
      mode: 0o600,
      before: missing(".env"),
      after: FileContent(),
      isOn: false
    ),
    PlanEntry(
      id: .envFile,
      path: ".env",
      action: .change,
      mode: 0o600,
      before: missing(".env"),
      after: FileContent(),
      isOn: false
    ),
  ])
}
