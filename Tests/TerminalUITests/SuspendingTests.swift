import Glibc
import TestSupport
import Testing

/// Ctrl-Z and back, under a shell with job control.
@Suite(.alone) struct SuspendingTests {
  /// A shell that has the probe as a job.
  private struct Shell {
    let terminal: PseudoTerminal
    let modesBefore: String

    init() throws {
      terminal = try PseudoTerminal()
      try terminal.spawn(
        "/bin/bash",
        ["--norc", "--noprofile", "--noediting", "-i"],
        environment: [
          "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "ready> ", "PROBE_REPORT": "3",
          "PATH": "/usr/bin:/bin", "HISTFILE": "/dev/null",
        ]
      )
      try terminal.waitForOutput("ready> ")
      modesBefore = terminal.modes()
      try type(BuiltProduct.path("terminal-probe"))
      try terminal.waitForReport("size 80x24")
    }

    func type(_ line: String) throws { try terminal.write(line + "\n") }

    /// Waits for output that comes after everything that is there.
    func after(_ action: () throws -> Void, expect expected: String) throws {
      let start = terminal.output.count
      try action()
      try terminal.waitForOutput(expected, from: start)
    }
  }

  @Test func `Ctrl-Z gives the terminal back and fg takes it again`() throws {
    let shell = try Shell()
    try shell.after({ try shell.terminal.write("\u{1A}") }, expect: "Stopped")
    try shell.terminal.waitForOutput("ready> ")
    #expect(shell.terminal.modes() == shell.modesBefore)
    #expect(shell.terminal.text.contains("\u{1B}[?2004l"))
    #expect(shell.terminal.text.contains("\u{1B}[?1049l"))

    try shell.after({ try shell.type("fg") }, expect: "Terminal probe")
    #expect(shell.terminal.modes() != shell.modesBefore)
    try shell.terminal.write("q")
    try shell.terminal.waitForReport("key character(\"q\")")

    try shell.after({ try shell.terminal.write("\u{1A}") }, expect: "Stopped")
    try shell.after({ try shell.type("fg") }, expect: "Terminal probe")
    try shell.after({ try shell.terminal.write("\r") }, expect: "ended: finished")
    try shell.after({ try shell.type("echo code $?") }, expect: "code 0")
    #expect(shell.terminal.modes() == shell.modesBefore)
    try shell.type("exit")
    #expect(try shell.terminal.waitForExit() == .code(0))
  }

  @Test func `kill ends it while it is stopped, and the shell's screen stays clean`() throws {
    let shell = try Shell()
    try shell.after({ try shell.terminal.write("\u{1A}") }, expect: "Stopped")
    let start = shell.terminal.output.count
    // bash's `wait` gives up on a job that it still takes for stopped.
    let waiting = "while [ -n \"$(jobs -s)$(jobs -r)\" ]; do :; done; wait %1; echo code $?"
    try shell.type("kill %1; \(waiting)")
    try shell.terminal.waitForReport("terminate 15")
    try shell.terminal.waitForOutput("ended: signal(15)", from: start)
    try shell.terminal.waitForOutput("code 143", from: start)
    let output = String(decoding: shell.terminal.output.dropFirst(start), as: UTF8.self)
    #expect(!output.contains("\u{1B}[?1049"))
    #expect(shell.terminal.modes() == shell.modesBefore)
  }

  @Test func `kill ends it after bg too`() throws {
    let shell = try Shell()
    try shell.after({ try shell.terminal.write("\u{1A}") }, expect: "Stopped")
    let start = shell.terminal.output.count
    try shell.type("bg; while [ -z \"$(jobs -s)\" ]; do :; done; kill %1; echo sent $((20 + 3))")
    try shell.terminal.waitForOutput("sent 23", from: start)
    try shell.terminal.waitForReport("terminate 15")
    #expect(shell.terminal.modes() == shell.modesBefore)
  }

  @Test func `bg does not let it write into the shell`() throws {
    let shell = try Shell()
    try shell.after({ try shell.terminal.write("\u{1A}") }, expect: "Stopped")
    let start = shell.terminal.output.count
    try shell.type("bg; while [ -z \"$(jobs -s)\" ]; do :; done; echo again $((20 + 3))")
    try shell.terminal.waitForOutput("again 23", from: start)
    let output = String(decoding: shell.terminal.output.dropFirst(start), as: UTF8.self)
    #expect(!output.contains("\u{1B}[?1049h"))
    #expect(shell.terminal.modes() == shell.modesBefore)
    try shell.after({ try shell.type("fg") }, expect: "Terminal probe")
    try shell.after({ try shell.terminal.write("\r") }, expect: "ended: finished")
  }

  @Test func `a stop that nobody can catch is repaired on going on`() throws {
    let shell = try Shell()
    try shell.after({ try shell.terminal.write("\u{F}") }, expect: "Stopped")
    let start = shell.terminal.output.count
    try shell.after({ try shell.type("fg") }, expect: "Terminal probe")
    let output = String(decoding: shell.terminal.output.dropFirst(start), as: UTF8.self)
    #expect(output.contains("\u{1B}[?1049h"))
    #expect(output.contains("\u{1B}[?2004h"))
    try shell.terminal.write("k")
    try shell.terminal.waitForReport("key character(\"k\")")
    try shell.after({ try shell.terminal.write("\r") }, expect: "ended: finished")
    try shell.after({ try shell.type("echo code $?") }, expect: "code 0")
    #expect(shell.terminal.modes() == shell.modesBefore)
  }

  @Test func `without a shell Ctrl-Z is no trap`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{1A}")
    try probe.terminal.write("a")
    try probe.terminal.waitForReport("key character(\"a\")")
    try probe.terminal.write("\r")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(probe.terminal.modes() == probe.modesBefore)
  }
}
