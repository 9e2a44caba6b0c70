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

struct FileReaderTests {
  @Test func `tells bytes, mode, owner and links of a file`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "A=1\r\n\u{FEFF}", mode: 0o640)
    try Disk.makeHardLink(folder["second"], to: folder[".env"])
    let snapshot = try FileReader.snapshot(of: folder[".env"])
    #expect(snapshot.kind == .file)
    #expect(snapshot.content == FileContent("A=1\r\n\u{FEFF}"))
    #expect(snapshot.mode == 0o640)
    #expect(snapshot.owner == geteuid())
    #expect(snapshot.linkCount == 2)
    #expect(snapshot.isLink == false)
  }

  @Test func `says that a missing file is missing, also in a missing folder`() throws {
    let folder = try TemporaryFolder()
    #expect(try FileReader.snapshot(of: folder[".env"]).kind == .missing)
    #expect(try FileReader.snapshot(of: folder["nowhere/.env"]).kind == .missing)
  }

  @Test func `follows links, also where the file at their end is missing`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("app")
    try folder.makeFolder("shared")
    try Disk.makeLink(folder["app/.env"], to: "../shared/first")
    try Disk.makeLink(folder["shared/first"], to: "second")
    let missing = try FileReader.snapshot(of: folder["app/.env"])
    #expect(missing.kind == .missing)
    #expect(missing.resolvedPath == folder["shared/second"])
    try folder.write("shared/second", "A=1\n")
    let found = try FileReader.snapshot(of: folder["app/.env"])
    #expect(found.kind == .file)
    #expect(found.isLink)
    #expect(found.resolvedPath == folder["shared/second"])
  }

  @Test func `does not take a link in the folders above for a link`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real")
    try Disk.makeLink(folder["alias"], to: "real")
    try folder.write("real/.env", "A=1\n")
    #expect(try FileReader.snapshot(of: folder["alias/.env"]).isLink == false)
  }

  @Test func `refuses links that lead in a circle`() throws {
    let folder = try TemporaryFolder()
    try Disk.makeLink(folder[".env"], to: "other")
    try Disk.makeLink(folder["other"], to: ".env")
    let path = folder[".env"]
    #expect(throws: FileReadError.linkLoop(path: path)) { try FileReader.snapshot(of: path) }
  }

  @Test func `refuses a file over the limit and names its size`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "12345")
    let path = folder[".env"]
    #expect(throws: FileReadError.tooLarge(path: path, size: 5, limit: 4)) {
      try FileReader.snapshot(of: path, limit: 4)
    }
    #expect(try FileReader.snapshot(of: path, limit: 5).content == FileContent("12345"))
  }

  @Test(.timeLimit(.minutes(60)))
  func `does not wait for a pipe, nor open a device or a folder`() throws {
    let folder = try TemporaryFolder()
    try Disk.check(mkfifo(folder["pipe"], 0o600))
    #expect(try FileReader.snapshot(of: folder["pipe"]).kind == .other)
    #expect(try FileReader.snapshot(of: "/dev/zero").kind == .other)
    #expect(try FileReader.snapshot(of: folder.path).kind == .directory)
  }
}
