import Ground
import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

/// Bytes as a terminal sends them, and what they mean; true however the reads cut them.
struct DecoderRow: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let expected: [DecodedInput]

  init(_ text: String, _ keys: Key...) {
    bytes = Array(text.utf8)
    expected = keys.map(DecodedInput.key)
  }

  init(_ bytes: [UInt8], _ expected: DecodedInput...) {
    self.bytes = bytes
    self.expected = expected
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
}

struct KeyDecoderTests {
  static let keys = [
    DecoderRow("\r", .enter),
    DecoderRow("\n", .enter),
    DecoderRow("\t", .tab),
    DecoderRow("\u{7F}", .backspace),
    DecoderRow("\u{8}", .backspace),
    DecoderRow("\u{3}", .control("c")),
    DecoderRow("\u{C}", .control("l")),
    DecoderRow("\u{1C}", .control("\\")),
    DecoderRow("\0"),
    DecoderRow("a Z", .character("a"), .character(" "), .character("Z")),
    DecoderRow("é", .character("é")),
    DecoderRow("中", .character("中")),
    DecoderRow("😀", .character("😀")),
    DecoderRow("\u{1B}[A", .up),
    DecoderRow("\u{1B}[B", .down),
    DecoderRow("\u{1B}[C", .right),
    DecoderRow("\u{1B}[D", .left),
    DecoderRow("\u{1B}OA", .up),
    DecoderRow("\u{1B}OM", .enter),
    DecoderRow("\u{1B}[H", .home),
    DecoderRow("\u{1B}OH", .home),
    DecoderRow("\u{1B}[1~", .home),
    DecoderRow("\u{1B}[7~", .home),
    DecoderRow("\u{1B}[F", .end),
    DecoderRow("\u{1B}[4~", .end),
    DecoderRow("\u{1B}[8~", .end),
    DecoderRow("\u{1B}[3~", .delete),
    DecoderRow("\u{1B}[5~", .pageUp),
    DecoderRow("\u{1B}[6~", .pageDown),
    DecoderRow("\u{1B}[Z", .backTab),
    DecoderRow("\u{1B}[A\u{1B}[A\u{1B}[B", .up, .up, .down),
    DecoderRow("j\r", .character("j"), .enter),
    DecoderRow("\u{1B}\r", .escape, .enter),
    DecoderRow("\u{1B}\u{3}", .escape, .control("c")),
  ]

  static let modifiedKeys = [
    DecoderRow("\u{1B}[1;5C", .right),
    DecoderRow("\u{1B}[1;2A", .up),
    DecoderRow("\u{1B}[1;2H", .home),
    DecoderRow("\u{1B}[3;5~", .delete),
    DecoderRow("\u{1B}[3$", .delete),
    DecoderRow("\u{1B}[3^", .delete),
    DecoderRow("\u{1B}[a", .up),
    DecoderRow("\u{1B}Oc", .right),
    DecoderRow("\u{1B}O5D", .left),
    DecoderRow("\u{1B}\u{1B}[A", .up),
    DecoderRow("\u{1B}[97u", .character("a")),
    DecoderRow("\u{1B}[13u", .enter),
    DecoderRow("\u{1B}[27u", .escape),
    DecoderRow("\u{1B}[9;2u", .backTab),
    DecoderRow("\u{1B}[99;5u", .control("c")),
    DecoderRow("\u{1B}[27;5;99~", .control("c")),
    DecoderRow("\u{1B}[99;5:1u", .control("c")),
  ]

