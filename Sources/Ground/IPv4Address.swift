/// An IPv4 address in its only unambiguous spelling: four decimal numbers without leading zeros.
package struct IPv4Address: Equatable, Sendable {
  /// The four bytes as one number.
  package let value: UInt32

  /// Reads `127.0.0.1`; nil for `127.1`, `0x7f.0.0.1`, `127.000.0.1` and the like.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard let byte = UInt8(part), String(byte) == part else { return nil }
      value = value << 8 | UInt32(byte)
    }
    self.value = value
  }

  /// Whether the address is one of 127.0.0.0/8.
  package var isLoopback: Bool { value >> 24 == 127 }
}
