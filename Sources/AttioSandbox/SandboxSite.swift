import Ground
import LocalHTTP

/// Everything that one sandbox answers.
struct SandboxSite: Sendable {
  let options: Sandbox.Options
  let state: SandboxState

  init(options: Sandbox.Options) {
    self.options = options
    self.state = SandboxState(startedAt: options.now())
  }

  func answer(_ request: LocalRequest) async -> LocalResponse {
    var response = page(request)
    response.headers.append(LocalHeader("Date", HTTPDate.text(secondsSince1970: options.now())))
    return response
  }

  private func page(_ request: LocalRequest) -> LocalResponse {
    switch (request.method, request.path) {
    case ("GET", "/authorize"):
      AuthorizeEndpoint(state: state, options: options).answer(request)
    case ("POST", "/oauth/token"):
      TokenEndpoint(state: state, options: options).answer(request)
    case ("POST", "/oauth/introspect"):
      api.introspection(of: request.form["token"] ?? "")
    case ("POST", _) where request.path.hasPrefix("/_sandbox/"):
      ControlEndpoint(state: state, options: options).answer(request)
    default:
      endpoint(request)
    }
  }

  private var api: AttioAPIAnswers {
    AttioAPIAnswers(state: state, options: options)
  }

  private func endpoint(_ request: LocalRequest) -> LocalResponse {
    guard let route = EndpointRouter.route(method: request.method, path: request.path) else {
      return AttioError.unknownEndpoint(method: request.method, path: request.path).response
    }
    return api.answer(request, route: route)
  }
}
