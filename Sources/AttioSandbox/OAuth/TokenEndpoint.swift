import Ground
import LocalHTTP

/// `POST /oauth/token`: form-encoded, client id and secret in the body, nothing but an access token
/// in the answer.
struct TokenEndpoint {
  let state: SandboxState
  let options: Sandbox.Options

  func answer(_ request: LocalRequest) -> LocalResponse {
    do throws(OAuthError) {
      let code = try takeCode(request)
      if let response = code.fault?.response { return response }
      var response = granted(code)
      if code.fault == .slow { response.delay = options.slowDelay }
      return response
    } catch {
      return error.response
    }
  }

  private func granted(_ code: AuthorizationCode) -> LocalResponse {
    let token = state.issueToken(
      workspace: code.workspace,
      clientID: Sandbox.clientID,
      now: options.now()
    )
    var response = LocalResponse.json(
      200,
      ["access_token": .text(token), "token_type": "Bearer"]
    )
    response.headers.append(LocalHeader("Cache-Control", "no-store"))
    return response
  }

  private func takeCode(_ request: LocalRequest) throws(OAuthError) -> AuthorizationCode {
    let type = request.header("Content-Type")?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw .invalidRequest("The body is application/x-www-form-urlencoded.")
    }
    let form = request.form
    try checkClient(form)
    guard form["grant_type"] == "authorization_code" else { throw .unsupportedGrantType }
    guard let text = form["code"], !text.isEmpty else {
      throw .invalidRequest("The parameter code is missing.")
    }
    guard let code = state.takeCode(text), code.expiresAt > options.now() else {
      throw .invalidGrant("The authorization code is invalid, was used, or has expired.")
    }
    try check(form, against: code)
    return code
  }

  private func checkClient(_ form: FormFields) throws(OAuthError) {
    guard form["client_id"] == Sandbox.clientID, form["client_secret"] == Sandbox.clientSecret
    else { throw .invalidClient }
  }

  private func check(_ form: FormFields, against code: AuthorizationCode) throws(OAuthError) {
    guard form["redirect_uri"] == code.redirectURI else {
      throw .invalidGrant("The redirect URI is not the one of the authorization.")
    }
    let verifier = form["code_verifier"]
    // RFC 9700 2.1.1: a verifier without a challenge is a downgrade.
    guard code.challenge == verifier.map(PKCE.challenge) else {
      throw .invalidGrant("The code verifier does not fit the code challenge.")
    }
  }
}
