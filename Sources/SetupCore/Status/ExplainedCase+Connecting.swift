import Ground

/// The states that read differently while a workspace is being connected.
extension ExplainedCase {
  var explanationOfExchange: ConnectionExplanation {
    switch connection.state {
    case .notFound: noTokenEndpoint
    case .connected, .tokenMissing, .tokenMalformed, .tokenInactive, .unauthorized, .missingScope:
      // None of them is an answer to a question that carries no token.
      badResponse
    default: explanationOfState
    }
  }

  var explanationOfConfirmation: ConnectionExplanation {
    switch connection.state {
    case .missingScope: newTokenWithoutScope
    case .connected, .tokenMissing, .tokenMalformed, .tokenInactive, .unauthorized, .notFound:
      newTokenRefused
    default: explanationOfState
    }
  }

  private var noTokenEndpoint: ConnectionExplanation {
    ConnectionExplanation(
      "There is no authorization server",
      happening: "The server \(context.host) does not know the address of the token endpoint."
        + words(of: "It says"),
      evidence: "It answered \(status) to POST /oauth/token.",
      remedy: "Check \(addressSettings) if you set them. \(untouched)"
    )
  }

  private var newTokenRefused: ConnectionExplanation {
    ConnectionExplanation(
      "Attio does not accept the new token",
      happening: "Attio gave out a token and did not say whose it is." + words(of: "Attio says"),
      evidence: connection.httpStatus.map { "It answered HTTP \($0) to GET /v2/self." }
        ?? "The token was not sent.",
      remedy: "Check that the app still exists at build.attio.com, and that authorization server "
        + "and API belong together where ATTIO_APP_URL or ATTIO_BASE_URL are set. \(untouched)"
    )
  }

  private var newTokenWithoutScope: ConnectionExplanation {
    let named = ScopeMessage.scopes(in: connection.message ?? "").union(context.missingScopes)
    let scopes = named.isEmpty ? "the scope that is missing" : named.text
    return ConnectionExplanation(
      "The app lacks a scope",
      happening: "Attio knows the new token, but does not let it do this."
        + words(of: "Attio says"),
      evidence: "It answered \(status), which stands for a scope that the token does not have.",
      remedy: "Tick \(scopes) in the Scopes tab of the app at build.attio.com. \(untouched)"
    )
  }
}
