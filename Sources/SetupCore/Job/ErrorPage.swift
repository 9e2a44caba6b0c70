import Ground

/// What `help NAME` says of an error, offline: every name that a document or an error text may carry.
package struct ErrorPage: Equatable, Sendable {
  /// One of the ways in which the error comes.
  package struct Entry: Equatable, Sendable {
    /// A few words, for a heading.
    package var title: String
    /// What happened, in sentences.
    package var happening: String
    /// How it is known, in sentences; empty where the happening says it.
    package var evidence = ""
    /// What to do, in sentences.
    package var remedy: String
    /// What to do instead where it is the token of a connected workspace; nil for the same.
    package var storedRemedy: String?
  }

  /// The name, as scripts see it.
  package var name: String
  /// The exit code of a command that ends with it.
  package var exitCode: Int32
  /// The ways in which it comes.
  package var entries: [Entry]

  /// The page of a name; nil where no error has it.
  package static func of(_ name: String) -> ErrorPage? { all.first { $0.name == name } }

  /// What to say where neither a command nor an error has a name.
  package static func unknown(_ word: String, commands: [String]) -> SetupError {
    let names = commands + all.map(\.name)
    // A longer word is not repeated: it may be a token that was pasted.
    let isShown = word.count <= 24
    let near = isShown ? nearest(to: word, of: names) : nil
    return SetupError(
      .usage,
      "There is no command and no error \(isShown ? "“\(SafeText.cleaned(word))”" : "of that name").",
      remedy: (near.map { "Did you mean \($0)? " } ?? "")
        + "All errors: attio-setup help errors. All commands: attio-setup --help"
    )
  }

  /// Every page: the states of a connection, the failures to connect, and the refusals to write.
  package static var all: [ErrorPage] { states + failures + refusals }

  /// The states of a connection, in the order of the promise to scripts.
  package static var states: [ErrorPage] {
    ConnectionState.allCases.map { state in
      ErrorPage(
        name: state.rawValue,
        exitCode: state.verdict.exitCode,
        entries: samples(of: state).map(entry)
      )
    }
  }

  /// The failures to connect a workspace that are no state of a connection.
  package static var failures: [ErrorPage] {
    connectFailures.map { failure in
      ErrorPage(
        name: failure.name,
        exitCode: failure.setupError().exitCode,
        entries: [
          Entry(title: failure.title, happening: failure.happening(), remedy: failure.remedy())
        ]
      )
    }
  }
}

extension ErrorPage {
  /// The outcomes in which a state reads differently.
  private static func samples(of state: ConnectionState) -> [Connection] {
    func sample(_ status: Int?, code: String? = nil, _ message: String? = nil) -> Connection {
      Connection(state: state, httpStatus: status, code: code, message: message)
    }
    switch state {
    case .connected, .tokenInactive: return [sample(200)]
    case .tokenMalformed: return [sample(nil), sample(400), sample(400, code: "invalid_grant")]
    case .unauthorized:
      return [sample(401), sample(401, code: "unauthorized", "The API Key could not be found.")]
    case .missingScope:
      return [sample(403, "requires scopes: Read-Write access to the Records scope")]
    case .planLimit: return [sample(403, code: "billing_error")]
    case .notFound: return [sample(404)]
    case .rateLimited:
      return [
        Connection(state: state, httpStatus: 429, retryAfterSeconds: 9), sample(429),
        sample(429, "The score of the query is over the limit."),
      ]
    case .serverError: return [sample(500)]
    case .badResponse: return [sample(200), sample(nil)]
    case .proxyFailure: return [sample(nil), sample(407)]
    case .redirected: return [sample(302)]
    case .notChecked: return [sample(nil), sample(nil, "the library libcurl could not be loaded")]
    case .tokenMissing, .dnsFailure, .connectionRefused, .timeout, .tlsFailure: return [sample(nil)]
    }
  }

  private static func entry(_ connection: Connection) -> Entry {
    var stored = ConnectionContext()
    stored.origin = .workspaceStore
    let explanation = ConnectionExplanation(connection)
    let other = ConnectionExplanation(connection, context: stored).remedy
    return Entry(
      title: explanation.title,
      happening: explanation.happening,
      evidence: explanation.evidence,
      remedy: explanation.remedy,
      storedRemedy: other == explanation.remedy ? nil : other
    )
  }

  /// One of each failure that has a name of its own.
  private static let connectFailures: [ConnectFailure] = [
    .denied,
    .refused(error: "invalid_scope", description: nil),
    .nobodyCame(seconds: 300),
    .invalidGrant(description: nil),
    .invalidClient(description: nil),
    .redirectURIMismatch(description: nil),
    .exchangeRefused(error: "unsupported_grant_type", description: nil),
    .portInUse(8787),
    .cannotListen("Its host is not this machine."),
    .appSettings(file: ".env", reason: "The client secret is empty."),
    .notStored(.keyringLocked),
    .noHash("the library is not installed"),
  ]
}
