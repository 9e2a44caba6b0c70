import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

struct AtomicFileTests {
  private let new = FileContent("NEW=2\n")

  @Test(arguments: [
    (UInt32(0o600), UInt32(0o600), UInt32(0o600)),
    (0o644, 0o644, 0o644),
    (0o644, 0o600, 0o600),
    (0o640, 0o666, 0o640),
    (0o400, 0o600, 0o400),
  ])
  func `keeps or narrows the mode of an existing file`(
    before: UInt32,
    wanted: UInt32,
    after: UInt32
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "OLD=1\n", mode: before)
    let base = try FileReader.snapshot(of: folder[".env"])
    let report = try AtomicFile().write(new, over: base, mode: .narrowed(to: wanted))
    #expect(report == .replaced)
    #expect(try folder.text(".env") == "NEW=2\n")
    #expect(try Disk.mode(folder[".env"]) == after)
    #expect(try folder.leftovers().isEmpty)
  }

  @Test func `makes a new secret private and a new other file as the mask allows`() throws {
    let folder = try TemporaryFolder()
    let secret = try FileReader.snapshot(of: folder[".env"])
    let rules = try FileReader.snapshot(of: folder[".gitignore"])
    _ = try AtomicFile().write(new, over: secret, mode: .narrowed(to: 0o600))
    _ = try AtomicFile().write(new, over: rules, mode: .narrowed(to: 0o666))
    #expect(try Disk.mode(folder[".env"]) == 0o600)
    try folder.write("made-by-open", "")
    let plain = open(folder["plain"], O_CREAT | O_WRONLY, 0o666)
    close(plain)
    #expect(try Disk.mode(folder[".gitignore"]) == Disk.mode(folder["plain"]))
  }

  @Test(.needsRoot) func `keeps owner and group`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "OLD=1\n", mode: 0o640)
    try Disk.check(chown(folder[".env"], 1234, 2345))
    let base = try FileReader.snapshot(of: folder[".env"])
    _ = try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o640))
    let after = try FileReader.snapshot(of: folder[".env"])
    #expect(after.owner == 1234)
    #expect(after.group == 2345)
    #expect(after.mode == 0o640)
  }

  @Test func `writes through a link and leaves the link`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("shared")
    try folder.write("shared/env", "OLD=1\n")
    try Disk.makeLink(folder[".env"], to: "shared/env")
    let base = try FileReader.snapshot(of: folder[".env"])
    _ = try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o644))
    #expect(try Disk.isLink(folder[".env"]))
    #expect(try folder.text("shared/env") == "NEW=2\n")
  }

  @Test func `makes the file that a dangling link leads to`() throws {
    let folder = try TemporaryFolder()
    try Disk.makeLink(folder[".env"], to: "later")
    let base = try FileReader.snapshot(of: folder[".env"])
    _ = try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o600))
    #expect(try Disk.isLink(folder[".env"]))
    #expect(try folder.text("later") == "NEW=2\n")
  }

  @Test func `writes a file with two names in place and says so`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "A LONGER OLD LINE=1\n", mode: 0o640)
    try Disk.makeHardLink(folder["second"], to: folder[".env"])
    let base = try FileReader.snapshot(of: folder[".env"])
    let report = try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o640))
    #expect(report == .inPlace(.hardLinks(2)))
    #expect(try folder.text("second") == "NEW=2\n")
    #expect(try FileReader.snapshot(of: folder[".env"]).linkCount == 2)
    #expect(try Disk.mode(folder[".env"]) == 0o640)
    #expect(try folder.leftovers().isEmpty)
  }

  @Test(arguments: [
    (FileCall.rename, Errno.resourceBusy, InPlaceReason.mounted),
    (.rename, .improperLink, .mounted),
    (.rename, .notPermitted, .refused(.notPermitted)),
    (.copyAttributes, .notSupported, .attributes),
  ])
  func `writes in place where a rename would lose something`(
    call: FileCall,
    refusal: Errno,
    reason: InPlaceReason
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "A LONGER OLD LINE=1\n", mode: 0o600)
    let base = try FileReader.snapshot(of: folder[".env"])
    let files = AtomicFile(calls: .refusing(call, refusal))
    #expect(
      try files.write(new, over: base, mode: .narrowed(to: 0o600)) == .inPlace(reason)
    )
    let after = try FileReader.snapshot(of: folder[".env"])
    #expect(after.content == new)
    #expect(after.identity == base.identity)
    #expect(try folder.leftovers().isEmpty)
  }

  @Test func `leaves a file alone that changed since the snapshot`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "OLD=1\n")
    let path = folder[".env"]
    let base = try FileReader.snapshot(of: path)
    try folder.write(".env", "OTHER=1\n")
    #expect(throws: FileWriteError.changedOnDisk(path: path)) {
      try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o600))
    }
    let missing = try FileReader.snapshot(of: folder["new"])
    try folder.write("new", "HERE=1\n")
    #expect(throws: FileWriteError.changedOnDisk(path: missing.path)) {
      try AtomicFile().write(new, over: missing, mode: .narrowed(to: 0o600))
    }
    #expect(try folder.text(".env") == "OTHER=1\n")
    #expect(try folder.text("new") == "HERE=1\n")
    #expect(try folder.leftovers().isEmpty)
  }

  @Test(.timeLimit(.minutes(60)))
  func `refuses a folder and a pipe`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("directory")
    try Disk.check(mkfifo(folder["pipe"], 0o600))
    for name in ["directory", "pipe"] {
      let base = try FileReader.snapshot(of: folder[name])
      #expect(throws: FileWriteError.notAFile(path: base.path)) {
        try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o600))
      }
    }
  }

  @Test func `copies extended attributes`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "OLD=1\n")
    guard try setAttribute(folder[".env"]) else { return }
    let base = try FileReader.snapshot(of: folder[".env"])
    #expect(try AtomicFile().write(new, over: base, mode: .narrowed(to: 0o644)) == .replaced)
    #expect(try attribute(folder[".env"]) == "kept")
  }

  /// Sets an attribute through the library, since `sys/xattr.h` is in no Swift module.
  private func setAttribute(_ path: String) throws -> Bool {
    typealias Set =
      @convention(c) (
        UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer?, Int, Int32
      ) -> Int32
    guard let symbol = dlsym(nil, "setxattr") else { return false }
    let value = Array("kept".utf8)
    return unsafeBitCast(symbol, to: Set.self)(path, "user.test", value, value.count, 0) == 0
  }

  private func attribute(_ path: String) throws -> String {
    typealias Get =
      @convention(c) (
        UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int
      ) -> Int
    var value = [UInt8](repeating: 0, count: 64)
    let symbol = try #require(dlsym(nil, "getxattr"))
    let count = unsafeBitCast(symbol, to: Get.self)(path, "user.test", &value, value.count)
    return String(decoding: value.prefix(max(0, count)), as: UTF8.self)
  }
}
