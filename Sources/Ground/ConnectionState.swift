/// What is known of the connection to Attio; the raw values are promised to scripts.
package enum ConnectionState: String, CaseIterable, Sendable {
  case connected
  case tokenMissing = "token_missing"
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
