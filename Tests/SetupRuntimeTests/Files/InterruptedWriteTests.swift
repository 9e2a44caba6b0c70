import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

/// Stops a write at each of its system calls and looks at what is left.
@Suite(.alone) struct InterruptedWriteTests {
  /// What is written over what; the large one takes several calls to write.
  enum Situation: String, CaseIterable, Codable, Sendable {
    case new
    case existing
    case large
    case hardLinked

    var old: String? {
      switch self {
      case .new: nil
      case .existing, .hardLinked: "OLD=1 # a longer line\n"
      case .large: String(repeating: "OLD=1\n", count: 30_000)
      }
    }

    var new: String { self == .large ? String(repeating: "NEW=22\n", count: 30_000) : "NEW=2\n" }

    func prepare(_ folder: borrowing TemporaryFolder) throws {
      if let old { try folder.write(".env", old, mode: 0o640) }
      if self == .hardLinked { try Disk.makeHardLink(folder["second"], to: folder[".env"]) }
    }

    func write(_ path: String, through calls: FileCalls) throws -> WriteReport {
      let base = try FileReader.snapshot(of: path)
      return try AtomicFile(calls: calls)
        .write(FileContent(new), over: base, mode: .narrowed(to: old == nil ? 0o600 : 0o640))
    }

    /// How many calls an undisturbed write makes.
    func countCalls() throws -> Int {
      let folder = try TemporaryFolder()
      try prepare(folder)
      let counter = CallCounter()
      _ = try write(folder[".env"], through: counter.fileCalls)
      return counter.calls.count
    }
  }

  @Test(arguments: Situation.allCases)
  func `an error at any call leaves the old or the new file and nothing beside it`(
    situation: Situation
  ) throws {
    let count = try situation.countCalls()
    #expect(count >= 8)
    for position in 1...count {
      let folder = try TemporaryFolder()
      try situation.prepare(folder)
      let counter = CallCounter(at: position, .error(.noSpace))
      do {
        _ = try situation.write(folder[".env"], through: counter.fileCalls)
        #expect(try folder.text(".env") == situation.new)
      } catch let error as FileWriteError {
        // What could not be read back has been written all the same, and the error says so.
        // The user knows the env file, not what stands in for it meanwhile.
        #expect(!error.message.contains(".env.attio-setup-"), "call \(position)")
        let left = error.leavesChange ? situation.new : situation.old
        let now = try FileReader.snapshot(of: folder[".env"])
        #expect(now.content == FileContent(left ?? ""), "call \(position): \(error.message)")
        #expect(now.kind == (left == nil ? .missing : .file))
      }
      if situation.old != nil { #expect(try Disk.mode(folder[".env"]) == 0o640) }
      _ = AtomicFile().removeStaleTemporaryFiles(in: folder.path)
      #expect(try folder.leftovers().isEmpty, "call \(position)")
    }
  }

  @Test(arguments: Situation.allCases)
  func `SIGKILL at any call loses nothing, and the next run cleans up`(
    situation: Situation
  ) async throws {
    for position in 1...(try situation.countCalls()) {
      let folder = try TemporaryFolder()
      try situation.prepare(folder)
      let path = folder[".env"]
      await #expect(processExitsWith: .signal(9)) {
        [position = position as Int, path = path as String, situation] in
        let counter = CallCounter(at: position, .kill)
        _ = try situation.write(path, through: counter.fileCalls)
      }
      for name in try folder.leftovers() { #expect(try Disk.mode(folder[name]) & 0o037 == 0) }
      let stale = AtomicFile().removeStaleTemporaryFiles(in: folder.path)
      let now = try FileReader.snapshot(of: path)
      if let kept = stale.kept.first {
        #expect(situation == .hardLinked)
        let copy = try FileReader.snapshot(of: kept.path)
        #expect(copy.content == FileContent(situation.old ?? ""))
        #expect(kept.original == path)
      } else {
        #expect([situation.old ?? "", situation.new].contains { now.content == FileContent($0) })
        #expect(try folder.leftovers().isEmpty, "call \(position)")
      }
      if now.kind == .file { #expect(now.mode == (situation.old == nil ? 0o600 : 0o640)) }
    }
  }

  @Test func `a copy stays and is named where the old bytes cannot be put back`() throws {
    let folder = try TemporaryFolder()
    try Situation.hardLinked.prepare(folder)
    let calls = FileCalls { call -> Errno? in call == .truncate ? .ioError : nil }
    let error = #expect(throws: FileWriteError.self) {
      try Situation.hardLinked.write(folder[".env"], through: calls)
    }
    guard case .cutOff(_, let copy, .ioError) = error else {
      Issue.record("expected a cut-off write, got \(String(describing: error))")
      return
    }
    let kept = try FileReader.snapshot(of: copy)
    #expect(kept.content == FileContent(Situation.hardLinked.old ?? ""))
    #expect(kept.mode == 0o600)
  }
}
