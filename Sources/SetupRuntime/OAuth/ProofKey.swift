internal import CCrypto
package import Ground
package import SetupCore

/// A pair of PKCE (RFC 7636): the challenge goes with the request, the verifier with the exchange.
package struct ProofKey: Equatable, Sendable {
  /// What proves at the exchange that the request was ours.
  package let verifier: Secret
  /// The verifier's SHA-256 in base64url without padding (`S256`).
  package let challenge: String

  /// A pair that nobody can guess.
  ///
  /// - Parameter library: A library to load instead of the system's libcrypto, for tests.
  /// - Returns: The pair.
  /// - Throws: `ConnectFailure.noHash` where the hash is not there.
  package static func make(library: String? = nil) throws(ConnectFailure) -> ProofKey {
    try ProofKey(verifier: Secret(RandomText.make()), library: library)
  }

  /// The pair of a verifier; otherwise as `make`.
  package init(verifier: Secret, library: String? = nil) throws(ConnectFailure) {
    let bytes = Array(verifier.reveal().utf8)
    var digest = [UInt8](repeating: 0, count: Int(CCRYPTO_DIGEST_SIZE))
    var words = [CChar](repeating: 0, count: 256)
    guard ccrypto_sha256(bytes, bytes.count, &digest, library, &words, words.count) else {
      let reason = words.withUnsafeBufferPointer {
        $0.baseAddress.map { String(cString: $0) } ?? ""
      }
      throw .noHash(SafeText.cleaned(reason))
    }
    self.verifier = verifier
    challenge = RandomText.base64URL(digest)
  }
}
