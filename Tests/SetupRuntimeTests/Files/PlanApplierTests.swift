import Ground
import SetupCore
import SetupRuntime
import Synchronization
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite(.alone) struct PlanApplierTests {
  @Test func `writes rule, secret and example, in this order, and reports each`() async throws {
    let world = try await ApplyWorld.make()
    let seen = Mutex<[PlanEntry.ID]>([])
    let report = try await world.applier().apply(world.plan()) { id in
      seen.withLock { $0.append(id) }
    }
    #expect(seen.withLock { $0 } == [.ignoreRules, .envFile, .example])
    #expect(report.written == [".gitignore", ".env", ".env.example"])
    #expect(report.remarks.isEmpty)
    #expect(try world.text(".env") == world.secretLine)
    #expect(try Disk.mode(world.repository[".env"]) == 0o600)
    #expect(try await world.repository.ignored(".env").isIgnored)
    #expect(try await world.plan().pending.isEmpty)
  }

  @Test func `writes through a link into the project once git ignores its target`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write("secrets.txt", "")
    try Disk.check(symlink("secrets.txt", world.repository[".env"]))
    _ = try await world.applier().apply(world.plan())
    #expect(try await world.repository.ignored("secrets.txt").isIgnored)
    #expect(try world.text("secrets.txt") == world.secretLine)
    #expect(try await world.plan().pending.isEmpty)
  }

  @Test func `removes what a killed run left also where there is nothing to write`() async throws {
    let world = try await ApplyWorld.make()
    _ = try await world.applier().apply(world.plan())
    let stale = ".env.attio-setup-abcdefghij.local"
    try world.repository.write(stale, "x")
    _ = try await world.applier().apply(world.plan())
    #expect(Disk.exists(world.repository[stale]) == false)
  }

  @Test func `writes nothing where a file changed since the plan`() async throws {
    let world = try await ApplyWorld.make()
    let plan = try await world.plan()
    try world.repository.write(".env.example", "OTHER=\n")
    let failure = try await world.failure(of: plan)
    #expect(failure.reason == .changedOnDisk([".env.example"]))
    #expect(failure.report == ApplyReport())
    #expect(try Disk.names(world.repository.top) == [".env.example", ".git"])
    #expect(try world.journal.identifiers().isEmpty)
  }

  @Test func `does not write the secret where a later rule takes the file back`() async throws {
    let world = try await ApplyWorld.make()
    let plan = try await world.plan("secrets.txt")
    try world.repository.write(".git/info/exclude", "")
    var changed = plan
    changed.entries[0].after = FileContent("secrets.txt\n!secrets.txt\n")
    let failure = try await world.failure(of: changed)
    let rule = IgnoreRule(file: ".gitignore", line: 2, pattern: "!secrets.txt")
    #expect(failure.reason == .stillNotIgnored(path: "secrets.txt", rule: rule))
    #expect(failure.report.written == [".gitignore"])
    #expect(failure.report.undo != nil)
    #expect(Disk.exists(world.repository["secrets.txt"]) == false)
  }

  @Test func `writes the secret where the user switched the rule off`() async throws {
    let world = try await ApplyWorld.make()
    var plan = try await world.plan()
    plan.entries[0].isOn = false
    #expect(try await world.applier().apply(plan).written == [".env", ".env.example"])
  }

  @Test func `writes nothing where git tracks the env file`() async throws {
    let world = try await ApplyWorld.make()
    let plan = try await world.plan()
    try world.repository.write(".env", "")
    try await world.repository.run("add", "--force", ".env")
    try await world.repository.run("rm", "--quiet", "--cached", ".env")
    try await world.repository.run(
      "update-index",
      "--add",
      "--cacheinfo",
      "100644,\(emptyBlob),.env"
    )
    var current = plan
    for index in current.entries.indices where current.entries[index].path == ".env" {
      current.entries[index].before = try FileReader.snapshot(of: world.repository[".env"])
    }
    let failure = try await world.failure(of: current)
    #expect(failure.reason == .stillTracked(path: ".env"))
    #expect(failure.report == ApplyReport())
    #expect(Disk.exists(world.repository[".gitignore"]) == false)
  }

  private let emptyBlob = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"

  @Test func `takes a tracked env file out of the index when asked`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", "OTHER=1\n")
    try await world.repository.commitAll()
    let report = try await world.applier().apply(world.plan(untrack: true))
    #expect(report.applied == [.ignoreRules, .untrack, .envFile, .example])
    #expect(try await world.repository.git.isTracked(".env", in: world.repository.top) == false)
    #expect(try world.text(".env") == "OTHER=1\n" + world.secretLine)
  }

  @Test func `does not write through a link into a tracked file`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write("shared.txt", "OTHER=1\n")
    try await world.repository.commitAll()
    try Disk.makeLink(world.repository[".env"], to: "shared.txt")
    var plan = try await world.plan(untrack: false)
    #expect(plan.pending.contains { $0.id == .envFile } == false)
    for index in plan.entries.indices {
      plan.entries[index].isOn = plan.entries[index].id != .untrack
    }
    let failure = try await world.failure(of: plan)
    #expect(failure.reason == .stillTracked(path: ".env"))
    #expect(try world.text("shared.txt") == "OTHER=1\n")
  }

  @Test func `tightens the mode of the file it wrote`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", "OTHER=1\n")
    var plan = try await world.plan()
    let index = try #require(plan.entries.firstIndex { $0.id == .tightenMode })
    plan.entries[index].isOn = true
    let report = try await world.applier().apply(plan)
    #expect(report.applied.contains(.tightenMode))
    #expect(try Disk.mode(world.repository[".env"]) == 0o600)
    #expect(try world.text(".env").hasSuffix(world.secretLine))
  }

  @Test func `names what was written before a failure`() async throws {
    let world = try await ApplyWorld.make()
    let plan = try await world.plan()
    // Four files come to be: the record of undo, the rule, the secret and the example.
    let renames = Mutex(0)
    let calls = FileCalls { call -> Errno? in
      guard call == .rename else { return nil }
      let count = renames.withLock { count in
        count += 1
        return count
      }
      return count == 2 ? .noSpace : nil
    }
    let failure = try await world.failure(of: plan, AtomicFile(calls: calls))
    guard case .write(.failed(_, .rename, .noSpace)) = failure.reason else {
      Issue.record("unexpected reason: \(failure.reason)")
      return
    }
    #expect(failure.report.written == [".gitignore"])
    #expect(Disk.exists(world.repository[".env"]) == false)
    #expect(try world.repository.folder.leftovers(in: "project").isEmpty)
    let undo = try world.record().plan()
    #expect(await world.undo.apply(undo).changed == [world.repository[".gitignore"]])
    #expect(try Disk.names(world.repository.top) == [".git"])
  }

  @Test func `stops between entries when the task is cancelled`() async throws {
    let world = try await ApplyWorld.make()
    let plan = try await world.plan()
    let applier = world.applier()
    let task = Task { () async -> ApplyFailure? in
      do throws(ApplyFailure) {
        _ = try await applier.apply(plan) { _ in withUnsafeCurrentTask { $0?.cancel() } }
        return nil
      } catch {
        return error
      }
    }
    let failure = try #require(await task.value)
    #expect(failure.reason == .cancelled)
    #expect(failure.report.written == [".gitignore"])
  }

  @Test func `removes what a killed run left`() async throws {
    let world = try await ApplyWorld.make()
    let left = ".env.attio-setup-abcdef0123.local"
    try world.repository.write(left, "SECRET=1\n")
    _ = try await world.applier().apply(world.plan())
    #expect(Disk.exists(world.repository[left]) == false)
  }

  @Test func `goes on without a journal and says so`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.folder.write("blocked", "")
    let journal = UndoJournal(
      environment: ["XDG_STATE_HOME": world.repository.folder["blocked"]],
      home: "/nowhere"
    )
    let applier = PlanApplier(
      directory: world.repository.top,
      git: world.repository.git,
      journal: journal
    )
    let report = try await applier.apply(world.plan())
    #expect(report.undo == nil)
    #expect(report.remarks.first?.hasPrefix("This run can't be undone") == true)
    #expect(try world.text(".env") == world.secretLine)
  }
}
