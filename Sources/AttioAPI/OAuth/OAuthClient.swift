import Ground

/// Calls to Attio's authorization server.
package struct OAuthClient: Sendable {
  /// The authorization server's address.
  package let app: BaseURL
  private let transport: Transport
  private let clock: AttioClock

  /// The path of the token endpoint.
  package static let tokenPath = "/oauth/token"

  /// Talks to this server through this transport.
  package init(app: BaseURL, transport: Transport, clock: AttioClock = .system) {
    self.app = app
    self.transport = transport
    self.clock = clock
  }

  /// Exchanges an authorization code for an access token.
  ///
  /// There is one try: the code works once, and whether a lost answer has spent it is not known.
  ///
  /// - Parameters:
  ///   - exchange: The code and what proves that it is ours to exchange.
  ///   - limitSeconds: The limit for all of it, name lookup included.
  /// - Returns: The access token, which a header can carry, or why there is none.
  package func exchange(
    _ exchange: CodeExchange,
    limitSeconds: Double
  ) async -> Result<String, OAuthFailure> {
    var request = HTTPRequest(.post, app, path: Self.tokenPath, limitSeconds: limitSeconds)
    request.headers = [
      HTTPHeader("Accept", "application/json"),
      HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
    ].compactMap(\.self)
    request.body = exchange.form
    switch await transport.send(request) {
    case .failure(let failure): return .failure(.failed(AttioFailure(failure)))
    case .success(let response): return answer(response)
    }
  }

  private func answer(_ response: HTTPResponse) -> Result<String, OAuthFailure> {
    guard response.status == 200 else { return .failure(failure(response)) }
    guard let body = try? TolerantJSON.decode(TokenBody.self, from: response.body) else {
      let reason =
        response.looksLikeHTML
        ? "A web page came back instead of an answer from Attio."
        : "The answer is not what Attio's authorization server answers."
      return .failure(.failed(.badResponse(response, because: reason)))
    }
    if let token = body.accessToken { return check(token, of: body, in: response) }
    if let refusal = refusal(response) { return .failure(refusal) }
    let reason = "There is no token in the answer."
    return .failure(.failed(.badResponse(response, because: reason)))
  }

  private func check(
    _ token: String,
    of body: TokenBody,
    in response: HTTPResponse
  ) -> Result<String, OAuthFailure> {
    // RFC 6749 section 7.1: a token of a type that is not understood must not be used.
    if let type = body.tokenType, type.lowercased() != "bearer" {
      let reason = "The token in the answer is of another type than “Bearer”."
      return .failure(.failed(.badResponse(response, because: reason)))
    }
    guard (try? BearerToken(token)) != nil else {
      let reason = "The token in the answer is empty, or holds what no token holds."
      return .failure(.failed(.badResponse(response, because: reason)))
    }
    return .success(token)
  }

  private func failure(_ response: HTTPResponse) -> OAuthFailure {
    var failure = AttioFailure(response, to: .other, now: clock.unixSeconds())
    switch failure.kind {
    case .tokenMalformed, .unauthorized, .missingScope, .badResponse:
      if (400..<500).contains(response.status), let refusal = refusal(response) { return refusal }
    default: return .failed(failure)
    }
    // There is no token yet that could lack a scope: whoever says 403 and no more is not Attio.
    if failure.kind != .unauthorized { failure.kind = .badResponse }
    failure.message =
      failure.message ?? "The answer has status \(response.status) and no error code."
    return .failed(failure)
  }

  /// The error that the answer names; nil where it names none.
  private func refusal(_ response: HTTPResponse) -> OAuthFailure? {
    guard !response.looksLikeHTML, let envelope = ErrorEnvelope(response.body),
      let error = envelope.error ?? envelope.code ?? envelope.type, !error.isEmpty
    else { return nil }
    return .refused(status: response.status, error: error, description: envelope.message)
  }
}

/// The answer of the token endpoint (RFC 6749 section 5.1), as far as it is one.
private struct TokenBody: Decodable {
  var accessToken: String?
  var tokenType: String?

  private enum Key: String, CodingKey {
    case accessToken = "access_token"
    case tokenType = "token_type"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    accessToken = container.lenient(String.self, .accessToken)
    tokenType = container.lenient(String.self, .tokenType)
  }
}
