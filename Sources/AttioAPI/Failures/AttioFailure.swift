/// Why a call to Attio did not give what was asked for.
package struct AttioFailure: Error, Equatable, Sendable {
  /// The cause; the raw values are those of `connection.state` in `status --json`.
  package enum Kind: String, CaseIterable, Sendable {
    case tokenMalformed = "token_malformed"
    case tokenInactive = "token_inactive"
    case unauthorized
    case missingScope = "missing_scope"
    case planLimit = "plan_limit"
    case notFound = "not_found"
    case rateLimited = "rate_limited"
    case serverError = "server_error"
    case badResponse = "bad_response"
    case dnsFailure = "dns_failure"
    case connectionRefused = "connection_refused"
    case timeout
    case tlsFailure = "tls_failure"
    case proxyFailure = "proxy_failure"
    case redirected
    case notChecked = "not_checked"
  }

  /// The cause.
  package var kind: Kind
  /// The status of the answer, nil where there was none.
  package var httpStatus: Int?
  /// Attio's `code`; hostile until cleaned.
  package var code: String?
  /// Attio's `message`, or a sentence of our own; hostile until cleaned.
  package var message: String?
  /// The wait that the server named, in seconds.
  package var retryAfterSeconds: Double?
  /// Attio's identifier of the request, to quote to its support; hostile until cleaned.
  package var requestID: String?
  /// What the network said, where the network is the cause.
  package var transport: TransportFailure?

  /// Names a cause; the rest can be set afterwards.
  package init(
    _ kind: Kind,
    httpStatus: Int? = nil,
    code: String? = nil,
    message: String? = nil
  ) {
    self.kind = kind
    self.httpStatus = httpStatus
    self.code = code
    self.message = message
  }
}
