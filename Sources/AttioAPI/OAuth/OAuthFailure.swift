/// Why a code was not exchanged for a token.
package enum OAuthFailure: Error, Equatable, Sendable {
  /// The token endpoint refused, in its own words (RFC 6749 section 5.2), hostile until cleaned;
  /// `error` is Attio's `code` where Attio's own error structure came.
  case refused(status: Int, error: String, description: String?)
  /// The token endpoint could not be asked, or what came is no answer of it.
  case failed(AttioFailure)
}
