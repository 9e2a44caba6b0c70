import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

/// Fails and stops the workspace store at each of its system calls, its folder and locks included.
@Suite(.alone) struct InterruptedStoreTests {
  /// What is done to a store that holds a token of acme and one of beta, or nothing.
  enum Change: String, CaseIterable, Codable, Sendable {
    case saveFirst
    case saveAnother
    case replace
    case remove
    case note

    static let new = Secret("canary" + String(repeating: "1", count: 58))

    var old: [String: String] {
      self == .saveFirst ? [:] : ["acme": "token-acme", "beta": "token-beta"]
    }

    /// The tokens afterwards, by slug.
    var changed: [String: String] {
      var tokens = old
      switch self {
      case .saveFirst, .saveAnother: tokens["new"] = Self.new.reveal()
      case .replace: tokens["acme"] = Self.new.reveal()
      case .remove: tokens["acme"] = nil
      case .note: break
      }
      return tokens
    }

    func prepare(_ folder: String) async throws {
      for (slug, token) in old {
        _ = try await TokenStore(in: folder).save(Secret(token), for: .sample(slug))
      }
    }

    func run(_ folder: String) async throws {
      let store = TokenStore(in: folder, lockLimit: .milliseconds(1))
      switch self {
      case .saveFirst, .saveAnother: _ = try await store.save(Self.new, for: .sample("new"))
      case .replace: _ = try await store.save(Self.new, for: .sample("acme"))
      case .remove: try await store.remove(.sample("acme"))
      case .note:
        var noted = ConnectedWorkspace.sample("acme")
        noted.scopes = []
        try await store.note([noted])
      }
    }
  }

  /// The tokens that the store has, by slug.
  private func tokens(_ folder: String) async throws -> [String: String] {
    let store = TokenStore(in: folder)
    var tokens: [String: String] = [:]
    for workspace in try store.workspaces() {
      tokens[workspace.slug] = try await store.token(of: workspace).reveal()
    }
    return tokens
  }

  private func sweep(_ change: Change, _ folder: String) async throws -> FaultSweep {
    let counter = CallCounter()
    try await counter.run { try await change.run(folder) }
    #expect(try await tokens(folder) == change.changed)
    #expect(counter.calls.count > 50)
    return FaultSweep(calls: counter.calls)
  }

  @Test(arguments: Change.allCases, FaultSweep.faults)
  func `an error at any call leaves the old or the new tokens, and true words`(
    change: Change,
    fault: FaultSweep.Fault
  ) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await change.prepare(path)
    let before = try FileTree(of: path)
    let sweep = try await sweep(change, path)
    for position in sweep.positions(of: fault) {
      try before.restore(path)
      let place = sweep.place(position)
      let counter = CallCounter(at: position, fault.event)
      do {
        try await counter.run { try await change.run(path) }
        #expect(try await tokens(path) == change.changed, place)
      } catch let error as StoreError {
        let isThere = error.message.contains("it was written, but not read back")
        #expect(try await tokens(path) == (isThere ? change.changed : change.old), place)
        #expect(error.message.contains(Errno(rawValue: fault.code).description), place)
        if error.message.contains("as it was before") { #expect(!isThere) }
      }
      try confirmPrivate(path, place)
    }
  }

  @Test(arguments: Change.allCases)
  func `after SIGKILL at any call the next change cleans up`(change: Change) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await change.prepare(path)
    let before = try FileTree(of: path)
    let sweep = try await sweep(change, path)
    for position in sweep.changes {
      try before.restore(path)
      await #expect(processExitsWith: .signal(9)) {
        [position = position as Int, path = path as String, change = change as Change] in
        try await CallCounter(at: position, .kill).run { try await change.run(path) }
      }
      let place = sweep.place(position)
      #expect(try await [change.old, change.changed].contains(tokens(path)), place)
      try confirmPrivate(path, place)
      _ = try await TokenStore(in: path).save(Secret("later"), for: .sample("later"))
      #expect(try folder.leftovers(in: "attio-setup").isEmpty, place)
    }
  }

  @Test(arguments: Change.allCases, FaultSweep.disturbances)
  func `signals and short counts change nothing about it`(
    change: Change,
    fault: FileFault
  ) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await change.prepare(path)
    try await FaultSweep.disturbing(by: fault) { try await change.run(path) }
    #expect(try await tokens(path) == change.changed)
  }

  /// Nobody else can read what is there; what is beside the store's own files holds nothing.
  private func confirmPrivate(_ path: String, _ place: Comment) throws {
    let folder = "\(path)/attio-setup"
    guard Disk.exists(folder) else { return }
    #expect(try Disk.mode(folder) == 0o700, place)
    for name in try Disk.names(folder) {
      #expect(try Disk.mode("\(folder)/\(name)") == 0o600, place)
    }
  }
}
