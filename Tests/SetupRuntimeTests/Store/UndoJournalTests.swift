import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite(.alone) struct UndoJournalTests {
  @Test(arguments: [
    ([:], "/home/a", "/home/a/.local/state/attio-setup"),
    (["XDG_STATE_HOME": "/state"], "/home/a", "/state/attio-setup"),
    (["XDG_STATE_HOME": "state"], "/home/a", "/home/a/.local/state/attio-setup"),
    (["XDG_STATE_HOME": ""], "/home/a", "/home/a/.local/state/attio-setup"),
    ([:], "", nil),
  ])
  func `lies where XDG says`(environment: [String: String], home: String, folder: String?) {
    #expect(UndoJournal(environment: environment, home: home).folder == folder)
  }

  @Test func `is private and does not hold the new token`() async throws {
    let world = try await ApplyWorld.make()
    let report = try await world.applier().apply(world.plan())
    let folder = try #require(world.journal.folder)
    #expect(try Disk.mode(folder) == 0o700)
    let names = try Disk.names(folder)
    #expect(names == ["undo-\(try #require(report.undo)).json"])
    let file = try FileReader.snapshot(of: "\(folder)/\(names[0])")
    #expect(file.mode == 0o600)
    let text = String(decoding: file.content.bytes, as: UTF8.self)
    #expect(text.contains(ApplyWorld.token.reveal()) == false)
    #expect(text.contains("\"schema\":2"))
  }

  @Test func `puts back what was there, byte for byte and mode for mode`() async throws {
    let world = try await ApplyWorld.make()
    let old = "\u{FEFF}A=1\r\nATTIO_API_KEY='old'\r\nB=2"
    try world.repository.write(".env", old)
    try world.repository.write(".gitignore", "node_modules")
    var plan = try await world.plan()
    for index in plan.entries.indices { plan.entries[index].isOn = true }
    _ = try await world.applier().apply(plan)
    #expect(try Disk.mode(world.repository[".env"]) == 0o600)
    let undo = try world.record().plan()
    let report = await world.undo.apply(undo)
    #expect(report.isComplete)
    #expect(report.changed.count == 3)
    #expect(try world.text(".env") == old)
    #expect(try Disk.mode(world.repository[".env"]) == 0o644)
    #expect(try world.text(".gitignore") == "node_modules")
    #expect(Disk.exists(world.repository[".env.example"]) == false)
    #expect(throws: UndoError.noneHere(hasOthers: false)) { try world.record() }
  }

  @Test func `leaves alone what was changed since and keeps the record`() async throws {
    let world = try await ApplyWorld.make()
    _ = try await world.applier().apply(world.plan())
    try world.repository.write(".gitignore", "mine\n")
    let report = await world.undo.apply(try world.record().plan())
    #expect(report.isComplete == false)
    #expect(
      report.remarks == [
        ".gitignore was changed after the run, so it is left as it is."
      ]
    )
    #expect(try world.text(".gitignore") == "mine\n")
    #expect(Disk.exists(world.repository[".env"]) == false)
    #expect(try world.journal.identifiers().count == 1)
  }

  @Test func `puts the entry back into git's index`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", "OLD=1\n")
    try await world.repository.commitAll()
    _ = try await world.applier().apply(world.plan(untrack: true))
    let undo = try world.record().plan()
    #expect(await world.undo.apply(undo).isComplete)
    #expect(try await world.repository.run("status", "--porcelain") == "")
  }

  @Test func `keeps the last ten runs`() async throws {
    let world = try await ApplyWorld.make()
    var runs: [String] = []
    for round in 0..<12 {
      try world.repository.write(".gitignore", "round-\(round)\n")
      let report = try await world.applier().apply(world.plan())
      runs.append(try #require(report.undo))
    }
    #expect(try world.journal.identifiers() == runs.suffix(10).reversed())
    #expect(try world.journal.record(runs[5]).id == runs[5])
  }

  @Test func `says that a record is damaged without quoting it`() async throws {
    let world = try await ApplyWorld.make()
    let report = try await world.applier().apply(world.plan())
    let folder = try #require(world.journal.folder)
    let path = "\(folder)/undo-\(try #require(report.undo)).json"
    try Disk.makeFile(path, "{\"secret-text\"")
    let damaged = UndoError.unusable(path: path, reason: "it is damaged")
    #expect(throws: damaged) { try world.journal.record(try #require(report.undo)) }
    #expect(throws: UndoError.unreadable(damaged.message)) { try world.record() }
  }
}
