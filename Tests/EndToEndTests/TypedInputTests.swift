import AttioSandbox
import Glibc
import TestSupport
import Testing

/// What is pasted without marks, in pieces, by mistake, or by the terminal itself.
@Suite(.alone) struct TypedInputTests {
  /// The program in a terminal of its own, at the question for the token.
  private func atToken(_ arguments: [String], in project: ScratchProject) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal()
    try terminal.spawn(
      Program.path,
      ["--sandbox", "--directory", project.directory] + arguments,
      environment: project.environment
    )
    let isPlain = arguments.contains("--plain")
    try terminal.waitForOutput(isPlain ? "> " : "Use this folder")
    try terminal.write("\r")
    try terminal.waitForOutput(isPlain ? "it is not shown" : "Paste your Attio access token")
    return terminal
  }

  /// Ten thousand characters of a kind, with the end of their line.
  static let kinds = [
    String(repeating: "x", count: 10_000),
    String((0..<10_000).map { Character(Unicode.Scalar(0x61 + UInt8($0 % 26))) }),
    String(repeating: "é", count: 10_000),
    String(repeating: "中文", count: 5_000),
    String(repeating: "NAME=value and more\n", count: 500),
  ]

  @Test(arguments: kinds, [[], ["--plain"]])
  func `ten thousand characters arrive whole and soon`(
    text: String,
    arguments: [String]
  ) async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try atToken(arguments, in: project)
      let start = ContinuousClock.now
      let isPlain = arguments == ["--plain"]
      try terminal.write(isPlain && !text.hasSuffix("\n") ? text + "\n" : text)
      let isWord = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      let lines = text.split(separator: "\n").count
      let said =
        isWord
        ? "It has 10000 characters" : lines > 1 ? "It has \(lines) lines" : "It has characters"
      try terminal.waitForOutput(isPlain ? said : "10000 characters received")
      #expect(ContinuousClock.now - start < .seconds(8))
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .code(130))
    }
  }

  @Test(arguments: ["x", "token"], [[], ["--plain"]])
  func `a megabyte arrives, and the program listens again`(
    word: String,
    arguments: [String]
  ) async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try atToken(arguments, in: project)
      let start = ContinuousClock.now
      // No digit stands five times in a row, which would be painted in two pieces.
      let length = 1_045_678
      let text = String(repeating: word, count: length / word.count + 1)
      try terminal.write(Array(text.utf8.prefix(length)))
      if !arguments.isEmpty { try terminal.write("\n") }
      try terminal.waitForOutput("\(length) characters")
      #expect(ContinuousClock.now - start < .seconds(25))
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .code(130))
    }
  }

  @Test(arguments: [[], ["--plain"]])
  func `a paste without its end is left by Ctrl-C`(arguments: [String]) async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try atToken(arguments, in: project)
      try terminal.write("\u{1B}[200~half a paste")
      // One more of them may come when the terminal makes a signal of it again.
      let exit = try terminal.waitForExit(typing: 0x03)
      #expect([.code(130), .signal(SIGINT)].contains(exit))
    }
  }

  @Test(arguments: ["", "\u{1B}[200~"])
  func `in lines, what comes in one burst is one answer`(mark: String) async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try atToken(["--plain"], in: project)
      let end = mark.isEmpty ? "" : "\u{1B}[201~"
      try terminal.write("\(mark)\(SandboxScenario.full.token)\nq\n\(end)")
      try terminal.waitForOutput("It has 2 lines")
      try terminal.write(SandboxScenario.full.token + "\n")
      try terminal.waitForOutput("Continue with")
      #expect(!terminal.text.contains(SandboxScenario.full.token.prefix(8)))
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .code(130))
    }
  }

  @Test func `in lines, what the terminal answers is no answer`() async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try PseudoTerminal()
      // Before anybody has switched off that lines are kept until their end.
      try terminal.write("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;22c\u{1B}[24;80R")
      try terminal.spawn(
        Program.path,
        ["--sandbox", "--plain", "--directory", project.directory],
        environment: project.environment
      )
      try terminal.waitForOutput("leave. > ")
      try terminal.write("\u{1B}[I\u{9B}1;1R\n")
      try terminal.waitForOutput("it is not shown")
      #expect(!terminal.text.contains("then Enter"))
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .code(130))
    }
  }

  @Test func `in lines, typing shows, a secret does not, and mistakes are taken back`() async throws
  {
    try await ScratchProject.with(git: false) { project in
      let terminal = try PseudoTerminal()
      try terminal.spawn(
        Program.path,
        ["--sandbox", "--plain", "--directory", project.directory],
        environment: project.environment
      )
      try terminal.waitForOutput("leave. > ")
      try terminal.write("nonsense\u{7F}\n")
      try terminal.waitForOutput("nonsense\u{8} \u{8}\r\n")
      try terminal.waitForOutput("Type a number from 1 to")
      try terminal.write("\n")
      try terminal.waitForOutput("it is not shown")
      try terminal.write("a-secret-word\n")
      try terminal.waitForOutput("It has 13 characters")
      #expect(!terminal.text.contains("a-secret-word"))
      try terminal.write("\u{4}")
      #expect(try terminal.waitForExit() == .code(130))
    }
  }
}
