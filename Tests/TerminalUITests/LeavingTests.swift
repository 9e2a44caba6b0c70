import Glibc
import TestSupport
import Testing

/// Every way out gives the terminal back as it was.
@Suite(.alone) struct LeavingTests {
  /// What ends the probe, and how it then ends.
  struct WayOut: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var keys = ""
    var signal: Int32?
    let exit: PseudoTerminal.Exit
  }

  static let waysOut = [
    WayOut(testDescription: "return", keys: "\r", exit: .code(0)),
    WayOut(testDescription: "Ctrl-C", keys: "\u{3}", exit: .code(130)),
    WayOut(testDescription: "Ctrl-\\", keys: "\u{1C}", exit: .code(131)),
    WayOut(testDescription: "SIGINT", signal: SIGINT, exit: .code(130)),
    WayOut(testDescription: "SIGTERM", signal: SIGTERM, exit: .code(143)),
    WayOut(testDescription: "SIGHUP", signal: SIGHUP, exit: .code(129)),
    WayOut(testDescription: "SIGQUIT", signal: SIGQUIT, exit: .code(131)),
    WayOut(testDescription: "a fault", keys: "\u{13}", exit: .signal(SIGSEGV)),
    WayOut(testDescription: "stack overflow", keys: "\u{12}", exit: .signal(SIGSEGV)),
    WayOut(testDescription: "abort", keys: "\u{1}", exit: .signal(SIGABRT)),
    WayOut(testDescription: "exit in a library", keys: "\u{18}", exit: .code(7)),
    WayOut(testDescription: "SIGSEGV sent", signal: SIGSEGV, exit: .signal(SIGSEGV)),
    WayOut(testDescription: "SIGABRT sent", signal: SIGABRT, exit: .signal(SIGABRT)),
    WayOut(testDescription: "SIGBUS sent", signal: SIGBUS, exit: .signal(SIGBUS)),
    WayOut(testDescription: "SIGILL sent", signal: SIGILL, exit: .signal(SIGILL)),
    WayOut(testDescription: "SIGFPE sent", signal: SIGFPE, exit: .signal(SIGFPE)),
    WayOut(testDescription: "SIGTRAP sent", signal: SIGTRAP, exit: .signal(SIGTRAP)),
    WayOut(testDescription: "SIGUSR1 sent", signal: SIGUSR1, exit: .signal(SIGUSR1)),
    WayOut(testDescription: "SIGPIPE sent", signal: SIGPIPE, exit: .signal(SIGPIPE)),
  ]

  @Test(arguments: waysOut)
  func `gives the terminal back`(_ way: WayOut) throws {
    let probe = try ProbeRun()
    #expect(probe.terminal.modes() != probe.modesBefore)
    if let signal = way.signal { probe.terminal.send(signal: signal) }
    if !way.keys.isEmpty { try probe.terminal.write(way.keys) }
    #expect(try probe.terminal.waitForExit() == way.exit)
    #expect(probe.terminal.modes() == probe.modesBefore)
    #expect(probe.hasLeftScreen)
  }

  @Test func `keeps modes that were not the usual ones`() throws {
    let terminal = try PseudoTerminal()
    try terminal.spawn(
      "/bin/sh",
      ["-c", "stty -echo -ixon erase ^H intr ^X; stty -g >&3; \"$0\"; stty -g >&3"]
        + [BuiltProduct.path("terminal-probe")],
      environment: ["TERM": "xterm", "PATH": "/usr/bin:/bin", "PROBE_REPORT": "3"]
    )
    try terminal.waitForReport("size 80x24")
    try terminal.write("\r")
    #expect(try terminal.waitForExit() == .code(0))
    let lines = terminal.reportLines
    #expect(try #require(lines.first).contains(":"))
    #expect(lines.first == lines.last)
  }

  @Test func `a trap of Swift shows its message on the restored screen`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{14}")
    let exit = try probe.terminal.waitForExit()
    #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(exit))
    #expect(probe.terminal.modes() == probe.modesBefore)
    #expect(probe.outputAfterLeaving.contains("the probe was told to trap"))
  }

  @Test func `holds back what others write until the end`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{5}z")
    try probe.terminal.waitForReport("key character(\"z\")")
    #expect(!probe.terminal.text.contains("stray"))
    try probe.terminal.write("\r")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(
      probe.outputAfterLeaving.contains("stray error\r\nstray output\r\nended: finished")
    )
  }

  @Test func `shows what was held back after a crash too`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{5}\u{13}")
    #expect(try probe.terminal.waitForExit() == .signal(SIGSEGV))
    #expect(probe.outputAfterLeaving.contains("stray error\r\nstray output\r\n"))
  }

  @Test func `Ctrl-C leaves while an effect hangs`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{17}")
    try probe.terminal.waitForReport("key control(\"w\")")
    try probe.terminal.write("\u{3}")
    #expect(try probe.terminal.waitForExit() == .code(130))
    #expect(probe.terminal.modes() == probe.modesBefore)
  }

  @Test func `ends when the terminal is closed`() throws {
    let probe = try ProbeRun()
    probe.terminal.hangUp()
    let exit = try probe.terminal.waitForExit()
    #expect([.code(128 + SIGHUP), .code(1)].contains(exit))
  }

  @Test func `a second session begins like the first`() throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.modes()
    try terminal.spawn(
      BuiltProduct.path("terminal-probe"),
      ["2"],
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PROBE_REPORT": "3"]
    )
    try terminal.waitForReport("size 80x24")
    try terminal.write("\r")
    try terminal.waitForReport("size 80x24", times: 2)
    let start = terminal.output.count
    terminal.resize(columns: 70, rows: 20)
    try terminal.waitForOutput("70x20", from: start)
    try terminal.write("a\u{1B}[200~text\u{1B}[201~\r")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes() == modes)
    #expect(terminal.reportLines.contains("key character(\"a\")"))
  }

  @Test func `the loop that is stuck still ends, at the second signal`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{2}")
    try probe.terminal.waitForReport("key control(\"b\")")
    #expect(try probe.terminal.waitForExit(sending: SIGTERM) == .signal(SIGTERM))
    #expect(probe.terminal.modes() == probe.modesBefore)
    #expect(probe.hasLeftScreen)
  }

  @Test func `an ignored hang-up stays ignored`() throws {
    let terminal = try PseudoTerminal()
    try terminal.spawn(
      "/bin/sh",
      ["-c", "trap '' HUP; exec \"$0\"", BuiltProduct.path("terminal-probe")],
      environment: ["TERM": "xterm", "PROBE_REPORT": "3"]
    )
    try terminal.waitForReport("size 80x24")
    terminal.send(signal: SIGHUP)
    try terminal.write("\r")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(!terminal.reportLines.contains("terminate 1"))
  }
}
