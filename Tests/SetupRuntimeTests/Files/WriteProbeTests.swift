import SetupRuntime
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite(.alone, .timeLimit(.minutes(60)))
struct WriteProbeTests {
  @Test func `finds nothing wrong with a file, a new file and a link, and leaves no trace`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write(".env", "A=1\n")
    try Disk.makeLink(folder["link"], to: "later")
    for name in [".env", "new", "link"] {
      #expect(WriteProbe.problem(at: folder[name]) == nil)
    }
    #expect(try Disk.names(folder.path) == [".env", "link"])
  }

  @Test func `names what stands in the way`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("directory")
    try folder.write("file", "")
    try Disk.check(mkfifo(folder["pipe"], 0o600))
    try Disk.makeLink(folder["loop"], to: "loop")
    let problems = ["directory", "pipe", "nowhere/.env", "file/.env", "loop"]
      .map { WriteProbe.problem(at: folder[$0]) ?? "" }
    #expect(problems[0].hasSuffix("directory is a folder, not a file."))
    #expect(problems[1].contains("is a pipe or a device"))
    #expect(problems[2] == "The folder \(folder["nowhere"]) does not exist. Create it first.")
    #expect(problems[3].contains("is a file"))
    #expect(problems[4].contains("leads back to itself"))
  }

  @Test func `says that a folder or a file is not the user's to write`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("open")
    try folder.makeFolder("closed")
    try folder.write("open/.env", "A=1\n", mode: 0o444)
    try Disk.check(chmod(folder["open"], 0o777))
    try Disk.check(chmod(folder["closed"], 0o555))
    try Disk.check(chmod(folder.path, 0o755))
    let path = folder.path
    // In a process of its own, which gives up the rights of root.
    await #expect(processExitsWith: .success) { [path = path as String] in
      if geteuid() == 0 { try Disk.check(setuid(65_534)) }
      let file = WriteProbe.problem(at: "\(path)/open/.env")
      #expect(file?.hasPrefix("The file \(path)/open/.env may not be written") == true)
      let closed = WriteProbe.problem(at: "\(path)/closed/.env")
      #expect(closed?.hasPrefix("The folder \(path)/closed may not be written") == true)
      #expect(WriteProbe.problem(at: "\(path)/open/.env.local") == nil)
    }
  }

  @Test func `tells what is protected from what is another user's`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "A=1\n")
    // What the system answers for a file after chattr +i, to root too.
    let problem = FileCalls.$current.withValue(.refusing(.access, .notPermitted)) {
      WriteProbe.problem(at: folder[".env"])
    }
    #expect(problem?.contains("is protected against changes, as by chattr +i.") == true)
  }
}
