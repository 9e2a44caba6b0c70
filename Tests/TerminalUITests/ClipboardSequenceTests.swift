import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite(.alone) struct ClipboardSequenceTests {
  private func text(_ copied: String, _ multiplexer: Multiplexer) -> String? {
    ClipboardSequence.bytes(copied, through: multiplexer).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `passes the programs in between by their rules`() {
    let plain = "\u{1B}]52;c;aHR0cHM6Ly9hLmIv\u{7}"
    #expect(text("https://a.b/", .none) == plain)
    #expect(text("https://a.b/", .tmux) == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
    #expect(text("https://a.b/", .screen) == "\u{1B}P" + plain + "\u{1B}\\")
  }

  @Test func `is cut into pieces for screen, none longer than its buffer`() throws {
    let url = "https://a.b/" + String(repeating: "x", count: 2_000)
    let sequence = try #require(text(url, .screen))
    let pieces = sequence.components(of: "\u{1B}\\").dropLast().map { $0.dropFirst(2) }
    #expect(pieces.count > 10)
    #expect(pieces.allSatisfy { $0.utf8.count < 256 })
    #expect(pieces.joined() == text(url, .none))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 63, 64, 65, 1_000])
  func `says what any base64 reader reads`(_ length: Int) throws {
    let copied = String((0..<length).map { Character(Unicode.Scalar(UInt8(0x21 + $0 % 90))) })
    let sequence = try #require(text(copied, .none))
    let content = sequence.dropFirst(7).dropLast()
    #expect(Data(base64Encoded: String(content)) == Data(copied.utf8))
  }

  @Test func `takes no text that is too long or would press keys`() {
    #expect(text(String(repeating: "x", count: ClipboardSequence.limit), .none) != nil)
    #expect(text(String(repeating: "x", count: ClipboardSequence.limit + 1), .none) == nil)
    #expect(text("", .none) == nil)
    #expect(text("rm -rf /\n", .none) == nil)
    #expect(text("a\u{1B}[201~b", .none) == nil)
  }

  @Test(arguments: [
    ([:], "\u{1B}]52;c;"), (["TMUX": "/tmp/x,1,0"], "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;"),
    (["STY": "1.pts"], "\u{1B}P\u{1B}]52;c;"),
  ])
  func `is written by the loop itself`(
    _ environment: [String: String],
    _ expected: String
  ) throws {
    let probe = try ProbeRun(environment: environment)
    try probe.terminal.write("\u{19}")
    let content = Data("https://example.invalid/?a=1".utf8).base64EncodedString()
    try probe.terminal.waitForOutput(expected + content)
    #expect(!probe.terminal.reportLines.contains { $0.hasPrefix("not copied") })
  }
}
