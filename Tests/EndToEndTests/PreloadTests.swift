import AttioSandbox
import TestSupport
import Testing

/// The program in a system that does otherwise than its documentation says, by a library loaded before the others.
@Suite(.alone) struct PreloadTests {
  private static let failing = """
    #include <errno.h>
    int tcsetattr(int terminal, int when, const void *modes) { errno = EPERM; return -1; }
    """
  private static let idle = """
    int tcsetattr(int terminal, int when, const void *modes) { return 0; }
    """
  private static let notWaiting = """
    #include <fcntl.h>
    __attribute__((constructor)) static void start(void) {
      for (int i = 0; i < 3; i++) fcntl(i, F_SETFL, fcntl(i, F_GETFL) | O_NONBLOCK);
    }
    """

  private func library(_ source: String, in project: ScratchProject) async throws -> String {
    try project.write(source, to: "../preload.c")
    let path = "\(project.root)/preload.so"
    let arguments = ["-shared", "-fPIC", "-o", path, "\(project.root)/preload.c"]
    try await Program.tool("cc", arguments, in: project)
    return path
  }

  @Test(
    arguments: [failing, idle],
    [
      ["wizard", "--sandbox"], ["wizard", "--sandbox", "--plain"],
      ["apply", "--sandbox", "--token-stdin"],
    ]
  )
  func `where what is typed would show, nothing is asked`(
    source: String,
    arguments: [String]
  ) async throws {
    try await ScratchProject.with { project in
      let terminal = try PseudoTerminal()
      let modes = terminal.modes()
      let variables = ["LD_PRELOAD": try await library(source, in: project)]
      try terminal.spawn(
        Program.path,
        arguments + ["--directory", project.directory],
        environment: project.environment.merging(variables) { $1 }
      )
      #expect(try terminal.waitForExit() == .code(64))
      #expect(terminal.text.contains("can't hide what you type"))
      #expect(terminal.text.contains("--token-file"))
      #expect(!terminal.text.contains("Paste"))
      #expect(terminal.modes() == modes)
      #expect(project.text(".env") == nil)
    }
  }

  @Test(arguments: [[], ["--plain"]])
  func `a terminal that does not wait is waited for`(arguments: [String]) async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try PseudoTerminal()
      let variables = ["LD_PRELOAD": try await library(Self.notWaiting, in: project)]
      try terminal.spawn(
        Program.path,
        ["--sandbox", "--directory", project.directory] + arguments,
        environment: project.environment.merging(variables) { $1 }
      )
      let isPlain = !arguments.isEmpty
      try terminal.waitForOutput(isPlain ? "> " : "Use this folder")
      try terminal.write("\r")
      try terminal.waitForOutput(isPlain ? "it is not shown" : "Paste your Attio access token")
      try terminal.write("\(SandboxScenario.full.token)\(isPlain ? "\n" : "")")
      try terminal.waitForOutput("Continue with")
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .code(130))
      #expect(terminal.text.hasSuffix("Nothing was written.\r\n"))
    }
  }
}
