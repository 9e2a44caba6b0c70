import Ground
import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

/// What is typed in line mode, and what becomes of it.
struct LineEditorTests {
  private static let token = String(repeating: "0123456789abcdef", count: 4)

  /// The lines that bytes make, one read after another.
  private func lines(_ reads: [String], isSecret: Bool = false) -> [String] {
    var reader = LineReader()
    for read in reads { reader.append(Array(read.utf8), isSecret: isSecret) }
    reader.settle()
    var lines: [String] = []
    while case .line(let line) = reader.next().outcome {
      lines.append(String(decoding: line.content.bytes, as: UTF8.self))
    }
    return lines
  }

  @Test(arguments: [
    (["1\n"], ["1"]), (["1\r"], ["1"]), (["\n"], [""]), (["ab", "c\n"], ["abc"]),
    (["1\n2\n"], ["1", "2"]), (["ab\u{7F}c\n"], ["ac"]), (["ab cd\u{17}e\n"], ["ab e"]),
    (["abc\u{15}d\n"], ["d"]), (["é中\u{7F}x\n"], ["éx"]), (["abc\u{4}"], ["abc"]),
    (["\u{1B}[A1\u{1B}[D\n"], ["1"]), (["\u{1B}]11;rgb:ffff/ffff/ffff\u{7}1\n"], ["1"]),
    (["\u{1B}[?62;22c\u{1B}[24;80R", "\n"], [""]), (["\u{1B}P>|XTerm(367)\u{1B}\\2\n"], ["2"]),
    (["\u{1B}[200~1\n2\n\u{1B}[201~"], ["1\n2\n"]), (["a\u{1B}[200~b\u{1B}[201~c\n"], ["abc"]),
    ([token + "\nq\n"], [token + "\nq\n"]), ([token, "\n", "q\n"], [token, "q"]),
  ])
  func `bytes become lines, and a paste is one`(reads: [String], expected: [String]) {
    #expect(lines(reads) == expected)
  }

  @Test func `of a secret no line is the next answer, however short it is`() {
    #expect(lines(["short\nq\n"], isSecret: true) == ["short\nq\n"])
    #expect(lines(["short\n", "q\n"], isSecret: true) == ["short", "q"])
    #expect(lines(["\n\n"], isSecret: true) == ["", ""])
  }

  @Test(arguments: [10_000, 1_048_576])
  func `a long line is kept whole`(length: Int) {
    let text = String(decoding: (0..<length).map { UInt8(0x61 + $0 % 26) }, as: UTF8.self)
    let bytes = Array((text + "\n").utf8)
    var reader = LineReader()
    for start in stride(from: 0, to: bytes.count, by: 4_095) {
      reader.append(bytes[start..<min(start + 4_095, bytes.count)])
    }
    reader.settle()
    let line = LineEditor.Line(content: FileContent(text + "\n"), isPasted: true)
    #expect(reader.next().outcome == .line(line))
  }

  @Test func `what comes of a paste after its line was taken is said to be lost`() {
    var reader = LineReader()
    let piece = String(repeating: "0123456789abcde\n", count: 30)
    reader.append(Array(piece.utf8))
    reader.settle()
    guard case .line = reader.next().outcome else {
      Issue.record("the first piece is no line")
      return
    }
    reader.append(Array(piece.utf8))
    reader.settle()
    #expect(reader.next().outcome == .lostPaste)
    reader.append(Array("1\n".utf8), after: .seconds(1))
    #expect(reader.next().outcome == .line(.init(content: FileContent("1"), isPasted: false)))
  }

  @Test func `a paste that is too long to be kept is an answer all the same`() {
    var reader = LineReader()
    let text = String(repeating: "ab", count: PasteCollector.limit / 2 + 10)
    reader.append(Array("\u{1B}[200~\(text)\n\u{1B}[201~".utf8))
    let kept = FileContent(Array(text.utf8.prefix(PasteCollector.limit)))
    #expect(reader.next().outcome == .line(.init(content: kept, isPasted: true)))
  }

  @Test func `Ctrl-D ends in an empty line only`() {
    var reader = LineReader()
    reader.append([0x04])
    #expect(reader.next().outcome == .end)
  }

  @Test(arguments: [
    ("1\nq\n", "q"), ("1\nback\n3\n", "back"), ("x\nQUIT\n", "QUIT"), ("1\n2\n", nil),
    ("\u{1B}[200~q\n\u{1B}[201~", nil), ("qq\n", nil),
  ])
  func `while something runs only a typed way out counts`(typed: String, found: String?) {
    var reader = LineReader()
    reader.append(Array(typed.utf8))
    let wayOut = reader.takeWayOut()
    #expect(wayOut == found.map { .line(.init(content: FileContent($0), isPasted: false)) })
    if found == nil { #expect(reader.next().outcome != .typing) }
  }

  @Test(arguments: [
    ("ab\u{7F}", "ab\u{8} \u{8}"), ("中\u{7F}", "中\u{8} \u{8}\u{8} \u{8}"), ("\u{7F}", ""),
    ("\u{1B}[A", ""), ("\u{1B}[200~2\u{1B}[201~", "2"),
    ("\u{1B}[200~\(token)\u{1B}[201~", "(64 characters)"),
    ("\u{1B}[200~a\u{1B}[2Jbcd\u{1B}[201~", "(8 characters)"),
  ])
  func `shows what is typed, and of a paste its length`(typed: String, echo: String) {
    var reader = LineReader()
    reader.append(Array(typed.utf8))
    #expect(reader.next().echo == echo)
  }
}
