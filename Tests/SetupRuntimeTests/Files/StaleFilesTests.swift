import Ground
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

struct StaleFilesTests {
  private let stale = ".env.attio-setup-abcdef0123.local"
  private let copy = ".env.attio-setup-copy-abcdef0123-.env.local"

  @Test func `removes what no living process holds`() throws {
    let folder = try TemporaryFolder()
    try folder.write(stale, "SECRET=1\n", mode: 0o600)
    let report = AtomicFile().removeStaleTemporaryFiles(in: folder.path)
    #expect(report == StaleFiles(removed: [folder[stale]], kept: []))
    #expect(try Disk.names(folder.path).isEmpty)
  }

  @Test func `leaves a file that is being written`() throws {
    let folder = try TemporaryFolder()
    try folder.write(stale, "SECRET=1\n", mode: 0o600)
    let writer = open(folder[stale], O_RDWR | O_CLOEXEC)
    try Disk.check(flock(writer, LOCK_EX | LOCK_NB))
    #expect(AtomicFile().removeStaleTemporaryFiles(in: folder.path) == StaleFiles())
    close(writer)
    #expect(AtomicFile().removeStaleTemporaryFiles(in: folder.path).removed.count == 1)
  }

  @Test func `leaves the files of a write that goes on at the same time`() throws {
    for links in [1, 2] {
      let folder = try TemporaryFolder()
      try folder.write(".env", "OLD=1\n", mode: 0o600)
      if links == 2 { try Disk.makeHardLink(folder["second"], to: folder[".env"]) }
      let base = try FileReader.snapshot(of: folder[".env"])
      let path = folder.path
      let calls = FileCalls { call -> Errno? in
        if [.write, .rename, .truncate].contains(call) {
          #expect(AtomicFile().removeStaleTemporaryFiles(in: path) == StaleFiles())
        }
        return nil
      }
      _ = try AtomicFile(calls: calls)
        .write(FileContent("NEW=2\n"), over: base, mode: .narrowed(to: 0o600))
      #expect(try folder.text(".env") == "NEW=2\n")
    }
  }

  @Test(arguments: [
    ".env", ".env.local", ".env.attio-setup-mine.local", ".env.attio-setup-ABCDEF0123.local",
    ".env.attio-setup-abcdef0123.local.bak", "x.env.attio-setup-abcdef0123.local",
  ])
  func `leaves files of other names`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, "A=1\n")
    #expect(AtomicFile().removeStaleTemporaryFiles(in: folder.path) == StaleFiles())
    #expect(Disk.exists(folder[name]))
  }

  @Test(.timeLimit(.minutes(60)))
  func `leaves links, pipes and folders of such a name`() throws {
    let folder = try TemporaryFolder()
    try folder.write("victim", "A=1\n")
    try Disk.makeLink(folder[stale], to: "victim")
    try Disk.check(mkfifo(folder[".env.attio-setup-pipe012345.local"], 0o600))
    try folder.makeFolder(".env.attio-setup-folder0123.local")
    #expect(AtomicFile().removeStaleTemporaryFiles(in: folder.path) == StaleFiles())
    #expect(try folder.text("victim") == "A=1\n")
  }

  @Test func `removes a copy only where the file holds the same bytes`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "A=", mode: 0o600)
    try folder.write(copy, "A=1\nB=2\n", mode: 0o600)
    let torn = AtomicFile().removeStaleTemporaryFiles(in: folder.path)
    #expect(torn.removed.isEmpty)
    #expect(torn.kept.map(\.path) == [folder[copy]])
    #expect(torn.kept.map(\.original) == [folder[".env"]])
    try folder.write(".env", "A=1\nB=2\n", mode: 0o600)
    let whole = AtomicFile().removeStaleTemporaryFiles(in: folder.path)
    #expect(whole.removed == [folder[copy]])
  }
}
