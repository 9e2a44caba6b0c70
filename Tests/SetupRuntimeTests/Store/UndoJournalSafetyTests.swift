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

/// Records that somebody else wrote or could have written are not followed.
@Suite(.alone) struct UndoJournalSafetyTests {
  /// What is done to the journal of a run, and what is said of it afterwards.
  private struct Case: Sendable {
    var name: String
    var says: String
    var change: @Sendable (_ folder: String, _ record: String) throws -> Void
  }

  private static let cases = [
    Case(name: "a folder that others write", says: "others can write to") { folder, _ in
      try Disk.check(chmod(folder, 0o777))
    },
    Case(name: "a folder that the group writes", says: "mode 0770") { folder, _ in
      try Disk.check(chmod(folder, 0o770))
    },
    Case(name: "a record that others write", says: "others can write to it (mode 0606)") {
      try Disk.check(chmod($1, 0o606))
    },
    Case(name: "a record behind a link", says: "it is a symbolic link") { folder, record in
      try Disk.check(rename(record, "\(folder)/elsewhere"))
      try Disk.makeLink(record, to: "\(folder)/elsewhere")
    },
    Case(name: "a record with a second name", says: "hard link") { folder, record in
      try Disk.makeHardLink("\(folder)/second", to: record)
    },
    Case(name: "a pipe", says: "not a regular file") { _, record in
      try Disk.check(unlink(record))
      try Disk.check(mkfifo(record, 0o600))
    },
  ]

  @Test(arguments: cases.indices)
  func `is not followed, and nothing is changed`(index: Int) async throws {
    let world = try await Self.appliedWorld()
    let run = try world.record().id
    let folder = try #require(world.journal.folder)
    let row = Self.cases[index]
    try row.change(folder, "\(folder)/undo-\(run).json")
    let error = try #require(throws: UndoError.self) { try world.record() }
    #expect(error.message.contains(row.says), "\(row.name): \(error.message)")
    #expect(try world.text(".env") == world.secretLine)
  }

