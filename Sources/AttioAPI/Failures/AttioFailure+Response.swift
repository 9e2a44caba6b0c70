import Ground

extension AttioFailure {
  /// Which call an answer belongs to, where that decides what a status means.
  package enum Call: Sendable {
    /// `GET /self`, where 400 means that the token was not recognised.
    case identity
    /// Every other call.
    case other
  }

  /// Classifies an answer that is not a success: the HTTP status before the body's code.
  ///
  /// - Parameters:
  ///   - response: An answer of any status but 200.
  ///   - call: What was asked.
  ///   - now: Seconds since 1970, for a `Retry-After` that is a date.
  package init(_ response: HTTPResponse, to call: Call, now: Double) {
    let envelope = ErrorEnvelope(response.body)
    let kind = Self.kind(response, envelope: envelope, call: call)
    self.init(
      kind,
      httpStatus: response.status,
      code: envelope?.code,
      message: kind == .redirected
        ? Self.redirect(response) : envelope?.message ?? Self.reason(kind, response)
    )
    requestID = response.header("x-attio-execution-id")
    retryAfterSeconds = response.header("retry-after").flatMap { RetryAfter.seconds($0, now: now) }
  }

  /// An answer of status 200 that is not what Attio answers.
  package static func badResponse(_ response: HTTPResponse, because message: String) -> AttioFailure
  {
    var failure = AttioFailure(.badResponse, httpStatus: response.status, message: message)
    failure.requestID = response.header("x-attio-execution-id")
    return failure
  }

  private static func kind(
    _ response: HTTPResponse,
    envelope: ErrorEnvelope?,
    call: Call
  ) -> ConnectionState {
    switch response.status {
    case 300..<400: .redirected
    case 402: .planLimit
    case 407: .proxyFailure
    case 408: .timeout
    case 429: .rateLimited
    case 500...: .serverError
    // A login page or a firewall's page must not make a good token look bad.
    case 400..<500 where response.looksLikeHTML: .badResponse
    case 400: badRequest(envelope, call)
    case 401: .unauthorized
    case 403: envelope?.isAboutThePlan == true ? .planLimit : .missingScope
    // Anything may answer 404 without knowing Attio: a wrong base URL, a gateway, a proxy.
    case 404, 410: envelope?.isAttios == true ? .notFound : .badResponse
    default: .badResponse
    }
  }

  /// Outside of `/self` a 400 is about the request, unless its words are about the token: the
  /// onboarding guide's `invalid_request` is a malformed Authorization header.
  private static func badRequest(_ envelope: ErrorEnvelope?, _ call: Call) -> ConnectionState {
    if call == .identity { return .tokenMalformed }
    if envelope?.isAboutThePlan == true { return .planLimit }
    return envelope?.isAboutTheToken == true ? .tokenMalformed : .badResponse
  }

  private static func redirect(_ response: HTTPResponse) -> String {
    let target = response.redirectTarget.map { " to \($0)" } ?? ""
    return "The answer is a redirect\(target), which was not followed."
  }

  /// Why an answer is not Attio's; nil for those that are and say nothing: no words of ours must be
  /// taken for Attio's.
  private static func reason(_ kind: ConnectionState, _ response: HTTPResponse) -> String? {
    guard kind == .badResponse else { return nil }
    return response.looksLikeHTML
      ? "A web page came back instead of an answer from Attio."
      : response.status == 404
        ? "The answer has status 404 and not the words with which Attio says it."
        : "The answer has status \(response.status) and no message."
  }
}

extension HTTPResponse {
  /// Whether the body is a web page, by its label or its first character.
  package var looksLikeHTML: Bool {
    if header("content-type")?.lowercased().hasPrefix("text/html") == true { return true }
    let whiteSpace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    return body.first { !whiteSpace.contains($0) } == UInt8(ascii: "<")
  }

  /// Where a redirect points, without its query, which may hold something private.
  fileprivate var redirectTarget: Substring? {
    header("location")?.prefix { $0 != "?" && $0 != "#" }
  }
}
