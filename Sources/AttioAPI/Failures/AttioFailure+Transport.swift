import Ground

extension AttioFailure {
  /// Gives a network failure its state and its sentence.
  package init(_ failure: TransportFailure) {
    self.init(Self.kind(of: failure), httpStatus: failure.status, message: failure.message)
    transport = failure
  }

  private static func kind(of failure: TransportFailure) -> ConnectionState {
    switch failure {
    case .nameNotFound: .dnsFailure
    case .notConnected: .connectionRefused
    case .timeout: .timeout
    case .tls: .tlsFailure
    case .proxy: .proxyFailure
    case .cut, .notHTTP, .tooLarge, .other: .badResponse
    case .cancelled, .libraryMissing, .invalidRequest: .notChecked
    }
  }
}

extension TransportFailure {
  /// The status that had come before the failure, the proxy's own where it refused to connect.
  package var status: Int? {
    switch self {
    case .cut(let status), .tooLarge(let status, _): status
    case .proxy(.answered(_, let status)): status
    default: nil
    }
  }

  /// What happened, as a full sentence; the reasons in it are hostile until cleaned.
  package var message: String {
    switch self {
    case .nameNotFound(let host): "The name \(host) could not be resolved."
    case .notConnected(let host, let reason): "No connection to \(host): \(reason)."
    case .timeout(let phase): "The time limit was reached while \(phase.activity)."
    case .tls(let problem): problem.message
    case .proxy(let problem): problem.message
    case .cut(nil): "The connection was closed before any answer came."
    case .cut: "The connection was closed in the middle of the answer."
    case .notHTTP: "What answered does not speak HTTP."
    case .tooLarge(_, let limit): "The answer is longer than \(limit) bytes."
    case .cancelled: "The request was cancelled."
    case .libraryMissing(let reason):
      "The library libcurl, which makes the connection, could not be loaded: \(reason). "
        + "Install it: on Debian and Ubuntu the package is libcurl4, on Fedora libcurl."
    case .invalidRequest: "The request holds characters that cannot be sent."
    case .other(let reason): "The request failed: \(reason)."
    }
  }
}

extension TransportFailure.Phase {
  /// What was going on, to follow the word "while".
  package var activity: String {
    switch self {
    case .nameLookup: "the server's name was being looked up"
    case .connecting: "the connection was being made"
    case .tunnelling: "the connection through the proxy was being made"
    case .securing: "the connection was being encrypted"
    case .firstByte: "waiting for the first byte of the answer"
    case .body: "the answer was still coming"
    }
  }
}

extension TransportFailure.ProxyProblem {
  /// What the proxy did, as a full sentence.
  package var message: String {
    switch self {
    case .unreachable(let proxy, let reason): "The proxy \(proxy) could not be used: \(reason)."
    case .answered(let proxy, 407): "The proxy \(proxy) asks for a user name and password (407)."
    case .answered(let proxy, let status):
      "The proxy \(proxy) answered \(status) instead of connecting."
    case .unusable(let variable, let character?):
      "The value of \(variable) is not a usable proxy address; write \(character) as "
        + "\(character == "#" ? "%23" : "%5C")."
    case .unusable(let variable, nil): "The value of \(variable) is not a usable proxy address."
    }
  }
}

extension TLSProblem {
  /// Which certificate problem it is and whose certificate, as full sentences.
  package var message: String {
    let issued = issuer.map { " It was issued by \($0)." } ?? ""
    return sentence + issued
  }

  private var sentence: String {
    switch cause {
    case .expired: "The server's certificate has expired."
    case .notYetValid: "The server's certificate is not valid yet."
    case .selfSigned: "The server's certificate is self-signed."
    case .unknownIssuer:
      "The server's certificate comes from an authority that is not trusted here."
    case .wrongHost: "The server's certificate is for another host name."
    case .refused: "The server's certificate was not accepted: \(words)."
    case .unreadableBundle: "The file of certificate authorities could not be used."
    case .handshake: "The encrypted connection could not be agreed on: \(words)."
    }
  }
}
