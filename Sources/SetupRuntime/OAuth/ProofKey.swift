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
    do throws(Digest.Missing) {
      challenge = RandomText.base64URL(
        try Digest.sha256(Array(verifier.reveal().utf8), library: library)
      )
    } catch {
      throw .noHash(error.reason)
    }
    self.verifier = verifier
  }
}
