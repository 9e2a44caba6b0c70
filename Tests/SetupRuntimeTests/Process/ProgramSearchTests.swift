import TestSupport
import Testing

@testable import SetupRuntime

@Suite(.alone) struct ProgramSearchTests {
  @Test func `finds the program that a shell runs`() async throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c", "c/tool", "d"] { try folder.makeFolder(name) }
    try folder.write("a/other", "#!/bin/sh\n", mode: 0o755)
    try folder.write("b/tool", "no program")
    try folder.write("d/tool", "#!/bin/sh\necho $0\n", mode: 0o755)
    let path = ["a", "b", "c", "d"].map { folder[$0] }.joined(separator: ":")
    let shell = try await ToolRunner().run(
      ToolRequest("/bin/sh", ["-c", "tool"], environment: ["PATH": path])
    )
    #expect(shell.text == folder["d/tool"])
    #expect(ProgramSearch.path(of: "tool", in: ["PATH": path]) == shell.text)
  }

  @Test(arguments: ["/nowhere", "", "bin", ":", "."])
  func `finds nothing in folders that are not there or not absolute`(path: String) {
    #expect(ProgramSearch.path(of: "sh", in: ["PATH": path]) == nil)
  }

  @Test(arguments: [".", "", "bin"])
  func `passes over a program of the project's own`(relative: String) async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("bin")
    for name in ["git", "bin/git"] {
      try folder.write(name, "#!/bin/sh\necho planted\n", mode: 0o755)
    }
    let system = TestRepository.environment(home: folder.path)["PATH"] ?? ""
    func run(_ program: String) async throws -> String {
      try await ToolRunner().run(
        ToolRequest(
          program,
          program == "git" ? ["--version"] : ["-c", "git --version"],
          directory: folder.path,
          environment: ["PATH": "\(relative):\(system)"]
        )
      ).text
    }
    #expect(try await run("/bin/sh") == "planted")
    #expect(try await run("git").hasPrefix("git version"))
  }
}
