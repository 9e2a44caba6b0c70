import Ground

/// What a check as a whole comes to; the raw values are promised to scripts.
package enum Verdict: String, CaseIterable, Sendable {
  case good
  case actionNeeded = "action_needed"
  case unknown

  /// The exit code that is promised for it.
  package var exitCode: Int32 {
    switch self {
    case .good: 0
    case .actionNeeded: 1
    case .unknown: 2
    }
  }
}

extension ConnectionState {
  /// What the state alone comes to.
  package var verdict: Verdict {
    switch self {
    case .connected: .good
    case .tokenMissing, .tokenMalformed, .tokenInactive, .unauthorized, .missingScope, .planLimit,
      .notFound:
      .actionNeeded
    case .rateLimited, .serverError, .badResponse, .dnsFailure, .connectionRefused, .timeout,
      .tlsFailure, .proxyFailure, .redirected, .notChecked:
      .unknown
    }
  }
}
