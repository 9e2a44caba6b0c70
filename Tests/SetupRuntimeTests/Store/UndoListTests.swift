import Ground
import SetupCore
import SystemPackage
import TestSupport
import Testing

@testable import SetupRuntime

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Many records, large ones, unreadable ones, and clocks that go back.
@Suite(.alone) struct UndoListTests {
  /// Writes records of other projects beside the one of the world.
  private func fill(_ folder: String, _ text: String, count: Int) throws {
    for number in 0..<count {
      let digits = String(number + 1_000_000).dropFirst()
      let id = "20200101T000000-\(digits)-aa"
      try Disk.makeFile("\(folder)/undo-\(id).json", text, mode: 0o600)
    }
  }

  @Test func `ten thousand records are listed within a second`() async throws {
    let world = try await ApplyWorld.make()
    _ = try await world.applier().apply(world.plan())
    let folder = try #require(world.journal.folder)
    let text = try Self.text(of: try world.record())
    try fill(folder, text.replacing("/project", with: "/other"), count: 10_000)
    let start = ContinuousClock.now
    let listing = try world.journal.listing()
    let time = ContinuousClock.now - start
    #expect(listing.runs.count == 10_001 && listing.remarks.isEmpty)
    // Without optimization and beside other work; the released program takes a third.
    #expect(time < .seconds(3), "\(time)")
    #expect(try world.record().id == listing.runs[0].id)
  }

  @Test func `a list reads no old bytes`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", String(repeating: "A=1\n", count: 500_000))
    _ = try await world.applier().apply(world.plan())
    let counter = CallCounter()
    try counter.run { _ = try world.journal.listing() }
    #expect(counter.calls.filter { $0 == .read }.count == 1)
    let record = try world.record()
    #expect(await world.undo.apply(record.plan()).isComplete)
    #expect(try world.text(".env").utf8.count == 2_000_000)
  }

  @Test func `a record in the middle that cannot be read hides no other`() async throws {
    let world = try await ApplyWorld.make()
    let first = try await world.applier().apply(world.plan())
    let second = try await world.applier().apply(world.plan("b.env"))
    let third = try await world.applier().apply(world.plan("c.env"))
    let folder = try #require(world.journal.folder)
    let middle = "\(folder)/undo-\(try #require(second.undo)).json"
    try Disk.makeFile(middle, "{", mode: 0o600)
    let listing = try world.journal.listing()
    #expect(listing.runs.map(\.id) == [third.undo, first.undo])
    #expect(listing.remarks.count == 1 && listing.remarks[0].contains(middle))
    #expect(try world.journal.latest(in: world.repository.top).remarks.isEmpty)
    try world.journal.forget(try #require(third.undo))
    let found = try world.journal.latest(in: world.repository.top)
    #expect(found.record.id == first.undo && found.remarks == listing.remarks)
  }

  @Test func `the last run is the last one, also where the clock was put back`() async throws {
    let world = try await ApplyWorld.make()
    _ = try await world.applier().apply(world.plan())
    let folder = try #require(world.journal.folder)
    let old = "\(folder)/undo-\(try world.record().id).json"
    try Disk.check(rename(old, "\(folder)/undo-20991231T235959-999999-zz.json"))
    var last: String?
    for round in 0..<12 {
      try world.repository.write(".gitignore", "round-\(round)\n")
      last = try await world.applier().apply(world.plan()).undo
      #expect(try world.record().id == last)
    }
    #expect(last?.hasPrefix("21000101T000000-000011-") == true)
    #expect(try world.journal.identifiers().count == UndoJournal.keptRuns)
  }

  @Test func `names of runs go on from each other, whatever stands there`() {
    var now = timespec()
    now.tv_sec = 1_700_000_000
    #expect(RunName.make(after: nil, now: now).hasPrefix("20231114T221320-000000-"))
    for (newest, start) in [
      ("20231114T221320-000000-aa", "20231114T221320-000001-"),
      ("20240228T235959-999999-aa", "20240229T000000-000000-"),
      ("20231114T221319-999999-aa", "20231114T221320-000000-"),
      ("nonsense", "20231114T221320-000000-"), ("99999999T999999-x-aa", "20231114T221320-"),
    ] {
      #expect(RunName.make(after: newest, now: now).hasPrefix(start), "\(newest)")
    }
  }

  @Test func `a folder is found through a link, too`() async throws {
    let world = try await ApplyWorld.make()
    _ = try await world.applier().apply(world.plan())
    let link = world.repository.folder["link"]
    try Disk.makeLink(link, to: world.repository.top)
    #expect(try world.journal.latest(in: link).record.directory == world.repository.top)
    #expect(throws: UndoError.noneHere(hasOthers: true)) {
      try world.journal.latest(in: world.repository.folder.path)
    }
    #expect(throws: UndoError.unknownRun("nonsense")) { try world.journal.record("nonsense") }
  }

  @Test func `where the journal is tried nothing stays behind`() async throws {
    let world = try await ApplyWorld.make()
    #expect(world.journal.obstacle(size: 100_000) == nil)
    #expect(!Disk.exists(world.repository.folder["home/.local"]))
    for calls in [FileCall.open, .makeFolder, .write, .synchronize] {
      let error = FileCalls.$current.withValue(.refusing(calls, .noSpace)) {
        world.journal.obstacle(size: 100_000)
      }
      #expect(error?.message.contains("No space left on device") == true, "\(calls)")
      #expect(!Disk.exists(world.repository.folder["home/.local"]), "\(calls)")
    }
  }

  private static func text(of record: UndoRecord) throws -> String {
    String(decoding: try record.encoded().bytes, as: UTF8.self)
  }
}
