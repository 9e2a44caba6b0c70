/// Why there is no whole answer.
package enum TransportFailure: Error, Equatable, Sendable {
  /// The host's name could not be resolved.
  case nameNotFound(host: String)
  /// No connection came about: refused, no route, network down.
  case notConnected(host: String, reason: String)
  /// The limit was reached while this phase was under way.
  case timeout(Phase)
  /// The encrypted connection was refused by one of the two sides.
  case tls(TLSProblem)
  /// The proxy stands between us and the server.
  case proxy(ProxyProblem)
  /// The connection ended before the answer did; the status is nil where none had come.
  case cut(status: Int?)
  /// What came was not HTTP.
  case notHTTP
  /// The answer was longer than allowed.
  case tooLarge(status: Int?, limit: Int)
  /// The task was cancelled.
  case cancelled
  /// libcurl is not there; the loader's reason.
  case libraryMissing(reason: String)
  /// The request itself could not be sent: an illegal address or header.
  case invalidRequest
  /// Anything else, in libcurl's words.
  case other(reason: String)

  /// What a request was waiting for.
  package enum Phase: String, Equatable, Sendable {
    case nameLookup
    case connecting
    /// The way through a proxy, until it stands.
    case tunnelling
    case securing
    case firstByte
    case body
  }

  /// What the proxy did; `proxy` is its address without a password, and the variable it is from.
  package enum ProxyProblem: Equatable, Sendable {
    /// It could not be reached, in the system's words.
    case unreachable(proxy: String, reason: String)
    /// It answered CONNECT with this status; 407 asks for a password.
    case answered(proxy: String, status: Int)
    /// The variable of this name holds no usable proxy address, because of this character in it
    /// where one is to blame.
    case unusable(variable: String, because: Character?)
  }
}
