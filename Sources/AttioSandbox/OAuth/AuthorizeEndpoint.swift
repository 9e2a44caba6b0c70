import Ground
import LocalHTTP

/// `GET /authorize`: a page that asks, or an answer at once where the query holds `sandbox`.
struct AuthorizeEndpoint {
  let state: SandboxState
  let options: Sandbox.Options

  func answer(_ request: LocalRequest) -> LocalResponse {
    let query = request.parameters
    // An unknown app or address is told to the person, never to the address.
    guard query["client_id"] == Sandbox.clientID else {
      return AuthorizePage.problem("The app is not known. Is the client id \"sandbox-client\"?")
    }
    guard let redirectURI = query["redirect_uri"], RedirectURI.isLoopback(redirectURI) else {
      return AuthorizePage.problem("The redirect URI is not an address of this machine.")
    }
    guard let workspace = SandboxWorkspace(index: Int(query["sandbox_workspace"] ?? "1") ?? 0)
    else {
      return AuthorizePage.problem("A workspace of the sandbox is a number from 1.")
    }
    if let error = problem(in: query) {
      return redirect(to: redirectURI, error: error, query: query)
    }
    return decide(query, redirectURI: redirectURI, workspace: workspace)
  }

  private func decide(
    _ query: FormFields,
    redirectURI: String,
    workspace: SandboxWorkspace
  ) -> LocalResponse {
    switch query["sandbox"] {
    case "approve":
      let code = AuthorizationCode(
        workspace: workspace,
        redirectURI: redirectURI,
        challenge: query["code_challenge"],
        fault: query["sandbox_exchange"].flatMap(ExchangeFault.init),
        expiresAt: options.now() + options.codeLifetime
      )
      return redirect(to: redirectURI, fields: [("code", state.issueCode(code))], query: query)
    case "deny":
      let error = OAuthError(code: "access_denied", description: "The request was denied.")
      return redirect(to: redirectURI, error: error, query: query)
    default:
      return AuthorizePage.question(workspace: workspace, query: query)
    }
  }

  private func problem(in query: FormFields) -> OAuthError? {
    guard query["response_type"] == "code" else {
      return OAuthError(
        code: "unsupported_response_type",
        description: "The response type is code."
      )
    }
    if query["code_challenge"] != nil, query["code_challenge_method"] != "S256" {
      return .invalidRequest("The code challenge method is S256.")
    }
    return nil
  }

  private func redirect(to uri: String, error: OAuthError, query: FormFields) -> LocalResponse {
    redirect(
      to: uri,
      fields: [("error", error.code), ("error_description", error.description)],
      query: query
    )
  }

  private func redirect(
    to uri: String,
    fields: [(name: String, value: String)],
    query: FormFields
  ) -> LocalResponse {
    let all = fields + (query["state"].map { [("state", $0)] } ?? [])
    let encoded = all.map { "\($0.name)=\(PercentCoding.encoded($0.value))" }
    let target = uri + (uri.contains("?") ? "&" : "?") + encoded.joined(separator: "&")
    return LocalResponse(
      status: 302,
      headers: [LocalHeader("Location", target), LocalHeader("Cache-Control", "no-store")]
    )
  }
}

/// The addresses to which the sandbox sends a code.
enum RedirectURI {
  /// Whether it is plain http to a name of this machine, without a fragment or control characters.
  static func isLoopback(_ text: String) -> Bool {
    let scheme = "http://"
    guard text.hasPrefix(scheme), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !text.contains("#")
    else { return false }
    let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
    return LoopbackName.matches(host: String(host))
  }
}
