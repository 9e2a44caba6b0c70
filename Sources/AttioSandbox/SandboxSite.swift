import Ground
import LocalHTTP

/// Everything that one sandbox answers.
struct SandboxSite: Sendable {
  let options: Sandbox.Options
  let state: SandboxState

  init(options: Sandbox.Options) {
    self.options = options
    self.state = SandboxState(startedAt: options.now(), seed: options.seed)
  }

  func answer(_ request: LocalRequest) async -> LocalResponse {
    var response = await page(request)
    response.headers.append(LocalHeader("Date", HTTPDate.text(secondsSince1970: options.now())))
    return response
  }

  private func page(_ request: LocalRequest) async -> LocalResponse {
    switch (request.method, request.path) {
    case ("GET", "/authorize"):
      AuthorizeEndpoint(state: state, options: options).answer(request)
    case ("POST", "/oauth/token"):
      TokenEndpoint(state: state, options: options).answer(request)
    case ("POST", "/oauth/introspect"):
      api.introspection(of: request.form["token"] ?? "")
    case ("POST", _) where request.path.hasPrefix("/_sandbox/"):
      await ControlEndpoint(state: state, options: options).answer(request)
    case ("GET", _) where request.path.hasPrefix("/_sandbox/files/"):
      ControlEndpoint(state: state, options: options).file(request)
    default:
      endpoint(request)
    }
  }

  private var api: AttioAPIAnswers {
    AttioAPIAnswers(state: state, options: options)
  }

  private func endpoint(_ request: LocalRequest) -> LocalResponse {
    let route = EndpointRouter.route(method: request.method, path: request.path)
    var answer = APIAnswer(
      AttioError.unknownEndpoint(method: request.method, path: request.path).response
    )
    if let route { answer = api.answer(request, route: route) }
    options.log?(
      RequestLog.line(request, status: answer.response.status, route: route, needs: answer.needs)
    )
    var response = answer.response
    response.headers.append(LocalHeader("x-attio-execution-id", state.nextExecutionID()))
    return response
  }
}
