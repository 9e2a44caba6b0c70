import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// A run that writes in several goes is one run to undo.
@Suite(.alone) struct UndoContinuedTests {
  @Test func `what the run writes next goes into its record, new folders included`() async throws {
    let world = try await ApplyWorld.make()
    let first = try await world.applier().apply(world.plan())
    let client = try StarterClient(
      StarterClient.Request(language: #require(ClientLanguage(named: "javascript")))
    )
    let plan = try StarterClientFolder(world.repository.top).plan(client)
    let second = try await world.applier().apply(plan, continuing: first.undo)
    #expect(second.undo == first.undo)
    #expect(try world.journal.identifiers() == [first.undo])
    #expect(Disk.exists(world.repository["src/attio/client.mjs"]))
    let report = await world.undo.apply(try world.record().plan())
    #expect(report.isComplete && report.changed.count == 4)
    #expect(try Disk.names(world.repository.top) == [".git"])
    #expect(try world.journal.identifiers().isEmpty)
  }

  @Test func `a folder that got something of the user's stays`() async throws {
    let world = try await ApplyWorld.make()
    let client = try StarterClient(
      StarterClient.Request(language: #require(ClientLanguage(named: "javascript")))
    )
    let plan = try StarterClientFolder(world.repository.top).plan(client)
    _ = try await world.applier().apply(plan)
    try world.repository.write("src/mine.js", "mine\n")
    let report = await world.undo.apply(try world.record().plan())
    #expect(report.isComplete)
    #expect(try Disk.names(world.repository["src"]) == ["mine.js"])
  }

  @Test func `a file that the run writes twice goes back to before the run`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".gitignore", "before\n")
    let first = try await world.applier().apply(world.plan())
    // Another go of the same run, over what the first one left.
    var again = try await world.plan("other.env")
    again.entries.removeAll { $0.id != .ignoreRules }
    let second = try await world.applier().apply(again, continuing: first.undo)
    #expect(second.undo == first.undo && second.written == [".gitignore"])
    #expect(await world.undo.apply(try world.record().plan()).isComplete)
    #expect(try world.text(".gitignore") == "before\n")
  }

  @Test func `a change in between is not lost: then there are two records`() async throws {
    let world = try await ApplyWorld.make()
    let first = try await world.applier().apply(world.plan())
    try world.repository.write(".gitignore", "mine\n")
    let second = try await world.applier().apply(world.plan(), continuing: first.undo)
    #expect(second.undo != first.undo)
    #expect(try world.journal.identifiers() == [second.undo, first.undo])
    #expect(await world.undo.apply(try world.record().plan()).isComplete)
    #expect(try world.text(".gitignore") == "mine\n")
  }

  @Test func `another folder's files go into a record of that folder`() async throws {
    let world = try await ApplyWorld.make()
    let first = try await world.applier().apply(world.plan())
    let client = try StarterClient(
      StarterClient.Request(language: #require(ClientLanguage(named: "javascript")))
    )
    let other = world.repository["other"]
    try world.repository.folder.makeFolder("project/other")
    let plan = try StarterClientFolder(other).plan(client)
    let applier = PlanApplier(directory: other, git: world.repository.git, journal: world.journal)
    let second = try await applier.apply(plan, continuing: first.undo)
    #expect(second.undo != first.undo)
    #expect(try world.journal.latest(in: other).record.id == second.undo)
    #expect(try world.journal.latest(in: world.repository.top).record.id == first.undo)
  }

  @Test func `a go that writes nothing leaves the record as it was`() async throws {
    let world = try await ApplyWorld.make()
    let first = try await world.applier().apply(world.plan())
    let before = try world.record()
    let client = try StarterClient(
      StarterClient.Request(language: #require(ClientLanguage(named: "javascript")))
    )
    let plan = try StarterClientFolder(world.repository.top).plan(client)
    try world.repository.write("src", "in the way\n")
    await #expect(throws: ApplyFailure.self) {
      try await world.applier().apply(plan, continuing: first.undo)
    }
    #expect(try world.record() == before)
    #expect(await world.undo.apply(before.plan()).isComplete)
  }
}
