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

  @Test(arguments: ["/nowhere", "", "bin:/bin", ":/bin"])
  func `finds nothing in folders that are not there, and does not guess what is relative`(
    path: String
  ) {
    #expect(ProgramSearch.path(of: "sh", in: ["PATH": path]) == nil)
  }
}
