import Ground
import SetupCore
import SetupRuntime
import Testing

/// A project whose files a run changes while the system's calls fail.
///
/// No git is there, so that a run is quick and makes no calls but those on files.
struct FaultProject: ~Copyable {
  static let token = Secret("canary" + String(repeating: "0", count: 58))

  /// The files that a run may touch, in its order.
  static let names = [".gitignore", ".env", ".env.example"]

  static let old = [
    ".gitignore": "node_modules\n", ".env": "OTHER=1\n", ".env.example": "OTHER=\n",
  ]

  let folder: TemporaryFolder

  private init(_ folder: consuming TemporaryFolder) { self.folder = folder }

  static func make() throws -> FaultProject {
    let folder = try TemporaryFolder()
    try folder.makeFolder("project")
    try folder.makeFolder("home")
    for (name, text) in Self.old { try folder.write("project/\(name)", text) }
    return FaultProject(folder)
  }

  /// Reads, plans and applies all of it; the mode of the env file is tightened.
  ///
  /// - Parameter path: The folder of a `FaultProject`.
  /// - Returns: What was done.
  /// - Throws: Why it could not be planned, or an `ApplyFailure`.
  static func run(_ path: String) async throws -> ApplyReport {
    let git = Git(environment: ["PATH": "/nowhere"])
    var request = PlanRequest(
      directory: "\(path)/project",
      envFileName: ".env",
      variable: "ATTIO_API_KEY",
      token: token,
      wantedScopes: ["note:read"]
    )
    request.consent.tightens = true
    let inputs = try await PlanInputsReading(git: git).planInputs(for: request)
    let applier = PlanApplier(directory: request.directory, git: git, journal: journal(path))
    return try await applier.apply(try Plan.make(inputs))
  }

  static func journal(_ path: String) -> UndoJournal {
    UndoJournal(environment: [:], home: "\(path)/home")
  }

  func text(_ name: String) throws -> String { try folder.text("project/\(name)") }

  /// The files that are no longer as they were.
  func changed() throws -> [String] { try Self.names.filter { try text($0) != Self.old[$0] } }

  /// Checks that each file has its old or its new bytes, and that nothing is left beside them.
  func confirmWhole(_ new: [String: String], _ place: Comment) throws {
    for name in Self.names {
      let now = try text(name)
      #expect([Self.old[name], new[name]].contains(now), place)
    }
    _ = AtomicFile().removeStaleTemporaryFiles(in: folder["project"])
    #expect(try Disk.names(folder["project"]) == Self.names.sorted(), place)
    let secret = Self.token.reveal()
    let state = folder["home/.local/state/attio-setup"]
    for name in (try? Disk.names(state)) ?? [] {
      let text = try folder.text("home/.local/state/attio-setup/\(name)")
      #expect(!text.contains(secret), place)
    }
  }

  /// Takes the run back and checks that all is as it was.
  func confirmUndone(_ id: String, _ place: Comment) async throws {
    let runner = UndoRunner(
      journal: Self.journal(folder.path),
      git: Git(environment: ["PATH": "/nowhere"])
    )
    let record = try Self.journal(folder.path).record(id)
    _ = await runner.apply(record.plan())
    #expect(try changed() == [], place)
  }
}
