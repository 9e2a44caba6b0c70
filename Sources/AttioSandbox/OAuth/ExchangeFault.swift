import Ground
import LocalHTTP

/// A misbehaviour of the token endpoint that `&sandbox_exchange=…` at `/authorize` asks for.
enum ExchangeFault: String, Sendable {
  /// 503 from something in front of Attio, in HTML.
  case serverError = "server_error"
  /// 200 with a captive portal's page.
  case htmlError = "html_error"
  /// 200 with JSON that holds no access token.
  case noToken = "no_token"
  /// A right answer that takes as long as the scenario `slow`.
  case slow

  /// The answer instead of a token; nil where a token is given all the same.
  var response: LocalResponse? {
    switch self {
    case .serverError: ScenarioFailures.serverError
    case .htmlError: ScenarioFailures.captivePortal
    case .noToken: .json(200, ["token_type": "Bearer"])
    case .slow: nil
    }
  }
}