  /// Keys as other programs may have left the terminal to tell them.
  static let recordedKeys = [
    DecoderRow("\u{1B}[97;2u", .character("A")),
    DecoderRow("\u{1B}[97;65u", .character("A")),
    DecoderRow("\u{1B}[97;129u", .character("a")),
    DecoderRow("\u{1B}[49:33;2u", .character("!")),
    DecoderRow("\u{1B}[97;2;228u", .character("ä")),
    DecoderRow("\u{1B}[57400u", .character("1")),
    DecoderRow("\u{1B}[57419u", .up),
    DecoderRow("\u{1B}[67;46;3;1;8;1_", .control("c")),
    DecoderRow("\u{1B}[67;46;3;0;8;1_"),
    DecoderRow("\u{1B}[67;46;0;1;8;1_", .control("c")),
    DecoderRow("\u{1B}[65;30;97;1;0;3_", .character("a"), .character("a"), .character("a")),
    DecoderRow("\u{1B}[81;16;64;1;9;1_", .character("@")),
    DecoderRow("\u{1B}[65;30;97;1;2;1_"),
    DecoderRow("\u{1B}[16;42;0;1;16;1_"),
    DecoderRow("\u{1B}[13;28;13;1;0;1_\u{1B}[13;28;13;0;0;1_", .enter),
    DecoderRow("\u{1B}[9;15;9;1;16;1_", .backTab),
    DecoderRow("\u{1B}[38;72;0;1;256;1_", .up),
    DecoderRow("\u{1B}[46;83;0;1;256;1_", .delete),
    DecoderRow("\u{1B}[0;0;55357;1;0;1_\u{1B}[0;0;56832;1;0;1_", .character("😀")),
    DecoderRow("\u{1B}[0;0;55357;1_\u{1B}[0;0;55357;0_\u{1B}[0;0;56832;1_", .character("😀")),
    DecoderRow("\u{1B}[0;0;55357;1_\u{1B}[65;30;97;1_", .character("a")),
    DecoderRow("\u{1B}[0;0;56832;1_"),
    DecoderRow("\u{1B}[0;0;99999;1_\u{1B}[;;;;;;;_\u{1B}[_"),
  ]

  static let focusReports = [
    DecoderRow(Array("\u{1B}[I".utf8), .focus(true)),
    DecoderRow(Array("\u{1B}[O".utf8), .focus(false)),
  ]

  static let mouseReports = [
    DecoderRow(Array("\u{1B}[<0;10;20M".utf8), .mouse(.init(.press, row: 19, column: 9))),
    DecoderRow(Array("\u{1B}[<64;1;1M".utf8), .mouse(.init(.wheelUp, row: 0, column: 0))),
    DecoderRow(Array("\u{1B}[<65;300;2M".utf8), .mouse(.init(.wheelDown, row: 1, column: 299))),
    DecoderRow(Array("\u{1B}[M !!".utf8), .mouse(.init(.press, row: 0, column: 0))),
    DecoderRow(Array("\u{1B}[M`!\"".utf8), .mouse(.init(.wheelUp, row: 1, column: 0))),
    DecoderRow(
      Array("\u{1B}[M ".utf8) + [0xFF, 0x80],
      .mouse(.init(.press, row: 95, column: 222))
    ),
  ]

