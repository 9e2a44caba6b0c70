/// One header field that cannot smuggle in another one.
package struct HTTPHeader: Equatable, Sendable {
  /// The name as it was given.
  package let name: String
  /// The value as it was given.
  package let value: String

  /// Accepts a name of token characters (RFC 9110, 5.6.2) and a value of printable ASCII and
  /// spaces; nil for everything else, line breaks above all.
  package init?(_ name: String, _ value: String) {
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenCharacter) else { return nil }
    guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    self.name = name
    self.value = value
  }

  private static func isTokenCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
