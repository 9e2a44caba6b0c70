import AttioAPI

/// Where a transfer went, which decides what its errors mean.
struct CurlDestination: Equatable, Sendable {
  /// The server's name or address.
  var host: String
  /// Whether the connection is encrypted.
  var isEncrypted: Bool
  /// The proxy on the way, nil for a direct connection.
  var proxy: ProxyAddress?
}

extension CurlOutcome {
  /// The answer, or the reason why there is none.
  func result(
    from destination: CurlDestination,
    bodyLimit: Int
  ) -> Result<HTTPResponse, TransportFailure> {
    // 200 alone opens a tunnel; libcurl would go on with any 2xx.
    if let proxy = destination.proxy, connectStatus != 0 && connectStatus != 200 {
      return .failure(.proxy(.answered(proxy: proxy.name, status: connectStatus)))
    }
    guard case .answered = ending else {
      return .failure(failure(destination, bodyLimit: bodyLimit))
    }
    return .success(
      HTTPResponse(status: httpStatus, headers: headers, body: body, timings: timings)
    )
  }

  private func failure(_ destination: CurlDestination, bodyLimit: Int) -> TransportFailure {
    switch ending {
    case .answered: .other(reason: "there is no reason")
    case .failed(let code): failure(code: code, destination)
    case .timedOut: .timeout(phase(destination))
    case .cancelled: .cancelled
    case .tooLarge: .tooLarge(status: status, limit: bodyLimit)
    case .noLibrary: .libraryMissing(reason: withoutPeriod(words))
    case .noMemory: .other(reason: "there is not enough memory")
    case .refused: .invalidRequest
    }
  }

  /// The numbers are libcurl's CURLcode, see libcurl-errors(3).
  private func failure(code: Int, _ destination: CurlDestination) -> TransportFailure {
    switch code {
    case 1, 8: .notHTTP
    case 3, 43: .invalidRequest
    // libcurl's own words may hold the proxy's password here.
    case 4 where destination.proxy != nil:
      unreachable(destination, because: "libcurl was built without this kind of proxy")
    case 5: unreachable(destination, because: "its name could not be resolved")
    case 6: .nameNotFound(host: destination.host)
    case 7: notConnected(destination)
    case 28: .timeout(phase(destination))
    case 97: unreachable(destination, because: reason)
    case 16, 18, 52, 55, 56, 92, 95: cut(destination)
    case 51, 60: untrusted(destination)
    case 77: .tls(TLSProblem(.unreadableBundle, words: words))
    case 35, 53, 54, 58, 59, 64, 66, 80, 82, 83, 90, 91, 98: insecure(destination)
    default: .other(reason: reason)
    }
  }

  /// libcurl has one code for "the host refused" and "the proxy refused".
  private func notConnected(_ destination: CurlDestination) -> TransportFailure {
    destination.proxy == nil
      ? .notConnected(host: destination.host, reason: reason)
      : unreachable(destination, because: reason)
  }

  private func unreachable(
    _ destination: CurlDestination,
    because reason: String
  ) -> TransportFailure {
    guard let proxy = destination.proxy else { return .other(reason: reason) }
    return .proxy(.unreachable(proxy: proxy.name, reason: reason))
  }

  private func cut(_ destination: CurlDestination) -> TransportFailure {
    isBeforeTunnel(destination)
      ? unreachable(destination, because: reason) : .cut(status: status)
  }

  private func untrusted(_ destination: CurlDestination) -> TransportFailure {
    isBeforeTunnel(destination)
      ? unreachable(destination, because: reason) : .tls(TLSProblem(verification: words))
  }

  private func insecure(_ destination: CurlDestination) -> TransportFailure {
    isBeforeTunnel(destination)
      ? unreachable(destination, because: reason)
      : .tls(TLSProblem(.handshake, words: withoutPeriod(words)))
  }

  /// Whether the proxy had not opened a tunnel yet.
  ///
  /// A SOCKS proxy has no status; what happens behind its handshake (code 97 above) is the
  /// server's.
  private func isBeforeTunnel(_ destination: CurlDestination) -> Bool {
    destination.proxy?.isHTTP == true && destination.isEncrypted && connectStatus == 0
  }

  private func phase(_ destination: CurlDestination) -> TransportFailure.Phase {
    if isBeforeTunnel(destination) { return .tunnelling }
    if timings.nameLookup == nil { return .nameLookup }
    if timings.connect == nil { return destination.proxy == nil ? .connecting : .tunnelling }
    if destination.isEncrypted && timings.tls == nil { return .securing }
    return timings.firstByte == nil ? .firstByte : .body
  }

  private var status: Int? { httpStatus == 0 ? nil : httpStatus }

  private var reason: String {
    withoutPeriod(systemWords.isEmpty ? words : systemWords)
  }

  private func withoutPeriod(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
