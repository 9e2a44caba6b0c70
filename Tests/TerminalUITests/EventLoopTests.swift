import Glibc
import TestSupport
import Testing

/// Input, resizing and effects in a real terminal.
@Suite(.alone) struct EventLoopTests {
  @Test(arguments: [100_000, 1_048_576])
  func `a bracketed paste is one event`(_ length: Int) throws {
    let probe = try ProbeRun()
    let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) | 0x20 }
    try probe.terminal.write(Array("\u{1B}[200~".utf8) + content + Array("\u{1B}[201~z".utf8))
    try probe.terminal.waitForReport("key character(\"z\")")
    let expected = "paste \(length) \(checksum(content))"
    #expect(probe.terminal.reportLines.dropFirst() == [expected, "key character(\"z\")"])
  }

  @Test(arguments: [64, 10_000])
  func `a paste without brackets is one event`(_ length: Int) throws {
    let probe = try ProbeRun()
    let content = (0..<length).map { UInt8(0x61 + $0 % 26) }
    try probe.terminal.write(content)
    try probe.terminal.waitForReport("paste \(length) \(checksum(content))")
    #expect(probe.terminal.reportLines.count == 2)
  }

  @Test func `quick keys are keys`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{1B}[A\u{1B}[A\u{1B}OBj\r")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(
      probe.terminal.reportLines.dropFirst()
        == ["key up", "key up", "key down", "key character(\"j\")", "key enter"]
    )
  }

  @Test func `Esc alone is a key after a moment`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{1B}")
    try probe.terminal.waitForReport("key escape")
  }

  @Test func `reports of the terminal are no keys`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{1B}[12;40R\u{1B}[<0;60;4M\u{1B}]11;rgb:0/0/0\u{7}z")
    try probe.terminal.waitForReport("key character(\"z\")")
    #expect(probe.terminal.reportLines.count == 2)
  }

  @Test func `a window that comes to the front or leaves it is told`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{1B}[O\u{1B}[I")
    try probe.terminal.waitForReport("behind")
    try probe.terminal.waitForReport("in front")
  }

  @Test func `a resize is told and painted whole`() throws {
    let probe = try ProbeRun()
    try probe.terminal.waitForOutput("80x24")
    let start = probe.terminal.output.count
    probe.terminal.resize(columns: 120, rows: 40)
    try probe.terminal.waitForReport("size 120x40")
    try probe.terminal.waitForOutput("Terminal probe", from: start)
    try probe.terminal.waitForOutput("120x40", from: start)
  }

  @Test func `too small says so, keeps keys away and recovers`() throws {
    let probe = try ProbeRun()
    probe.terminal.resize(columns: 59, rows: 16)
    try probe.terminal.waitForOutput("too small: 59x16")
    let painted = probe.terminal.output.count
    // Ctrl-L paints again, which shows that what came before it has been read.
    try probe.terminal.write("\r\u{1B}[200~text\u{1B}[201~\u{C}")
    try probe.terminal.waitForOutput("too small: 59x16", from: painted)
    let start = probe.terminal.output.count
    probe.terminal.resize(columns: 60, rows: 16)
    try probe.terminal.waitForOutput("Terminal probe", from: start)
    try probe.terminal.write("a")
    try probe.terminal.waitForReport("key character(\"a\")")
    #expect(
      probe.terminal.reportLines == [
        "size 80x24", "size 59x16", "size 60x16", "key character(\"a\")",
      ]
    )
  }

  @Test func `Ctrl-C leaves where the window is too small`() throws {
    let probe = try ProbeRun(columns: 40, rows: 5)
    try probe.terminal.write("\u{3}")
    #expect(try probe.terminal.waitForExit() == .code(130))
    #expect(probe.terminal.modes() == probe.modesBefore)
  }

  @Test func `Ctrl-L paints whole and is a key`() throws {
    let probe = try ProbeRun()
    try probe.terminal.waitForOutput("here")
    let start = probe.terminal.output.count
    try probe.terminal.write("\u{C}")
    try probe.terminal.waitForReport("key control(\"l\")")
    try probe.terminal.waitForOutput("Terminal probe", from: start)
  }

  @Test func `events of many threads all arrive`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{10}")
    try probe.terminal.waitForReport("posted 1000")
  }

  @Test func `ticks come while they are asked for`() throws {
    let probe = try ProbeRun()
    try probe.terminal.write("\u{B}")
    try probe.terminal.waitForReport("tick", times: 3)
    try probe.terminal.write("\u{B}")
    try probe.terminal.waitForReport("key control(\"k\")", times: 2)
    try probe.terminal.write("\r")
    _ = try probe.terminal.waitForExit()
    #expect(probe.terminal.reportLines.suffix(2) == ["key control(\"k\")", "key enter"])
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(5_381) { ($0 << 5) &+ $0 &+ UInt32($1) }
  }
}
