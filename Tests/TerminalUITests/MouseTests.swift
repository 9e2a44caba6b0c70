import SetupCore
import TestSupport
import Testing

/// The mouse in a real terminal: what it reports becomes keys.
@Suite(.alone) struct MouseTests {
  @Test func `a click and the wheel act as the keys of the frame`() throws {
    let probe = try ProbeRun()
    try probe.terminal.waitForOutput("here")
    try probe.terminal.write("\u{1B}[<0;3;4M\u{1B}[<0;3;4m")
    try probe.terminal.waitForReport("key character(\"m\")")
    try probe.terminal.waitForOutput("m")
    try probe.terminal.write("\u{1B}[<64;1;1M")
    try probe.terminal.waitForReport("key pageUp")
    try probe.terminal.write("\u{1B}[<65;80;24M")
    try probe.terminal.waitForReport("key pageDown")
    #expect(
      probe.terminal.reportLines.dropFirst()
        == ["key down", "key character(\"m\")", "key pageUp", "key pageDown"]
    )
  }

  @Test(arguments: [
    "\u{1B}[<0;2;4M", "\u{1B}[<0;7;4M", "\u{1B}[<0;3;5M", "\u{1B}[<0;3;4m", "\u{1B}[<1;3;4M",
    "\u{1B}[<4;3;4M", "\u{1B}[<32;3;4M", "\u{1B}[<0;9999;9999M",
  ])
  func `a click beside it, another button and a release do nothing`(_ report: String) throws {
    let probe = try ProbeRun()
    try probe.terminal.waitForOutput("here")
    try probe.terminal.write(report + "z")
    try probe.terminal.waitForReport("key character(\"z\")")
    #expect(probe.terminal.reportLines.count == 2)
  }

  @Test(arguments: [
    ("xterm-256color", nil, true), ("linux", nil, true), ("tmux-256color", nil, true),
    ("vt100", nil, false), ("vt220", nil, false), ("xterm-256color", "1", false),
  ])
  func `is switched on where the terminal has one and the user wants it`(
    _ type: String,
    _ noMouse: String?,
    _ isOn: Bool
  ) throws {
    let environment = noMouse.map { ["NO_MOUSE": $0] } ?? [:]
    let probe = try ProbeRun(type: type, environment: environment)
    try probe.terminal.waitForOutput("here")
    #expect(probe.terminal.text.contains("\u{1B}[?1000h") == isOn)
    // Motion would take the selecting with Shift away in some terminals.
    #expect(!probe.terminal.text.contains(/\x1B\[\?100[1235]h/))
    if !isOn { try probe.terminal.write("\u{1B}[<0;3;4M") }
    try probe.terminal.write("\r")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(probe.terminal.text.contains("\u{1B}[?1000l") == isOn)
    if !isOn { #expect(probe.terminal.reportLines.dropFirst() == ["key enter"]) }
  }

  @Test func `too small a window has nothing to click`() throws {
    let probe = try ProbeRun()
    probe.terminal.resize(columns: 40, rows: 10)
    try probe.terminal.waitForOutput("too small")
    try probe.terminal.write("\u{1B}[<0;3;4M")
    probe.terminal.resize(columns: 80, rows: 24)
    try probe.terminal.waitForReport("size 80x24", times: 2)
    try probe.terminal.write("z")
    try probe.terminal.waitForReport("key character(\"z\")")
    #expect(!probe.terminal.reportLines.contains("key down"))
  }
}
