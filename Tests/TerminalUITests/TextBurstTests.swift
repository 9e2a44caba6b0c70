import Ground
import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

@Suite(.alone) struct TextBurstTests {
  private static let token = String(repeating: "0123456789abcdef", count: 4)

  @Test(arguments: [
    token, token + "\r", "ATTIO_API_KEY=\(token)\r", "A=12345\rB=12345\rC=1",
    "A=12345678901234\rB=2\r",
    "sixteen letters!", "op://vault/item/field", "名前名前名前",
  ])
  func `text that comes together is one paste`(_ text: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [.paste(FileContent(text))])
    #expect(decoder.silence == nil)
  }

  @Test(arguments: [
    "j", "j\r", "jj\r\r", "my-app-dev\r", "fifteen letters", "object_configuration\r", "\r\r\r\r",
    String(repeating: "j", count: 200), "  \r", "a\tb\r",
  ])
  func `a few keys that come together are keys`(_ text: String) {
    let expected = text.map { character -> DecodedInput in
      switch character {
      case "\r": .key(.enter)
      case "\t": .key(.tab)
      default: .key(.character(character))
      }
    }
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) == expected)
  }

  @Test func `keys around a paste stay keys`() {
    var decoder = KeyDecoder()
    let bytes = Array("\u{1B}[A\(Self.token)\u{1B}[B\u{3}".utf8)
    #expect(
      decoder.decode(bytes) == [
        .key(.up), .paste(FileContent(Self.token)), .key(.down), .key(.control("c")),
      ]
    )
  }

  @Test func `a long paste goes on in the reads that follow at once`() {
    let text = String(repeating: Self.token + "\r", count: 200)
    let bytes = Array(text.utf8)
    var decoder = KeyDecoder()
    var events: [DecodedInput] = []
    for start in stride(from: 0, to: bytes.count, by: 4_096) {
      events += decoder.decode(Array(bytes[start..<min(start + 4_096, bytes.count)]))
      #expect(decoder.silence == .milliseconds(20))
    }
    #expect(events == [])
    #expect(decoder.settle() == [.paste(FileContent(text))])
  }

  @Test func `Ctrl-C ends a long paste and arrives`() {
    let text = String(repeating: Self.token, count: 8)
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [])
    #expect(decoder.decode([0x03]) == [.paste(FileContent(text)), .key(.control("c"))])
  }
}
