internal import CCrypto
import Ground

/// SHA-256 by the system's library, which is loaded at the first use.
enum Digest {
  /// There is no hash here.
  struct Missing: Error {
    /// Why, in the system's words.
    var reason: String
  }

  /// Hashes bytes.
  ///
  /// - Parameters:
  ///   - bytes: What is hashed.
  ///   - library: A library to load instead of the system's libcrypto, for tests.
  /// - Returns: The 32 bytes of the hash.
  /// - Throws: `Missing` where there is no libcrypto.
  static func sha256(_ bytes: [UInt8], library: String? = nil) throws(Missing) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(CCRYPTO_DIGEST_SIZE))
    var words = [CChar](repeating: 0, count: 256)
    guard ccrypto_sha256(bytes, bytes.count, &digest, library, &words, words.count) else {
      let reason = words.withUnsafeBufferPointer {
        $0.baseAddress.map { String(cString: $0) } ?? ""
      }
      throw Missing(reason: SafeText.cleaned(reason))
    }
    return digest
  }
}
