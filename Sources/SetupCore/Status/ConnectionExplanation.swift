import Ground

/// A state of the connection in words: what happened, why we think so, what to do now.
package struct ConnectionExplanation: Equatable, Sendable {
  /// A few words without a full stop, for a heading.
  package var title: String
  /// What happened, in sentences.
  package var happening: String
  /// Why we think so, in sentences.
  package var evidence: String
  /// What to do now, in sentences.
  package var remedy: String

  /// Explains the outcome of a check.
  package init(_ connection: Connection, context: ConnectionContext = ConnectionContext()) {
    self = ExplainedCase(connection: connection, context: context).explanation
  }

  init(_ title: String, happening: String, evidence: String, remedy: String) {
    self.title = title
    self.happening = happening
    self.evidence = evidence
    self.remedy = remedy
  }
}

/// One outcome with all that its explanation is made from.
struct ExplainedCase {
  let connection: Connection
  let context: ConnectionContext

  var explanation: ConnectionExplanation {
    switch context.question {
    case .identity: explanationOfState
    case .exchange: explanationOfExchange
    case .confirmation: explanationOfConfirmation
    }
  }

  var explanationOfState: ConnectionExplanation {
    switch connection.state {
    case .connected: connected
    case .tokenMissing: tokenMissing
    case .tokenMalformed where connection.code == Connection.sandboxTokenCode: sandboxToken
    case .tokenMalformed where connection.httpStatus == nil: tokenNotSent
    case .tokenMalformed where connection.code == "invalid_grant": invalidGrant
    case .tokenMalformed: tokenMalformed
    case .tokenInactive: tokenInactive
    case .unauthorized where isRevoked: revoked
    case .unauthorized: unauthorized
    case .missingScope where isRestricted: restricted
    case .missingScope: missingScope
    case .planLimit: planLimit
    case .notFound: notFound
    case .rateLimited where isTooComplex: tooComplex
    case .rateLimited: rateLimited
    case .serverError: serverError
    case .badResponse: badResponse
    case .dnsFailure: dnsFailure
    case .connectionRefused: connectionRefused
    case .timeout: timeout
    case .tlsFailure: tlsFailure
    case .proxyFailure: proxyFailure
    case .redirected: redirected
    case .notChecked: isOffline ? offline : notChecked
    }
  }

  private var isOffline: Bool {
    connection.message == nil || connection.code == Connection.offlineCode
  }

  /// The status as a phrase: "HTTP 403", or "an error" where there is none.
  var status: String {
    connection.httpStatus.map { "HTTP \($0)" } ?? "an error"
  }

  /// The authorities that were trusted, to follow "with".
  var authorities: String {
    context.certificateFile.map { "the authorities in \(SafeText.cleaned($0))" }
      ?? "the system's authorities"
  }

  /// Attio's or the system's own words as a sentence of their own, after a space; or nothing.
  func words(of speaker: String) -> String {
    guard let message = connection.message, !message.isEmpty else { return "" }
    let quoted = message.hasSuffix(".") ? message.dropLast() : message[...]
    return " \(speaker): “\(quoted)”."
  }

  /// Whether the token is one of a connected workspace.
  var isStored: Bool { context.origin == .workspaceStore }

  /// The cure for a token of a connected workspace: no dashboard shows one to copy.
  static let connectAgain =
    "Connect the workspace again, as one of its admins: attio-setup connect"

  /// Said of every failure that happened before Attio looked at what it was sent.
  var untouched: String {
    switch context.question {
    case .identity: "This says nothing about the token: keep it."
    case .exchange: "Connecting again gets a new code."
    case .confirmation: "The new token was not kept: connecting again gets another."
    }
  }

  /// What was sent and is secret.
  var sent: String { context.question == .exchange ? "code" : "token" }

  /// Who was to answer.
  var server: String {
    context.question == .exchange ? "Attio's authorization server" : "Attio's API"
  }

  /// Where the address that was asked can be changed.
  var addressSettings: String {
    context.question == .exchange
      ? "ATTIO_APP_URL and --app-url" : "ATTIO_BASE_URL and --base-url"
  }

  /// What to do once more, to begin a sentence.
  var again: String { context.question == .identity ? "Check again" : "Connect again" }
}
