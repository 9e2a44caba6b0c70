import Ground

/// One request for authorization: what is sent to the browser, and what its answer must carry.
package struct AuthorizationAttempt: Equatable, Sendable {
  /// The authorization server, without a slash at its end.
  package var appURL: String
  /// The app.
  package var clientID: String
  /// Where the answer comes back.
  package var redirectURI: RedirectURI
  /// 256 random bits in base64url, by which the answer is known to be meant for this request.
  package var state: String
  /// The PKCE challenge of this request (RFC 7636), nil where PKCE is left out.
  package var challenge: String?

  /// Collects the parts of a request.
  package init(
    appURL: String,
    clientID: String,
    redirectURI: RedirectURI,
    state: String,
    challenge: String? = nil
  ) {
    self.appURL = appURL
    self.clientID = clientID
    self.redirectURI = redirectURI
    self.state = state
    self.challenge = challenge
  }

  /// The address to open in a browser (RFC 6749 section 4.1.1).
  ///
  /// There is no `scope`: Attio takes the scopes from the app's own settings.
  package var url: String {
    var fields = [
      ("client_id", clientID), ("response_type", "code"), ("redirect_uri", redirectURI.text),
      ("state", state),
    ]
    if let challenge {
      fields += [("code_challenge", challenge), ("code_challenge_method", "S256")]
    }
    let query = fields.map { "\($0.0)=\(PercentCoding.encoded($0.1))" }.joined(separator: "&")
    return "\(appURL)/authorize?\(query)"
  }
}
