import Ground
import SetupCore

extension ErrorsPage {
  /// Every state of the connection, in the order of the promise to scripts.
  static var states: String {
    let intro = """
      ## The states of a connection

      `connection.state` in [`status --json`](status.md#the-document) is one of these names. The texts are
      those for the variable `ATTIO_API_KEY`, the file `.env` and Attio's own addresses.
      """
    let sections = ConnectionState.allCases.map { state in
      let local = state == .notChecked ? ", with `--offline` 0 or 1 by the local checks" : ""
      let head = "### \(state.rawValue)\n\nExit code \(state.verdict.exitCode)\(local)."
      return ([head] + samples(of: state).map(entry)).joined(separator: "\n\n")
    }
    return ([intro] + sections).joined(separator: "\n\n")
  }

  /// The outcomes in which a state reads differently.
  private static func samples(of state: ConnectionState) -> [Connection] {
    func sample(_ status: Int?, code: String? = nil, _ message: String? = nil) -> Connection {
      Connection(state: state, httpStatus: status, code: code, message: message)
    }
    switch state {
    case .connected, .tokenInactive: return [sample(200)]
    case .tokenMalformed: return [sample(nil), sample(400), sample(400, code: "invalid_grant")]
    case .unauthorized: return [sample(401)]
    case .missingScope:
      return [sample(403, "requires scopes: Read-Write access to the Records scope")]
    case .planLimit: return [sample(403, code: "billing_error")]
    case .notFound: return [sample(404)]
    case .rateLimited:
      return [Connection(state: state, httpStatus: 429, retryAfterSeconds: 9), sample(429)]
    case .serverError: return [sample(500)]
    case .badResponse: return [sample(200), sample(nil)]
    case .proxyFailure: return [sample(nil), sample(407)]
    case .redirected: return [sample(302)]
    case .notChecked: return [sample(nil), sample(nil, "the library libcurl could not be loaded")]
    case .tokenMissing, .dnsFailure, .connectionRefused, .timeout, .tlsFailure: return [sample(nil)]
    }
  }

  private static func entry(_ connection: Connection) -> String {
    var stored = ConnectionContext()
    stored.origin = .workspaceStore
    let explanation = ConnectionExplanation(connection)
    let other = ConnectionExplanation(connection, context: stored).remedy
    var paragraphs = [
      ("", explanation.happening), ("How it is known:", explanation.evidence),
      ("**What to do:**", explanation.remedy),
    ]
    if other != explanation.remedy {
      paragraphs.append(("Where it is the token of a connected workspace:", other))
    }
    return entry(explanation.title, paragraphs)
  }
}
