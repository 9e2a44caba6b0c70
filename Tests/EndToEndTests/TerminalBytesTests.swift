import TestSupport
import Testing

/// What the program writes to a terminal, byte for byte: colours where they are wanted and nowhere else,
/// and nothing of others while the screen is shown.
@Suite(.alone) struct TerminalBytesTests {
  /// A terminal and the wish for colours.
  struct Wish: Sendable, CustomTestStringConvertible {
    let type: String
    var arguments: [String] = []
    var variables: [String: String] = [:]
    let hasColors: Bool

    var testDescription: String { "\(type) \(arguments) \(variables)" }
  }

  static let wishes = ["vt100", "linux", "xterm", "xterm-256color"].flatMap { type in
    [
      Wish(type: type, hasColors: type != "vt100"),
      Wish(type: type, arguments: ["--no-color"], hasColors: false),
      Wish(type: type, variables: ["NO_COLOR": "1"], hasColors: false),
      Wish(type: type, variables: ["NO_COLOR": ""], hasColors: type != "vt100"),
      Wish(type: type, arguments: ["--plain"], hasColors: false),
    ]
  }

  /// Selections of a colour among the parameters of an SGR, 39 and 49 apart, which select none, and
  /// changes of the palette.
  private var color: Regex<Substring> {
    /\x1B\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m|\x1B\](?:4;|P)/
      .matchingSemantics(.unicodeScalar)
  }

  private func session(
    _ arguments: [String],
    _ variables: [String: String],
    in project: ScratchProject
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal()
    try terminal.spawn(
      Program.path,
      arguments + ["--directory", project.directory],
      environment: project.environment.merging(variables) { $1 }
    )
    return terminal
  }

  @Test(arguments: wishes)
  func `colours only where they are wanted`(wish: Wish) async throws {
    try await ScratchProject.with { project in
      var variables = wish.variables
      variables["TERM"] = wish.type
      for command in [["wizard"], ["status"]] {
        let arguments = command + ["--sandbox"] + wish.arguments
        let terminal = try session(arguments, variables, in: project)
        try terminal.waitForOutput(command == ["status"] ? "stands nowhere" : "Use this folder")
        try terminal.write("\u{3}")
        #expect(try terminal.waitForExit() == .code(130))
        #expect((terminal.text.firstMatch(of: color) != nil) == wish.hasColors)
      }
      for command in [["apply", "--dry-run"], ["scopes"], ["workspaces"]] {
        let arguments = command + (command == ["scopes"] ? [] : ["--sandbox"])
        let terminal = try session(arguments, variables, in: project)
        #expect(try terminal.waitForExit() == .code(0))
        #expect(terminal.text.firstMatch(of: color) == nil)
      }
    }
  }

  @Test(arguments: ["\u{1B}[31m", "\u{1B}[0;1;32m", "\u{1B}[38;5;31m", "\u{1B}[1;97;4m"])
  func `would have noticed a colour`(sequence: String) {
    #expect(sequence.firstMatch(of: color) != nil)
    #expect("\u{1B}[0;1;7m\u{1B}[39;49m".firstMatch(of: color) == nil)
  }

  @Test func `what a library writes comes after the screen`() async throws {
    try await ScratchProject.with { project in
      // The system's loader tells on standard error what it does, and libcurl is loaded on the way.
      let terminal = try session(["--sandbox"], ["LD_DEBUG": "files"], in: project)
      try terminal.waitForOutput("Use this folder")
      let start = terminal.output.count
      try terminal.write("\r")
      try terminal.waitForOutput("Paste your Attio access token")
      try terminal.write("\u{14}")
      try terminal.waitForOutput("Continue with")
      let shown = String(decoding: terminal.output.dropFirst(start), as: UTF8.self)
      #expect(!shown.contains("libcurl"))
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .code(130))
      let after = try #require(terminal.text.split(separator: "\u{1B}[?1049l").last)
      #expect(after.contains("libcurl"))
      // The loader goes on to tell how it ends.
      #expect(after.contains("Nothing was written.\r\n"))
    }
  }
}