  @Test(.needsRoot)
  func `another user's folder and another user's record are not followed`() async throws {
    let world = try await Self.appliedWorld()
    let run = try world.record().id
    let folder = try #require(world.journal.folder)
    let record = "\(folder)/undo-\(run).json"
    try Disk.check(chown(record, 65_534, 65_534))
    let reason = "it belongs to another user"
    #expect(throws: UndoError.unusable(path: record, reason: reason)) {
      try world.journal.record(run)
    }
    #expect(try world.journal.listing().runs.isEmpty)
    try Disk.check(chown(folder, 65_534, 65_534))
    #expect(throws: UndoError.unusable(path: folder, reason: reason)) { try world.record() }
    // Nor is anything kept there, and that is said before anything is written.
    #expect(world.journal.obstacle(size: 10) == .unusable(path: folder, reason: reason))
    let again = try await world.applier().apply(world.plan("other.env"))
    #expect(again.undo == nil && again.remarks.count == 1)
  }

  @Test(arguments: [
    ("/project/.env\"", "/elsewhere\""), ("/project/.env\"", "/project/../home/x\""),
    ("\"folders\":[]", "\"folders\":[\"/tmp/attio-setup-nowhere\"]"),
  ])
  func `a path outside of the project's folder is refused`(old: String, new: String) async throws {
    let world = try await Self.appliedWorld()
    let run = try world.record().id
    let path = "\(try #require(world.journal.folder))/undo-\(run).json"
    let text = String(decoding: try FileReader.snapshot(of: path).content.bytes, as: UTF8.self)
    #expect(text.contains(old))
    try Disk.makeFile(path, text.replacing(old, with: new), mode: 0o600)
    let error = try #require(throws: UndoError.self) { try world.record() }
    #expect(error.message.contains("lies outside of \(world.repository.top)"), "\(error.message)")
    #expect(try world.journal.listing().runs.isEmpty)
  }

  @Test func `a link to the same bytes is another file`() async throws {
    let world = try await Self.appliedWorld()
    let outside = world.repository.folder["outside"]
    try Disk.makeFile(outside, world.secretLine, mode: 0o600)
    try Disk.check(unlink(world.repository[".env"]))
    try Disk.makeLink(world.repository[".env"], to: outside)
    let plan = try world.record().plan(followingLinks: true)
    #expect(
      plan.steps.compactMap(\.refusal) == [
        ".env leads to another file than before, so it is left as it is.",
        ".gitignore keeps the env file out of git, so it is left as it is.",
      ]
    )
    let report = await world.undo.apply(plan)
    #expect(!report.isComplete)
    #expect(try world.repository.folder.text("outside") == world.secretLine)
    #expect(try world.text(".gitignore").contains(".env"))
  }

  @Test func `a folder that became a link leads elsewhere`() async throws {
    let world = try await ApplyWorld.make()
    try Disk.makeFolder(world.repository["config"])
    _ = try await world.applier().apply(world.plan("config/.env"))
    let elsewhere = world.repository.folder["elsewhere"]
    try Disk.makeFolder(elsewhere)
    try Disk.makeFile("\(elsewhere)/.env", world.secretLine, mode: 0o600)
    try Disk.check(rename(world.repository["config"], world.repository.folder["gone"]))
    try Disk.makeLink(world.repository["config"], to: elsewhere)
    _ = await world.undo.apply(try world.record().plan(followingLinks: true))
    #expect(try world.repository.folder.text("elsewhere/.env") == world.secretLine)
  }

  @Test(arguments: ["a folder", "a pipe", "nothing"])
  func `another kind of thing has changed`(kind: String) async throws {
    let world = try await Self.appliedWorld()
    let path = world.repository[".env"]
    try Disk.check(unlink(path))
    switch kind {
    case "a folder": try Disk.makeFolder(path)
    case "a pipe": try Disk.check(mkfifo(path, 0o600))
    default: break
    }
    let step = try world.record().plan().steps.first { $0.purpose == .envFile }
    // A file that the run made and that is gone is as it was before.
    #expect((step?.refusal == nil) == (kind == "nothing"))
  }

  @Test func `through a link out of the project it goes back only where somebody agrees`()
    async throws
  {
    let world = try await ApplyWorld.make()
    let outside = world.repository.folder["profile"]
    try Disk.makeFile(outside, "OLD=1\n")
    try Disk.makeLink(world.repository[".env"], to: outside)
    var consent = PlanConsent()
    consent.accepted = [.outside(path: ".env", target: outside)]
    _ = try await world.applier().apply(world.plan(consent: consent))
    #expect(try world.repository.folder.text("profile") != "OLD=1\n")
    let record = try world.record()
    let refused = record.plan().steps.first { $0.purpose == .envFile }
    #expect(refused?.refusal?.contains("leads out of the project, to ") == true)
    #expect(await world.undo.apply(record.plan(followingLinks: true)).isComplete)
    #expect(try world.repository.folder.text("profile") == "OLD=1\n")
  }

  @Test func `the mark is SHA-256, and without libcrypto nothing is kept and that is said`()
    async throws
  {
    let world = try await Self.appliedWorld()
    let run = try world.record().id
    let path = "\(try #require(world.journal.folder))/undo-\(run).json"
    let text = String(decoding: try FileReader.snapshot(of: path).content.bytes, as: UTF8.self)
    #expect(text.contains(/"length":\d+,"sha256":"[0-9a-f]{64}"/))
    let journal = UndoJournal(
      environment: [:],
      home: world.repository.folder["home"],
      library: "libcrypto-absent.so.3"
    )
    let obstacle = try #require(journal.obstacle(size: 10))
    #expect(obstacle.message.contains("libcrypto-absent.so.3"))
    #expect(obstacle.remedy.contains("libssl3"))
    let applier = PlanApplier(
      directory: world.repository.top,
      git: world.repository.git,
      journal: journal
    )
    let report = try await applier.apply(world.plan("other.env"))
    #expect(report.undo == nil)
    #expect(report.remarks == [UndoPromise.impossible(obstacle.message)])
  }

  @Test(arguments: [("2", "1", "an older"), ("2", "3", "a newer"), ("2", "99", "a newer")])
  func `another version's record is named as that`(
    old: String,
    new: String,
    says: String
  ) async throws {
    let world = try await Self.appliedWorld()
    let run = try world.record().id
    let path = "\(try #require(world.journal.folder))/undo-\(run).json"
    let text = String(decoding: try FileReader.snapshot(of: path).content.bytes, as: UTF8.self)
    let changed = text.replacing("\"schema\":\(old)", with: "\"schema\":\(new)")
    try Disk.makeFile(path, changed, mode: 0o600)
    let listing = try world.journal.listing()
    #expect(listing.runs.isEmpty)
    #expect(listing.remarks.count == 1)
    #expect(listing.remarks[0].contains("\(says) attio-setup wrote it"), "\(listing.remarks)")
  }

  static func appliedWorld() async throws -> ApplyWorld {
    let world = try await ApplyWorld.make()
    _ = try await world.applier().apply(world.plan())
    return world
  }
}
