import Ground

extension ConnectFailure {
  /// The stable name that scripts see in `error.kind`.
  package var name: String {
    switch self {
    case .appSettings: "app_settings"
    case .denied: "access_denied"
    case .refused: "authorization_refused"
    case .nobodyCame: "nobody_came"
    case .portInUse: "port_in_use"
    case .cannotListen: "cannot_listen"
    case .invalidGrant: "invalid_grant"
    case .invalidClient: "invalid_client"
    case .redirectURIMismatch: "redirect_uri_mismatch"
    case .exchangeRefused: "exchange_refused"
    case .exchange(let connection), .unconfirmed(let connection): connection.state.rawValue
    case .notStored: "token_not_stored"
    case .noHash: "no_hash"
    }
  }

  /// The kind of the failure, which decides the exit code.
  package var kind: SetupError.Kind {
    switch self {
    // A redirect carries no status, so these two stand for 500 and 503 (RFC 6749 section 4.1.2.1).
    case .refused(error: "server_error", _), .refused(error: "temporarily_unavailable", _):
      .unknown
    case .appSettings, .denied, .refused, .portInUse, .cannotListen, .invalidGrant, .invalidClient,
      .redirectURIMismatch, .exchangeRefused, .noHash:
      .actionNeeded
    case .nobodyCame: .unknown
    case .exchange(let connection), .unconfirmed(let connection):
      connection.state.verdict == .actionNeeded ? .actionNeeded : .unknown
    case .notStored: .file
    }
  }

  /// A few words without a full stop, for a heading.
  package var title: String { ConnectExplanation(self).title }

  /// What happened and why we think so, in sentences.
  package func happening(_ context: ConnectContext = ConnectContext()) -> String {
    ConnectExplanation(self, context: context).happening
  }

  /// What to do now, in sentences.
  package func remedy(_ context: ConnectContext = ConnectContext()) -> String {
    ConnectExplanation(self, context: context).remedy
  }

  /// The failure as a command ends with it.
  package func setupError(_ context: ConnectContext = ConnectContext()) -> SetupError {
    let explanation = ConnectExplanation(self, context: context)
    return SetupError(
      kind,
      "\(explanation.title). \(explanation.happening)",
      remedy: explanation.remedy,
      name: name
    )
  }
}
