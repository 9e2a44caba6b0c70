import Ground

/// Tells whether a file still holds certain bytes, without keeping the bytes.
///
/// Length and 64-bit FNV-1a (Fowler, Noll, Vo): change detection only, no protection against a
/// forger.
struct ContentMark: Codable, Equatable {
  var length: Int
  /// In hexadecimal: a JSON number keeps only 53 bits.
  var hash: String

  init(of content: FileContent) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content.bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    length = content.bytes.count
    self.hash = String(hash, radix: 16)
  }
}
