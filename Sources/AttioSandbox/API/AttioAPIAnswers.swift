import AttioTables
import Ground
import LocalHTTP

/// An answer and the scopes that its request needed, for the log.
struct APIAnswer {
  var response: LocalResponse
  var needs: [String] = []

  init(_ response: LocalResponse, needs: [String] = []) {
    self.response = response
    self.needs = needs
  }
}

/// Answers the calls of the REST API: who asks, may they, and what they get.
struct AttioAPIAnswers {
  let state: SandboxState
  let options: Sandbox.Options

  /// The length that Attio's own message names.
  private static let tokenLength = 64

  func answer(_ request: LocalRequest, route: EndpointRoute) -> APIAnswer {
    let isIdentity = route.endpoint.path == "/v2/self"
    switch Credential(header: request.header("Authorization")) {
    case .none:
      return unread(isIdentity ? .notRecognised : .noHeader, request, route)
    case .unreadable:
      return unread(isIdentity ? .notRecognised : .unreadableHeader, request, route)
    case .token(let token) where isIdentity: return APIAnswer(introspection(of: token))
    case .token(let token): return answer(request, route: route, token: token)
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
    default: timed(SelfBody.active(record), for: record)
    }
  }

  private func answer(
    _ request: LocalRequest,
    route: EndpointRoute,
    token: String
  ) -> APIAnswer {
    guard token.count == Self.tokenLength else { return unread(.wrongLength, request, route) }
    guard let record = state.token(token) else { return unread(.deadToken, request, route) }
    let needs = needs(request, route, record.workspace)
    if let failure = failure(of: record) { return APIAnswer(failure, needs: needs) }
    let response =
      switch record.scenario {
      case .malformed: AttioError.wrongLength.response
      case .inactive: AttioError.deadToken.response
      default: timed(data(request, route: route, token: record, needs), for: record)
      }
    return APIAnswer(response, needs: needs)
  }

  /// An answer to a request of nobody; what it would have needed is still known.
  private func unread(
    _ error: AttioError,
    _ request: LocalRequest,
    _ route: EndpointRoute
  ) -> APIAnswer {
    APIAnswer(error.response, needs: needs(request, route, .first))
  }

  private func needs(
    _ request: LocalRequest,
    _ route: EndpointRoute,
    _ workspace: SandboxWorkspace
  ) -> [String] {
    // Only some calls depend on what the workspace holds.
    guard !route.endpoint.alternatives.isEmpty else { return route.endpoint.allOf }
    return RequestSubject(request: request, route: route, data: state.data(of: workspace))
      .neededScopes
  }

  /// The scopes are checked before the request's parameters, as at Attio.
  private func data(
    _ request: LocalRequest,
    route: EndpointRoute,
    token: SandboxToken,
    _ needs: [String]
  ) -> LocalResponse {
    if options.limitsRate, !state.admit(route.endpoint, at: options.now()) { return limited }
    let missing = ScopeRules.missing(needed: needs, granted: token.scopes)
    guard missing.isEmpty else { return AttioError.missing(scopes: missing).response }
    if route.endpoint.takesWorkspaceTokensOnly, token.scenario == .userLevel {
      return AttioError.wrongLevel.response
    }
    do throws(AttioError) {
      return try stored(request, route, token)
    } catch {
      return error.response
    }
  }

  private func stored(
    _ request: LocalRequest,
    _ route: EndpointRoute,
    _ token: SandboxToken
  ) throws(AttioError) -> LocalResponse {
    let book = ShapeBook.own
    let shape = book.operations[route.endpoint.call]
    let body =
      try shape.map { shape throws(AttioError) in
        try RequestReader(request: request, shape: shape, book: book).body()
      } ?? .null
    let now = options.now()
    let (response, deliveries) = try state.change(token.workspace) {
      data throws(AttioError) in
      var desk = Desk(
        request: request,
        route: route,
        token: token,
        now: now,
        body: body,
        data: data
      )
      let response = try desk.answer()
      data = desk.data
      return (response, data.takeDeliveries())
    }
    if !deliveries.isEmpty {
      // In the order of the events, and without letting the answer wait.
      Task { for delivery in deliveries { await delivery.send() } }
    }
    return response
  }

  /// Attio names the next second.
  private var limited: LocalResponse {
    var response = AttioError.rateLimited.response
    let next = HTTPDate.text(secondsSince1970: options.now() + 1)
    response.headers.append(LocalHeader("Retry-After", next))
    return response
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
