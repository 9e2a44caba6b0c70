import TestSupport
import Testing

/// Terminal types, sizes and locales.
@Suite(.alone) struct TerminalTypeTests {
  @Test(arguments: [
    "xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220", "rxvt", "ansi",
    "no-such-terminal", "",
  ])
  func `shows the screen and gives it back`(_ type: String) throws {
    let probe = try ProbeRun(type: type)
    try probe.terminal.waitForOutput("Terminal")
    try probe.terminal.write("\r")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(probe.terminal.modes() == probe.modesBefore)
    #expect(probe.terminal.text.contains("ended: finished"))
    #expect(!probe.terminal.text.contains("Error opening terminal"))
  }

  @Test(arguments: ["no-such-terminal", ""])
  func `takes an unknown type for a common one`(_ type: String) throws {
    let probe = try ProbeRun(type: type)
    try probe.terminal.waitForOutput("\u{1B}[?1049h")
  }

  @Test func `refuses a terminal that cannot place the cursor`() throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.modes()
    try terminal.spawn(BuiltProduct.path("terminal-probe"), environment: ["TERM": "dumb"])
    #expect(try terminal.waitForExit() == .code(3))
    #expect(terminal.text == "no full screen: noCursorMovement(type: \"dumb\")\r\n")
    #expect(terminal.modes() == modes)
  }

  @Test func `paints ASCII where the locale is not UTF-8`() throws {
    let probe = try ProbeRun(environment: ["LANG": "C"])
    try probe.terminal.waitForOutput("bytes")
    try probe.terminal.write("\r")
    _ = try probe.terminal.waitForExit()
    #expect(probe.terminal.output.allSatisfy { $0 < 0x80 })
    #expect(probe.terminal.text.contains("+-"))
    #expect(probe.terminal.text.contains("Wide: ???? ?? ?|"))
  }

  @Test func `a UTF-8 locale that is not installed is UTF-8 all the same`() throws {
    let probe = try ProbeRun(environment: ["LANG": "xx_XX.UTF-8"])
    try probe.terminal.waitForOutput("┌──")
    try probe.terminal.waitForOutput("中文 😀 é|")
  }

  @Test func `without colour there is none`() throws {
    let probe = try ProbeRun(environment: ["NO_COLOR": "1"])
    try probe.terminal.waitForOutput("here")
    try probe.terminal.write("\r")
    _ = try probe.terminal.waitForExit()
    #expect(!probe.terminal.text.contains("\u{1B}[36m"))
    let colored = try ProbeRun()
    try colored.terminal.waitForOutput("here")
    #expect(colored.terminal.text.contains("\u{1B}[36m"))
  }
}
