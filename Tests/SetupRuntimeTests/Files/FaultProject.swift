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
  /// The file of the starter client, in a folder that the project does not have.
  static let client = "src/attio/client.ts"

  static let old = [
    ".gitignore": "node_modules\n", ".env": "OTHER=1\n", ".env.example": "OTHER=\n",
  ]

  /// Git, which is not there.
  static var git: Git { Git(environment: ["PATH": "/nowhere"]) }

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
    var request = PlanRequest(
      directory: "\(path)/project",
      envFileName: ".env",
      variable: "ATTIO_API_KEY",
      token: token,
      wantedScopes: ["note:read"]
    )
    request.consent.tightens = true
    let inputs = try await PlanInputsReading(git: git).planInputs(for: request)
    return try await applier(path).apply(try Plan.make(inputs))
  }

  /// Writes the starter client, as a part of the run before where one is named.
  static func writeClient(_ path: String, after run: String? = nil) async throws -> ApplyReport {
    let language = try #require(ClientLanguage(named: "typescript"))
    let client = try StarterClient(.init(language: language))
    let plan = try StarterClientFolder("\(path)/project").plan(client)
    return try await applier(path).apply(plan, continuing: run)
  }

  private static func applier(_ path: String) -> PlanApplier {
    PlanApplier(directory: "\(path)/project", git: git, journal: journal(path))
  }

  /// Takes the last run back, as `undo` does.
  static func undo(_ path: String) async throws -> UndoRunner.Report {
    let record = try journal(path).latest(in: "\(path)/project").record
    return await UndoRunner(journal: journal(path), git: git).apply(record.plan())
  }

  static func journal(_ path: String) -> UndoJournal {
    UndoJournal(environment: [:], home: "\(path)/home")
  }

  func text(_ name: String) throws -> String { try folder.text("project/\(name)") }

  /// The files that are no longer as they were, bytes and mode.
  func changed() throws -> [String] {
    let kept = try Self.names.filter { name in
      try text(name) != Self.old[name] || Disk.mode(folder["project/\(name)"]) != 0o644
    }
    return kept + (Disk.exists(folder["project/\(Self.client)"]) ? [Self.client] : [])
  }

  /// Checks that each file has its old or its new bytes, and that nothing is left beside them.
  func confirmWhole(_ new: [String: String], _ place: Comment) throws {
    for name in Self.names {
      let now = try text(name)
      #expect([Self.old[name], new[name]].contains(now), place)
    }
    if Disk.exists(folder["project/\(Self.client)"]) {
      #expect(try text(Self.client) == new[Self.client], place)
    }
    for name in ["project", "project/src/attio"] where Disk.exists(folder[name]) {
      _ = AtomicFile().removeStaleTemporaryFiles(in: folder[name])
    }
    #expect(try Disk.names(folder["project"]).filter { $0 != "src" } == Self.names.sorted(), place)
    let sources = (try? Disk.names(folder["project/src/attio"])) ?? []
    #expect(sources.allSatisfy { "src/attio/\($0)" == Self.client }, place)
    let secret = Self.token.reveal()
    let state = folder["home/.local/state/attio-setup"]
    for name in (try? Disk.names(state)) ?? [] {
      let text = try folder.text("home/.local/state/attio-setup/\(name)")
      #expect(!text.contains(secret), place)
    }
  }

  /// Takes the run back and checks that all is as it was.
  func confirmUndone(_ id: String, _ place: Comment) async throws {
    let journal = Self.journal(folder.path)
    let record = try journal.record(id)
    let report = await UndoRunner(journal: journal, git: Self.git).apply(record.plan())
    #expect(report.isComplete, place)
    #expect(try changed() == [], place)
    #expect(!Disk.exists(folder["project/src"]), place)
  }
}
