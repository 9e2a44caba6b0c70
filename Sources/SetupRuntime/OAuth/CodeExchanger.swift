package import AttioAPI
package import Ground
package import SetupCore

/// Exchanges the code of an authorization for a token, and says in the wizard's terms why not.
package struct CodeExchanger: Sendable {
  private let client: OAuthClient
  private let timeoutSeconds: Double

  /// Exchanges through this client, within this limit in seconds.
  package init(client: OAuthClient, timeoutSeconds: Double) {
    self.client = client
    self.timeoutSeconds = timeoutSeconds
  }

  /// Sends the code, once.
  ///
  /// - Parameters:
  ///   - credentials: The app that asked for authorization.
  ///   - code: The code that came back.
  ///   - verifier: The verifier of the request's challenge; nil where it carried none.
  /// - Returns: The token, or a failure whose texts are clean and hold neither code nor secret.
  package func exchange(
    _ credentials: AppCredentials,
    code: Secret,
    verifier: Secret?
  ) async -> Result<Secret, ConnectFailure> {
    let exchange = CodeExchange(
      code: code.reveal(),
      redirectURI: credentials.redirectURI.text,
      clientID: credentials.clientID,
      clientSecret: credentials.clientSecret.reveal(),
      verifier: verifier?.reveal()
    )
    let secrets = [code, credentials.clientSecret, verifier].compactMap(\.self)
    // A server may repeat the form as it came.
    let spellings = secrets.map { Secret(PercentCoding.encoded($0.reveal())) }
    let texts = NetworkText(hiding: secrets + spellings)
    return await client.exchange(exchange, limitSeconds: timeoutSeconds)
      .map { Secret($0) }
      .mapError { Self.failure($0, texts) }
  }

  private static func failure(_ failure: OAuthFailure, _ texts: NetworkText) -> ConnectFailure {
    switch failure {
    case .refused(let status, let error, let description):
      let words = description.map { texts.clean($0, limit: 400) } ?? ""
      return refusal(
        status: status,
        error: texts.clean(error, limit: 80),
        description: words.isEmpty ? nil : words
      )
    case .failed(let failure) where failure.kind == .unauthorized:
      // RFC 6749 section 5.2: the token endpoint says 401 to a client that it does not accept.
      return .invalidClient(description: failure.message.map { texts.clean($0, limit: 400) })
    case .failed(let failure):
      return .exchange(Connection(failure, texts: texts))
    }
  }

  private static func refusal(status: Int, error: String, description: String?) -> ConnectFailure {
    if isAboutRedirectURI(error: error, description: description ?? "") {
      return .redirectURIMismatch(description: description)
    }
    if error == "invalid_grant" { return .invalidGrant(description: description) }
    if error == "invalid_client" || status == 401 {
      return .invalidClient(description: description)
    }
    return .exchangeRefused(error: error, description: description)
  }

  private static func isAboutRedirectURI(error: String, description: String) -> Bool {
    if ["redirect_uri_mismatch", "invalid_redirect_uri"].contains(error) { return true }
    let words = description.lowercased()
    // The sentence of RFC 6749 section 5.2, which many servers repeat, names every cause at once.
    if ["expired", "revoked", "another client"].contains(where: words.contains) { return false }
    return ["redirect uri", "redirect_uri", "redirect url", "redirecturi"]
      .contains(where: words.contains)
  }
}
