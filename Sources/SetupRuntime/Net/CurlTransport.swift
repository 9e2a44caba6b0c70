package import AttioAPI

extension Transport {
  /// The transport of the product: libcurl, loaded at the first request.
  ///
  /// - Parameters:
  ///   - settings: Proxies, authorities and the name of the program.
  ///   - library: A library to load instead of the system's libcurl, for tests.
  /// - Returns: A transport that works on threads of its own.
  package static func curl(_ settings: NetworkSettings, library: String? = nil) -> Transport {
    let curl = CurlTransport(settings: settings, library: library)
    return Transport { await curl.send($0) }
  }
}

private struct CurlTransport: Sendable {
  let settings: NetworkSettings
  let library: String?

  func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportFailure> {
    let proxy: ProxyAddress?
    switch settings.proxies.route(to: request.base) {
    case .direct: proxy = nil
    case .proxy(let address): proxy = address
    case .unusable(let variable, let character):
      return .failure(.proxy(.unusable(variable: variable, because: character)))
    }
    guard request.url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return .failure(.invalidRequest)
    }
    let destination = CurlDestination(
      host: request.base.host,
      isEncrypted: request.base.scheme == .https,
      proxy: proxy
    )
    let order = order(request, proxy)
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = await CurlTransfer.perform(order)
    let result = outcome.result(from: destination, bodyLimit: request.bodyLimit)
    guard case .failure(.tls(let problem)) = result, problem.hasCertificate else { return result }
    let left = request.limitSeconds - (clock.now - start) / .seconds(1)
    return .failure(.tls(await withIssuer(problem, order, secondsLeft: left)))
  }

  private func order(_ request: HTTPRequest, _ proxy: ProxyAddress?) -> CurlOrder {
    var lines = request.headers.map { "\($0.name): \($0.value)" }
    if let bearer = request.bearer { lines.append("Authorization: " + bearer.headerValue()) }
    return CurlOrder(
      purpose: .request,
      url: request.url,
      method: request.method.rawValue,
      userAgent: settings.userAgent,
      headerLines: lines,
      body: request.body,
      proxy: proxy?.url,
      caBundle: settings.caBundle,
      library: library,
      limitSeconds: request.limitSeconds,
      bodyLimit: request.bodyLimit
    )
  }

  /// Looks at the certificate a second time, trusting anybody and sending nothing.
  ///
  /// After a failed verification libcurl does not tell whose certificate it was.
  private func withIssuer(
    _ problem: TLSProblem,
    _ order: CurlOrder,
    secondsLeft: Double
  ) async -> TLSProblem {
    let longest = 2.0
    guard secondsLeft > 0 else { return problem }
    var inspection = order
    inspection.purpose = .inspection
    inspection.url = String(order.url.prefix { $0 != "?" })
    inspection.headerLines = []
    inspection.body = []
    inspection.limitSeconds = min(secondsLeft, longest)
    let outcome = await CurlTransfer.perform(inspection)
    var problem = problem
    problem.issuer = outcome.issuer.isEmpty ? nil : outcome.issuer
    return problem
  }
}

extension TLSProblem {
  /// Whether the server showed a certificate that was then refused.
  fileprivate var hasCertificate: Bool {
    switch cause {
    case .expired, .notYetValid, .selfSigned, .unknownIssuer, .wrongHost, .refused: true
    case .unreadableBundle, .handshake: false
    }
  }
}
