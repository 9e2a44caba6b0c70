import Ground
import LocalHTTP

/// An error of RFC 6749: `error` and `error_description`.
struct OAuthError: Error, Equatable {
  var code: String
  var description: String

  /// The answer of the token endpoint: 401 for a wrong client, 400 for everything else.
  var response: LocalResponse {
    var response = LocalResponse.json(
      code == "invalid_client" ? 401 : 400,
      ["error": .text(code), "error_description": .text(description)]
    )
    response.headers.append(LocalHeader("Cache-Control", "no-store"))
    return response
  }

  static func invalidRequest(_ description: String) -> OAuthError {
    OAuthError(code: "invalid_request", description: description)
  }

  static func invalidGrant(_ description: String) -> OAuthError {
    OAuthError(code: "invalid_grant", description: description)
  }

  static let invalidClient = OAuthError(
    code: "invalid_client",
    description: "The client identifier or the client secret is wrong."
  )

  static let unsupportedGrantType = OAuthError(
    code: "unsupported_grant_type",
    description: "The grant type is authorization_code."
  )
}
