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

  @Test(arguments: [
    ("xterm-256color", "\u{1B}[38;5;31m"), ("xterm", "\u{1B}[36m"), ("linux", "\u{1B}[36m"),
    ("xterm-16color", "\u{1B}[38;5;31m"),
  ])
  func `uses the colours that there are`(_ type: String, _ cyan: String) throws {
    let probe = try ProbeRun(type: type)
    try probe.terminal.waitForOutput("here")
    #expect(probe.terminal.text.contains(cyan))
    // A background of ours would be 40 to 48.
    #expect(!probe.terminal.text.contains(/\x1B\[(\d+;)*4[0-8]m/))
  }

  @Test(arguments: [("xterm-256color", "1"), ("vt100", nil), ("vt220", nil)])
  func `without colour there is none, and the selection is reversed`(
    _ type: String,
    _ noColor: String?
  ) throws {
    let probe = try ProbeRun(type: type, environment: noColor.map { ["NO_COLOR": $0] } ?? [:])
    try probe.terminal.waitForOutput("here")
    #expect(!probe.terminal.text.contains(/\x1B\[[0-9;]*3[0-8][;m]/))
    // The role of the selection by its own name: the probe writes every role so.
    #expect(probe.terminal.text.contains(/\x1B\[[0-9;]*7m(?:\x1B\(B|\x0F)?focus/))
  }

  @Test(arguments: [
    (["LC_ALL": "C", "LANG": "C.UTF-8"], false), (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
    (["LC_ALL": "", "LC_CTYPE": "", "LANG": "C.UTF-8"], true), (["LANG": ""], false),
    (["LANG": "POSIX"], false), (["LANG": "en_US.ISO-8859-1"], false), (["LANG": "en_US"], false),
    (["LC_ALL": "ja_JP.utf8"], true),
  ])
  func `the first locale that is named decides`(
    _ environment: [String: String],
    _ isUTF8: Bool
  ) throws {
    let probe = try ProbeRun(environment: environment)
    try probe.terminal.waitForOutput("here")
    #expect(probe.terminal.text.contains("中文") == isUTF8)
  }

  @Test func `in East Asia the borders are ASCII and the text is not`() throws {
    let probe = try ProbeRun(environment: ["LANG": "zh_CN.UTF-8"])
    try probe.terminal.waitForOutput("中文 😀 é|")
    #expect(probe.terminal.text.contains("+---"))
    #expect(!probe.terminal.text.contains("─"))
  }

  @Test func `a width that the terminal sees otherwise stays in its row`() throws {
    let probe = try ProbeRun()
    try probe.terminal.waitForOutput("here")
    // Row 6 holds wide characters: what is painted after it starts from a place by row and column.
    try probe.terminal.waitForOutput("\u{1B}[24d")
    let after = try #require(probe.terminal.text.components(of: "中文").last)
    #expect(after.contains(/^ 😀 é\|[^\n]*> here\r(?:\x1B\(B|\x1B\[\d*m)*\x1B\[6;1H/))
    let start = probe.terminal.output.count
    try probe.terminal.write("a")
    try probe.terminal.waitForReport("key character(\"a\")")
    // The field's row alone is painted again, not those with wide characters.
    try probe.terminal.waitForOutput("a", from: start)
    try probe.terminal.write("\r")
    _ = try probe.terminal.waitForExit()
    let typed = String(decoding: probe.terminal.output.dropFirst(start), as: UTF8.self)
    #expect(!typed.contains("中文"))
  }
}
