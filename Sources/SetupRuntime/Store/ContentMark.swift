import Ground

/// Tells whether a file still holds certain bytes, without keeping the bytes.
struct ContentMark: Codable, Equatable {
  var length: Int
  /// SHA-256 in hexadecimal.
  var sha256: String

  init(of content: FileContent, library: String? = nil) throws(Digest.Missing) {
    length = content.bytes.count
    sha256 = try Digest.sha256(content.bytes, library: library)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
