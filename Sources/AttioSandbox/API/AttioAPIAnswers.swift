import AttioTables
import LocalHTTP

/// Answers the calls of the REST API: who asks, may they, and what they get.
struct AttioAPIAnswers {
  let state: SandboxState
  let options: Sandbox.Options

  /// The length that Attio's own message names.
  private static let tokenLength = 64

  func answer(_ request: LocalRequest, route: EndpointRoute) -> LocalResponse {
    switch Credential(header: request.header("Authorization")) {
    case .none: AttioError.noHeader.response
    case .unreadable: AttioError.unreadableHeader.response
    case .token(let token): answer(request, route: route, token: token)
    }
  }

  /// The answer of `/v2/self`, which `POST /oauth/introspect` gives too.
  func introspection(of token: String) -> LocalResponse {
    guard token.count == Self.tokenLength else { return AttioError.notRecognised.response }
    guard let record = state.token(token) else { return SelfBody.inactive }
    if let failure = failure(of: record) { return failure }
    return switch record.scenario {
    case .malformed: AttioError.notRecognised.response
    case .inactive: SelfBody.inactive
    default: timed(SelfBody.active(token, record), for: record)
    }
  }

  private func answer(
    _ request: LocalRequest,
    route: EndpointRoute,
    token: String
  ) -> LocalResponse {
    if route.endpoint.path == "/v2/self" { return introspection(of: token) }
    guard token.count == Self.tokenLength else { return AttioError.wrongLength.response }
    guard let record = state.token(token) else { return AttioError.deadToken.response }
    if let failure = failure(of: record) { return failure }
    return switch record.scenario {
    case .malformed: AttioError.wrongLength.response
    case .inactive: AttioError.deadToken.response
    default: timed(data(request, route: route, token: record), for: record)
    }
  }

  /// The scopes are checked before the request's parameters, as at Attio.
  private func data(
    _ request: LocalRequest,
    route: EndpointRoute,
    token: SandboxToken
  ) -> LocalResponse {
    let subject = RequestSubject(request: request, route: route, workspace: token.workspace)
    let missing = ScopeRules.missing(needed: subject.neededScopes, granted: token.scopes)
    guard missing.isEmpty else { return AttioError.missing(scopes: missing).response }
    if route.endpoint.takesWorkspaceTokensOnly, token.scenario == .userLevel {
      return AttioError.wrongLevel.response
    }
    return EndpointBodies(request: request, route: route, token: token).response
  }

  private func failure(of record: SandboxToken) -> LocalResponse? {
    ScenarioFailures(options: options).response(for: record.scenario)
  }

  private func timed(_ response: LocalResponse, for record: SandboxToken) -> LocalResponse {
    var response = response
    if record.scenario == .slow { response.delay = options.slowDelay }
    return response
  }
}
