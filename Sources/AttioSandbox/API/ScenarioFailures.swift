import Ground
import LocalHTTP

/// The scenarios that answer every call of the API the same way.
struct ScenarioFailures {
  let options: Sandbox.Options

  /// The answer; nil for scenarios that do not fail as a whole.
  func response(for scenario: SandboxScenario) -> LocalResponse? {
    switch scenario {
    case .unauthorized: AttioError.deadToken.response
    case .missingScope: AttioError.missing(scopes: ["object_configuration:read"]).response
    case .planLimit: Self.planLimit.response
    case .notFound: AttioError.notFound("The requested workspace was not found.").response
    case .rateLimitedDate: limited(until: HTTPDate.text(secondsSince1970: options.now() + 3))
    case .rateLimitedSeconds: limited(until: "9")
    default: Self.foreign(scenario) ?? Self.guide(scenario)?.response
    }
  }

  /// What a proxy in front of Attio says when nobody answers behind it.
  static let serverError = LocalResponse.html(
    503,
    title: "503 Service Temporarily Unavailable",
    text: "The upstream server did not answer."
  )

  /// What a network says that wants a sign-in first.
  static let captivePortal = LocalResponse.html(
    200,
    title: "Sign in to Hotel Wi-Fi",
    text: "Enter your room number."
  )

  private static let planLimit = AttioError(
    status: 403,
    type: "auth_error",
    code: "billing_error",
    message: "Your workspace's plan does not include this feature."
  )

  private func limited(until value: String) -> LocalResponse {
    let error = AttioError(
      status: 429,
      type: "rate_limit_error",
      code: "rate_limit_exceeded",
      message: "Rate limit exceeded, please try again later"
    )
    var response = error.response
    response.headers.append(LocalHeader("Retry-After", value))
    return response
  }

  /// Answers that Attio's API did not write.
  private static func foreign(_ scenario: SandboxScenario) -> LocalResponse? {
    switch scenario {
    case .serverError: serverError
    case .htmlError: captivePortal
    case .badJSON:
      LocalResponse(
        status: 200,
        contentType: "application/json; charset=utf-8",
        text: #"{"active":true,"scope":"record_permission:read","workspace_na"#
      )
    default: nil
    }
  }

  /// The error table of the onboarding guide, with its structure.
  private static func guide(_ scenario: SandboxScenario) -> AttioError? {
    switch scenario {
    case .guideInsufficientScopes:
      AttioError(
        status: 403,
        type: "authorization_error",
        code: "insufficient_scopes",
        message: "The access token lacks the scope object_configuration:read."
      )
    case .guideInvalidRequest:
      AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "invalid_request",
        message: "The Authorization header is malformed."
      )
    case .guideNotFound:
      AttioError(
        status: 404,
        type: "invalid_request_error",
        code: "not_found",
        message: "The token was revoked or the workspace was deleted."
      )
    case .guideInvalidGrant:
      AttioError(
        status: 400,
        type: "authorization_error",
        code: "invalid_grant",
        message: "The authorization code is invalid or has expired."
      )
    default: nil
    }
  }
}

extension LocalResponse {
  /// A short HTML page; title and text are written by us and need no escaping.
  static func html(_ status: Int, title: String, text: String) -> LocalResponse {
    LocalResponse(
      status: status,
      contentType: "text/html; charset=utf-8",
      text: """
        <!doctype html>
        <html lang="en"><head><title>\(title)</title></head>
        <body><h1>\(title)</h1><p>\(text)</p></body></html>

        """
    )
  }
}
