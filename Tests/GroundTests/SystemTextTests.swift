import Ground
import TestSupport
import Testing

/// Bytes of the system as texts: nothing is lost on the way there and back.
struct SystemTextTests {
  static let samples: [[UInt8]] = [
    [], Array("plain".utf8), Array("Größe 界 😀".utf8), [0x63, 0x61, 0x66, 0xE9], [0xFF],
    [0x80, 0x80],
    [0xC3], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    // The private-use characters themselves, whole and cut.
    [0xF4, 0x8F, 0x9F, 0xA9], [0xF4, 0x8F, 0x9F], [0xF4, 0x8F, 0x9E, 0x80, 0xE9],
    Array("\u{10F700}\u{10F77F}\u{10F800}".utf8),
  ]

  @Test(arguments: samples) func `every sample comes back as it went`(bytes: [UInt8]) {
    #expect(SystemText.bytes(SystemText.decoded(bytes)) == bytes)
  }

  @Test func `every pair of bytes comes back, and no two become one text`() {
    var texts: Set<[Unicode.Scalar]> = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let text = SystemText.decoded([first, second])
        #expect(SystemText.bytes(text) == [first, second])
        texts.insert(Array(text.unicodeScalars))
      }
    }
    #expect(texts.count == 65_536)
  }

  @Test func `what is text stays as it is`() {
    #expect(SystemText.decoded(Array("Größe".utf8)) == "Größe")
    #expect(!SystemText.hasEscapes("Größe \u{10FFFD}"))
  }

  @Test func `an odd byte is shown by its number`() {
    let text = SystemText.decoded([0x63, 0x61, 0x66, 0xE9])
    #expect(SystemText.hasEscapes(text))
    #expect(SystemText.shown(text) == "caf<E9>")
    #expect(SafeText.cleaned(text) == "caf<E9>")
    #expect(SafeText.cleaned(SystemText.decoded([0x9B])) == "<9B>")
  }
}