  static let swallowed = [
    "\u{1B}[1I", "\u{1B}[1;2O", "\u{1B}[24;80R", "\u{1B}[?62;22c", "\u{1B}[>0;276;0c",
    "\u{1B}[?2026;2$y",
    "\u{1B}[<0;10;20m", "\u{1B}[<2;10;20M", "\u{1B}[<35;10;20M", "\u{1B}[<4;1;1M", "\u{1B}[<0;0;0M",
    "\u{1B}[<0;1M", "\u{1B}[<;;M", "\u{1B}[M#!!", "\u{1B}[32;10;20M", "\u{1B}[?997;1n", "\u{1B}[0n",
    "\u{1B}[4;2$y", "\u{1B}[?12;4$y", "\u{1B}[48;24;80;600;800t", "\u{1B}[?1;2;4c",
    "\u{1B}[>41;354;0c",
    "\u{1B}[=1;0c", "\u{1B}[?3u", "\u{1B}P!|00000000\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}P1+r524742=38\u{1B}\\", "\u{1B}]10;rgb:ff/ff/ff\u{7}", "\u{1B}]52;c;Zm9v\u{7}",
    "\u{1B}]4;1;rgb:cd/00/00\u{1B}\\", "\u{1B}XSOS\u{1B}\\", "\u{1B}^PM\u{1B}\\",
    "\u{1B}]l名前\u{1B}\\", "\u{1B}[24;80R\u{1B}[?62c", "\u{1B}OS", "\u{1B}[18~", "\u{1B}[1;2R",
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}",
    "\u{1B}P>|XTerm(367)\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[2~", "\u{1B}[15~",
    "\u{1B}[1;5P",
    "\u{1B}OP", "\u{1B}[[A", "\u{1B}x", "\u{1B}é", "\u{1B}\u{7F}", "\u{1B}[201~", "\u{1B}[57441;1u",
    "\u{1B}[97;1:3u", "\u{1B}[?1u", "\u{1B}[97;3u", "\u{1B}[4;600;800t", "\u{1B}[8;24;80t",
  ].map { DecoderRow($0 + "q", .character("q")) }

  static let broken = [
    DecoderRow([0x9B] + Array("?62;22cq".utf8), .key(.character("q"))),
    DecoderRow([0x9B, 0x41], .key(.up)),
    DecoderRow([0xFF, 0x71], .key(.character("q"))),
    DecoderRow([0xC3, 0x71], .key(.character("q"))),
    DecoderRow([0xE4, 0xB8, 0x0D], .key(.enter)),
    DecoderRow([0xC2, 0x9B, 0x41, 0x71], .key(.up), .key(.character("q"))),
    DecoderRow([0x9B] + Array("1;1Rq".utf8), .key(.character("q"))),
    DecoderRow([0xC2, 0x9B] + Array("1;1Rq".utf8), .key(.character("q"))),
    DecoderRow([0x9D] + Array("11;rgb:ffff/ffff/ffff".utf8) + [0x9C, 0x71], .key(.character("q"))),
    DecoderRow([0x90] + Array("1$r0m".utf8) + [0x9C, 0x71], .key(.character("q"))),
    DecoderRow([0xC2, 0x9D] + Array("11;rgb:ff/ff/ff\u{1B}\\q".utf8), .key(.character("q"))),
    DecoderRow([0xC2, 0x9D, 0x31, 0xC2, 0x9C, 0x71], .key(.character("q"))),
    DecoderRow([0x8F, 0x41], .key(.up)),
    DecoderRow([0x85, 0x71], .key(.character("q"))),
    DecoderRow("Û\u{2019}", .character("Û"), .character("\u{2019}")),
    DecoderRow([0xED, 0xA0, 0x80, 0x71], .key(.character("q"))),
    DecoderRow("\u{1B}[12\u{3}", .control("c")),
    DecoderRow("\u{1B}]0;title\u{3}", .control("c")),
    DecoderRow("\u{1B}[12\u{1B}[A", .up),
    DecoderRow("\u{1B}Pabc\u{1B}[A", .up),
    DecoderRow("\u{1B}[M!\u{3}", .control("c")),
  ]

  static let pastes = [
    DecoderRow(paste("token"), .paste(FileContent("token"))),
    DecoderRow(paste(""), .paste(FileContent(""))),
    DecoderRow(paste("A=1\r\nB=2\n"), .paste(FileContent("A=1\r\nB=2\n"))),
    DecoderRow(paste("\u{1B}[A\u{3}\u{1B}[200~"), .paste(FileContent("\u{1B}[A\u{3}\u{1B}[200~"))),
    DecoderRow(paste("\u{1B}[201\u{1B}[20"), .paste(FileContent("\u{1B}[201\u{1B}[20"))),
    DecoderRow(paste("a") + [0x0D], .paste(FileContent("a")), .key(.enter)),
    DecoderRow(
      Array("x".utf8) + paste("é") + paste("b"),
      .key(.character("x")),
      .paste(FileContent("é")),
      .paste(FileContent("b"))
    ),
  ]

  static func paste(_ text: String) -> [UInt8] { Array("\u{1B}[200~\(text)\u{1B}[201~".utf8) }

  @Test(
    arguments: keys + modifiedKeys + recordedKeys + focusReports + mouseReports + swallowed + broken
      + pastes
  )
  func `means the same whether it comes at once or in pieces`(_ row: DecoderRow) {
    for cut in 0...row.bytes.count {
      var decoder = KeyDecoder()
      let first = decoder.decode(Array(row.bytes[..<cut]))
      let second = decoder.decode(Array(row.bytes[cut...]))
      #expect(first + second == row.expected, "cut at \(cut)")
      #expect(decoder.silence == nil)
    }
  }

  @Test(
    arguments: keys + modifiedKeys + recordedKeys + focusReports + mouseReports + swallowed + broken
      + pastes
  )
  func `means the same byte by byte`(_ row: DecoderRow) {
    var decoder = KeyDecoder()
    #expect(row.bytes.flatMap { decoder.decode([$0]) } == row.expected)
  }

  @Test(arguments: [
    ("\u{1B}", [Key.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[", []),
    ("\u{1B}[1;", []),
    ("\u{1B}O", []), ("\u{1B}]0;t", []), ("\u{1B}P1\u{1B}", []), ("\u{1B}[M!", []),
    ("\u{1B}[[", []),
  ])
  func `silence decides about what is incomplete`(_ text: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [])
    #expect(decoder.silence != nil)
    #expect(decoder.settle() == expected.map(DecodedInput.key))
    #expect(decoder.silence == nil)
    #expect(decoder.decode([0x71]) == [.key(.character("q"))])
  }

  @Test func `an Esc waits longer than the bytes of a sequence are apart`() throws {
    var decoder = KeyDecoder()
    _ = decoder.decode([0x1B])
    #expect(try #require(decoder.silence) >= .milliseconds(40))
  }

  @Test func `a paste whose end never comes does not make the program deaf`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~half\u{1B}[2".utf8)) == [])
    #expect(decoder.silence == .seconds(1))
    #expect(decoder.settle() == [.paste(FileContent("half\u{1B}[2"))])
    #expect(decoder.decode([0x03]) == [.key(.control("c"))])
  }

  @Test(arguments: ["half a paste", ""])
  func `a lone Ctrl-C leaves a paste whose end never comes`(_ content: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~\(content)".utf8)) == [])
    #expect(decoder.decode([0x03], after: .milliseconds(30)) == [.key(.control("c"))])
    #expect(decoder.silence == nil)
    #expect(decoder.decode([0x71]) == [.key(.character("q"))])
  }

  @Test func `Ctrl-C inside a paste belongs to it`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~a".utf8)) == [])
    #expect(decoder.decode([0x03]) == [])
    #expect(decoder.decode([0x03, 0x62], after: .seconds(1)) == [])
    #expect(
      decoder.decode(Array("\u{1B}[201~".utf8)) == [.paste(FileContent("a\u{3}\u{3}b"))]
    )
  }

  @Test func `an answer of eight bits is no paste, however long`() {
    for lead in [[0x9B], [0xC2, 0x9B]] as [[UInt8]] {
      var decoder = KeyDecoder()
      let bytes = lead + Array("?62;1;2;4;6;9;15;16;17;18;21;22;28cq".utf8)
      #expect(decoder.decode(bytes) == [.key(.character("q"))])
    }
  }

  @Test(arguments: [100_000, 1_048_576, 3_000_000])
  func `a long paste is one event`(_ length: Int) {
    let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) | 0x20 }
    let bytes = Array("\u{1B}[200~".utf8) + content + Array("\u{1B}[201~".utf8)
    var decoder = KeyDecoder()
    let events = chunks(of: bytes, size: 4_095).flatMap { decoder.decode($0) }
    #expect(events == [.paste(FileContent(content))])
  }

  @Test func `a paste beyond the limit is cut and the rest is no key`() {
    let content = [UInt8](repeating: 0x61, count: PasteCollector.limit + 10_000)
    let bytes = Array("\u{1B}[200~".utf8) + content + Array("\u{1B}[201~q".utf8)
    var decoder = KeyDecoder()
    let events = chunks(of: bytes, size: 65_536).flatMap { decoder.decode($0) }
    let kept = FileContent(Array(content.prefix(PasteCollector.limit)))
    #expect(events == [.paste(kept), .key(.character("q"))])
  }

  @Test func `no bytes leave it in a state that it does not leave`() {
    var random = SeededRandom(seed: 7)
    let alphabet =
      Array("\u{1B}\u{1B}\u{1B}[[]OPM~;:0123456789$<?u\\ab\r".utf8) + [
        0x80, 0xC3, 0xE4, 0xF0, 0x07,
      ]
    for _ in 0..<5_000 {
      var decoder = KeyDecoder()
      for _ in 0..<4 {
        let count = Int.random(in: 1...24, using: &random)
        _ = decoder.decode((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
      }
      _ = decoder.settle()
      #expect(decoder.silence == nil)
      #expect(decoder.decode([0x03]) == [.key(.control("c"))])
    }
  }

  /// A random sequence of each kind that a terminal can send unasked or as an answer.
  private static func randomReport(_ random: inout SeededRandom) -> [UInt8] {
    func some(_ alphabet: String, upTo count: Int) -> String {
      let letters = Array(alphabet)
      let length = Int.random(in: 0...count, using: &random)
      return String((0..<length).compactMap { _ in letters.randomElement(using: &random) })
    }
    let end = ["\u{7}", "\u{1B}\\"].randomElement(using: &random) ?? ""
    let text =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: "\u{1B}[?\(some("0123456789;:", upTo: 12))\(some("$ !", upTo: 1))c"
      case 1: "\u{1B}[>\(some("0123456789;", upTo: 90))n"
      case 2: "\u{1B}[\(some("0123456789", upTo: 4));\(some("0123456789", upTo: 4))R"
      case 3: "\u{1B}]\(some("0123456789;:/rgb#é名", upTo: 40))\(end)"
      case 4: "\u{1B}P\(some("01$+!|>r=ABCDEF", upTo: 40))\u{1B}\\"
      default: "\u{1B}_G\(some("ai=31;OK", upTo: 20))\u{1B}\\"
      }
    return Array(text.utf8)
  }

  @Test func `random answers between keys leave the keys alone, however they are cut`() {
    var random = SeededRandom(seed: 11)
    let keys: [(bytes: String, key: Key)] = [
      ("a", .character("a")), ("\r", .enter), ("\u{1B}[A", .up), ("é", .character("é")),
      ("\u{1B}[3~", .delete), ("\u{4}", .control("d")), ("\u{1B}OB", .down),
    ]
    for _ in 0..<1_500 {
      var bytes: [UInt8] = []
      var expected: [DecodedInput] = []
      for _ in 0..<5 {
        bytes += Self.randomReport(&random)
        guard let next = keys.randomElement(using: &random) else { continue }
        bytes += Array(next.bytes.utf8)
        expected.append(.key(next.key))
      }
      var decoder = KeyDecoder()
      var found: [DecodedInput] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(9, rest.count), using: &random)
        found += decoder.decode(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(found == expected, "\(bytes)")
    }
  }

  @Test func `random bytes mean the same at every cut`() {
    var random = SeededRandom(seed: 13)
    let alphabet: [UInt8] =
      Array("\u{1B}\u{1B}\u{1B}[[]OPM<~;:?$u\\_^X".utf8)
      + [0x07, 0x0D, 0x03, 0x18, 0x41, 0x52, 0x63, 0x30, 0x31, 0x80, 0x9B, 0xC3, 0xA9, 0xE4]
    for _ in 0..<1_000 {
      // Fewer printable bytes than make a paste of a burst, which is a matter of timing.
      let bytes = (0..<15).compactMap { _ in alphabet.randomElement(using: &random) }
      var whole = KeyDecoder()
      let expected = whole.decode(bytes) + whole.settle()
      for cut in 1..<bytes.count {
        var decoder = KeyDecoder()
        let found =
          decoder.decode(Array(bytes[..<cut])) + decoder.decode(Array(bytes[cut...]))
          + decoder.settle()
        #expect(found == expected, "\(bytes) cut at \(cut)")
      }
    }
  }

  /// What was typed and pasted, whichever of the two it was taken for.
  private func text(of inputs: [DecodedInput]) -> [UInt8] {
    inputs.flatMap { input -> [UInt8] in
      switch input {
      case .key(.character(let character)): Array(String(character).utf8)
      case .key(.enter): [0x0A]
      case .key(.tab): [0x09]
      case .paste(let content), .morePaste(let content):
        content.bytes.map { $0 == 0x0D ? 0x0A : $0 }
      default: []
      }
    }
  }

  @Test func `no text is lost, whatever it is and however it is cut`() {
    var random = SeededRandom(seed: 17)
    let alphabet = Array("abc09 .=éß中😀\u{301}\u{200D}\n\tÛ\u{2019}")
    for _ in 0..<400 {
      let length = Int.random(in: 1...600, using: &random)
      let word = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      let bytes = Array(word.utf8)
      var decoder = KeyDecoder()
      var found: [DecodedInput] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(400, rest.count), using: &random)
        found += decoder.decode(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
        if Bool.random(using: &random)
          && TextBurst.missingBytes(after: bytes[..<rest.startIndex]) == 0
        {
          found += decoder.settle()
        }
      }
      found += decoder.settle()
      #expect(text(of: found) == bytes, "\(word.debugDescription)")
    }
  }

  @Test func `any bytes end, and what comes after them arrives`() {
    var random = SeededRandom(seed: 19)
    for _ in 0..<3_000 {
      var decoder = KeyDecoder()
      for _ in 0..<3 {
        let count = Int.random(in: 0...40, using: &random)
        _ = decoder.decode((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
        if Bool.random(using: &random) { _ = decoder.settle() }
      }
      _ = decoder.settle()
      #expect(decoder.silence == nil)
      #expect(decoder.decode(Array("q\u{1B}[A".utf8)) == [.key(.character("q")), .key(.up)])
    }
  }

  private func chunks(of bytes: [UInt8], size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
  }
}

/// The same numbers in every run: the constants are those of Knuth's MMIX.
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension MouseReport {
  /// A report as the decoder gives it, by place.
  fileprivate init(_ action: Action, row: Int, column: Int) {
    let code =
      switch action {
      case .press: 0
      case .wheelUp: 64
      case .wheelDown: 65
      }
    guard let report = MouseReport(code: code, column: column + 1, row: row + 1) else {
      preconditionFailure("\(action) at \(row), \(column) is no report")
    }
    self = report
  }
}
