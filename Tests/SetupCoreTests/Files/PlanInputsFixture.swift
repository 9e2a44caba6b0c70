import Ground
import SetupCore

/// The inputs of a plan as a test describes them: texts instead of snapshots.
struct PlanCase {
  var env: String?
  var ignore: String?
  var example: String?
  var mode: UInt32 = 0o600
  var token: Secret? = Secret(EnvCase.token)
  var scopes = ["object_configuration:read", "record_permission:read"]
  var envFileName = ".env"
  var isTracked = false
  var untrack = false
  var git = GitFindings.Availability.repository(root: "/p")
  /// What git says beside the project's own `.gitignore`.
  var answers: [IgnoreAnswer] = []
  /// The app to set in the place of the token; nil for a token.
  var app: AppSettings?

  /// The inputs; git's answers are those of the `.gitignore` where the case names no other.
  var inputs: PlanInputs {
    let rules = IgnoreFile(FileContent(ignore ?? ""))
    let names = Plan.sampleNames(envFileName: envFileName)
    let given = GitFindings(availability: git, ignored: answers)
    let ignored = names.map { given.answer(for: $0) ?? rules.answer(for: $0) }
    var isRepository = false
    if case .repository = git { isRepository = true }
    return PlanInputs(
      settings: app?.envSettings ?? [.token(token, variable: "KEY")],
      wantedScopes: scopes,
      envFileName: envFileName,
      envFile: Self.snapshot("/p/\(envFileName)", env, mode: mode),
      ignoreFile: Self.snapshot("/p/.gitignore", ignore, mode: 0o664),
      example: Self.snapshot("/p/.env.example", example, mode: 0o664),
      git: GitFindings(
        availability: git,
        ignored: isRepository ? ignored : [],
        isEnvFileTracked: isTracked
      ),
      untrack: untrack
    )
  }

  func plan() throws(PlanError) -> Plan { try Plan.make(inputs) }

  /// The case as it stands once the plan was applied.
  func applied() throws(PlanError) -> PlanCase {
    var next = self
    for entry in try plan().pending {
      switch entry.id {
      case .ignoreRules: next.ignore = entry.after.text
      case .envFile: (next.env, next.mode) = (entry.after.text, entry.mode)
      case .example, .pin: next.example = entry.after.text
      case .untrack: next.isTracked = false
      case .tightenMode: next.mode = entry.mode
      case .client, .clientPackage, .firstCall, .oauth, .workflow: break
      }
    }
    return next
  }

  private static func snapshot(_ path: String, _ text: String?, mode: UInt32) -> FileSnapshot {
    guard let text else { return FileSnapshot(path: path, kind: .missing) }
    let content = FileContent(EnvCase.rawBytes(text))
    return FileSnapshot(path: path, kind: .file, content: content, mode: mode)
  }
}
