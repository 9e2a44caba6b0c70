import AttioSandbox
import Glibc
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The program in a terminal of its own, in a project of its own, at a stage.
struct LeavingRun {
  let stage: LeavingStage
  let terminal: PseudoTerminal
  let modesBefore: String
  let port: UInt16
  private let directory: String
  private let arguments: [String]
  private let environment: [String: String]

  /// Makes a project in a folder of the scratch project.
  init(_ stage: LeavingStage, _ name: String, in scratch: ScratchProject) throws {
    self.stage = stage
    terminal = try PseudoTerminal()
    modesBefore = terminal.modes()
    let root = "\(scratch.root)/\(name)"
    directory = "\(root)/shop"
    port = UInt16(try RawSocket.unusedPort())
    let files = FileManager.default
    for folder in [directory, "\(root)/home"] {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try Sandbox.clientSecret.write(
      toFile: "\(root)/client-secret",
      atomically: false,
      encoding: .utf8
    )
    for (name, text) in stage.files.merging(["package.json": "{}\n"], uniquingKeysWith: { $1 }) {
      try text.write(toFile: "\(directory)/\(name)", atomically: false, encoding: .utf8)
      chmod("\(directory)/\(name)", 0o644)
    }
    let own = ["HOME": "\(root)/home", "XDG_STATE_HOME": "\(root)/state"]
    environment = scratch.environment.merging(own) { $1 }
    let number = "\(port)"
    arguments =
      stage.arguments.map {
        $0.replacing("PORT", with: number).replacing("SECRETFILE", with: "\(root)/client-secret")
      } + ["--directory", directory]
  }

  /// Starts the program alone in the terminal.
  func start() throws {
    try terminal.spawn(Program.path, arguments, environment: environment)
  }

  /// Starts the program as a job of a shell, and gives the modes that the shell had.
  func startInShell() throws -> String {
    var variables = environment
    variables.merge(["PS1": "ready> ", "HISTFILE": "/dev/null"]) { $1 }
    try terminal.spawn(
      "/bin/bash",
      ["--norc", "--noprofile", "--noediting", "-i"],
      environment: variables
    )
    try terminal.waitForOutput("ready> ")
    let modes = terminal.modes()
    let words = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    try terminal.write(words + "\n")
    return modes
  }

  /// Goes to the stage.
  func walk() throws {
    var from = terminal.output.count
    if from > 0 { from -= 1 }
    for act in stage.way {
      try terminal.waitForOutput(act.seen, from: from)
      from = terminal.output.count
      if let typed = act.typed { try terminal.write(typed) }
    }
    if !stage.halfTyped.isEmpty { try terminal.write(stage.halfTyped) }
  }

  /// Does something, and waits for output that comes after all that is there.
  func after(_ action: () throws -> Void, expect expected: String) throws {
    let start = terminal.output.count
    try action()
    try terminal.waitForOutput(expected, from: start)
  }

  /// The names of the project's files.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  /// Checks that the terminal is as it was, the last line true, and nothing left behind.
  func expectClean(_ name: String) throws {
    let text = terminal.text
    #expect(terminal.modes() == modesBefore, "\(name)")
    #expect(terminal.unreadInput() == [], "\(name)")
    #expect(screenProblem == nil, "\(name)")
    #expect(text.hasSuffix("\(stage.lastLine)\r\n"), "\(name): \(text.suffix(300))")
    try expectFiles(name)
  }

  /// Checks the files and the port, which count also where nobody reads the last line.
  func expectFiles(_ name: String) throws {
    let all = Set(stage.written + ["package.json"] + stage.files.keys)
    #expect(try names() == all.sorted(), "\(name)")
    #expect(RawSocket.connect(port: port) == nil, "\(name)")
    let secrets = [SandboxScenario.full.token, Sandbox.clientSecret, "half-a-secret"]
    for secret in secrets { #expect(!terminal.text.contains(secret), "\(name)") }
  }

  /// What the screen is left with that it did not have before; nil for nothing.
  var screenProblem: String? {
    let text = terminal.text
    if stage.isLines {
      let rest = text.replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
      if rest.contains("\u{1B}") { return "an escape sequence in line mode" }
    }
    let modes = stage.isLines ? ["?2004"] : ["?1049", "?2004", "?1004"]
    for mode in modes {
      let parts = text.split(separator: "\u{1B}[\(mode)h", omittingEmptySubsequences: false)
      if parts.count < 2 || !parts[parts.count - 1].contains("\u{1B}[\(mode)l") { return mode }
    }
    let hidden = text.split(separator: "\u{1B}[?25l", omittingEmptySubsequences: false)
    if hidden.count > 1, !hidden[hidden.count - 1].contains("\u{1B}[?25h") { return "no cursor" }
    return nil
  }
}
