import Ground
import SetupCore
import SetupRuntime
import Testing

/// A repository with all that a plan needs to be made, applied and undone.
struct ApplyWorld: ~Copyable {
  static let token = Secret("canary" + String(repeating: "0", count: 58))

  let repository: TestRepository

  static func make() async throws -> ApplyWorld {
    ApplyWorld(repository: try await TestRepository.make())
  }

  var journal: UndoJournal {
    UndoJournal(environment: [:], home: repository.folder["home"])
  }

  /// The record of the project's last run.
  func record() throws(UndoError) -> UndoRecord {
    try journal.latest(in: repository.top).record
  }

  var undo: UndoRunner { UndoRunner(journal: journal, git: repository.git) }

  func plan(
    _ envFileName: String = ".env",
    untrack: Bool = false,
    consent: PlanConsent = PlanConsent()
  ) async throws -> Plan {
    var request = PlanRequest(
      directory: repository.top,
      envFileName: envFileName,
      variable: "ATTIO_API_KEY",
      token: Self.token,
      wantedScopes: ["note:read"],
      untrack: untrack
    )
    request.consent = consent
    return try await plan(request)
  }

  /// Plans an app's settings; those that are nil are kept.
  func plan(_ app: AppSettings) async throws -> Plan {
    try await plan(
      PlanRequest(
        directory: repository.top,
        envFileName: ".env",
        app: app,
        wantedScopes: ["note:read"]
      )
    )
  }

  private func plan(_ request: PlanRequest) async throws -> Plan {
    try Plan.make(await PlanInputsReading(git: repository.git).planInputs(for: request))
  }

  func applier(_ files: AtomicFile = AtomicFile()) -> PlanApplier {
    PlanApplier(directory: repository.top, git: repository.git, journal: journal, files: files)
  }

  /// Applies a plan that must fail and gives the failure.
  func failure(of plan: Plan, _ files: AtomicFile = AtomicFile()) async throws -> ApplyFailure {
    do throws(ApplyFailure) {
      _ = try await applier(files).apply(plan)
    } catch {
      return error
    }
    throw Unexpected()
  }

  struct Unexpected: Error {}

  var secretLine: String { "ATTIO_API_KEY=\(Self.token.reveal())\n" }

  func text(_ name: String) throws -> String { try repository.folder.text("project/\(name)") }
}
