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

/// Files that only root can prepare; where the tests run as somebody else, they have no subject.
@Suite(.alone) struct ForeignFileTests {
  @Test(.needsRoot)
  func `keeps the owner of another user's file by writing in place`() async throws {
    let folder = try TemporaryFolder()
    try Disk.check(chmod(folder.path, 0o777))
    try folder.write(".env", "OLD=1\n", mode: 0o666)
    let path = folder[".env"]
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Disk.check(setgid(65_534))
      try Disk.check(setuid(65_534))
      let base = try FileReader.snapshot(of: path)
      let report = try AtomicFile()
        .write(FileContent("NEW=2\n"), over: base, mode: .narrowed(to: 0o666))
      #expect(report == .inPlace(.owner))
    }
    let after = try FileReader.snapshot(of: path)
    #expect(after.owner == 0)
    #expect(after.mode == 0o666)
    #expect(after.content == FileContent("NEW=2\n"))
    #expect(try folder.leftovers().isEmpty)
  }

  @Test(.needsRoot)
  func `leaves the file whole where the folder may not be written`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "OLD=1\n", mode: 0o666)
    try Disk.check(chmod(folder.path, 0o755))
    let path = folder[".env"]
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Disk.check(setuid(65_534))
      let base = try FileReader.snapshot(of: path)
      let error = #expect(throws: FileWriteError.self) {
        try AtomicFile().write(FileContent("NEW=2\n"), over: base, mode: .narrowed(to: 0o666))
      }
      guard case .failed(_, .open, .permissionDenied) = error else { exit(1) }
    }
    #expect(try folder.text(".env") == "OLD=1\n")
  }

  #if os(Linux)
  @Test(.needsRoot)
  func `writes a file that is mounted by itself in place`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("outside", "OLD=1\n", mode: 0o640)
    try folder.write(".env", "", mode: 0o600)
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      // In a mount table of its own, which ends with the process. A container may forbid it;
      // the refusal that follows from a mount is then tested by AtomicFileTests alone.
      guard (try? separateMounts()) != nil else { return }
      try Disk.check(mount("\(path)/outside", "\(path)/.env", nil, UInt(MS_BIND), nil))
      let base = try FileReader.snapshot(of: "\(path)/.env")
      let report = try AtomicFile()
        .write(FileContent("NEW=2\n"), over: base, mode: .narrowed(to: 0o640))
      #expect(report == .inPlace(.mounted))
      let outside = try FileReader.snapshot(of: "\(path)/outside")
      #expect(outside.content == FileContent("NEW=2\n"))
      #expect(outside.mode == 0o640)
    }
    #expect(try folder.leftovers().isEmpty)
  }

  @Test(.needsRoot)
  func `finds a file system that is read-only`() async throws {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      guard (try? separateMounts()) != nil else { return }
      try Disk.check(mount("none", path, "tmpfs", UInt(MS_RDONLY), nil))
      let problem = WriteProbe.problem(at: "\(path)/.env")
      #expect(problem == "The folder \(path) lies on a file system that is read-only.")
    }
  }
  #endif
}

#if os(Linux)
/// Gives this thread a mount table of its own; `sched.h` with `unshare` is in no Swift module.
private func separateMounts() throws {
  let symbol = try #require(dlsym(nil, "unshare"))
  let newMounts: Int32 = 0x20000
  try Disk.check(unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)(newMounts))
  try Disk.check(mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil))
}
#endif
