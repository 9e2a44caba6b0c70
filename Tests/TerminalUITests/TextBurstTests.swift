import Ground
import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

struct TextBurstTests {
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
      #expect(decoder.silence == .milliseconds(100))
    }
    #expect(events == [])
    #expect(decoder.settle() == [.paste(FileContent(text))])
  }

  @Test(arguments: ["x", "é", "中", "\r", "\t", " "])
  func `one character thousands of times is no key held down`(_ character: String) {
    let text = String(repeating: character, count: 8_000)
    let bytes = Array(text.utf8)
    var decoder = KeyDecoder()
    var events: [DecodedInput] = []
    for start in stride(from: 0, to: bytes.count, by: 4_095) {
      events += decoder.decode(Array(bytes[start..<min(start + 4_095, bytes.count)]))
    }
    #expect(events + decoder.settle() == [.paste(FileContent(text))])
  }

  @Test func `a long paste that stops on its way goes on as the same one`() {
    let text = String(repeating: Self.token, count: 8)
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [])
    #expect(decoder.settle() == [.paste(FileContent(text))])
    #expect(
      decoder.decode(Array(Self.token.utf8), after: .milliseconds(150))
        == [.morePaste(FileContent(Self.token))]
    )
    let next = decoder.decode(Array(Self.token.utf8), after: .milliseconds(400))
    #expect(next == [.paste(FileContent(Self.token))])
  }

  @Test func `a second paste is another one, and so is one after a key`() {
    var decoder = KeyDecoder()
    let paste = [DecodedInput.paste(FileContent(Self.token))]
    #expect(decoder.decode(Array(Self.token.utf8)) == paste)
    #expect(decoder.decode(Array(Self.token.utf8), after: .milliseconds(40)) == paste)
    #expect(decoder.decode([0x15]) == [.key(.control("u"))])
    #expect(decoder.decode(Array(Self.token.utf8)) == paste)
  }

  @Test func `a character that is cut waits for its rest`() {
    let text = Self.token + "é"
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8.dropLast())) == [])
    #expect(decoder.decode(Array(text.utf8.suffix(1))) == [])
    #expect(decoder.settle() == [.paste(FileContent(text))])
  }

  @Test func `Ctrl-C ends a long paste and arrives`() {
    let text = String(repeating: Self.token, count: 8)
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) == [])
    #expect(decoder.decode([0x03]) == [.paste(FileContent(text)), .key(.control("c"))])
  }
}
