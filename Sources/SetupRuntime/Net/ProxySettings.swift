package import AttioAPI

/// Which proxy a request goes through, decided here and not by libcurl, which ignores the
/// upper-case `HTTP_PROXY` and sends loopback addresses through `ALL_PROXY`.
package struct ProxySettings: Equatable, Sendable {
  /// The way to a server.
  package enum Route: Equatable, Sendable {
    case direct
    case proxy(ProxyAddress)
    /// The variable of this name applies and holds nothing that can be used, because of this
    /// character where one is to blame.
    case unusable(variable: String, because: Character?)
  }

  private let https: Route
  private let http: Route
  private let exceptions: ProxyExceptions

  /// Reads the variables; the lower-case name wins, as with curl, and an empty one counts as unset.
  package init(environment: [String: String]) {
    https = Self.route(environment, ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
    http = Self.route(environment, ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
    let lists = ["no_proxy", "NO_PROXY"].compactMap { environment[$0] }
    exceptions = ProxyExceptions(lists.first { !$0.isEmpty } ?? "")
  }

  /// No proxy at all.
  package static let none = ProxySettings(environment: [:])

  /// The way to a server; a loopback address is always reached directly.
  package func route(to base: BaseURL) -> Route {
    guard !base.isLoopback, !exceptions.contain(host: base.host, port: base.effectivePort) else {
      return .direct
    }
    return base.scheme == .https ? https : http
  }

  private static func route(_ environment: [String: String], _ names: [String]) -> Route {
    for name in names {
      guard let value = environment[name], !value.isEmpty else { continue }
      return ProxyAddress(value, variable: name).map(Route.proxy)
        ?? .unusable(variable: name, because: value.first(where: ProxyAddress.unescaped.contains))
    }
    return .direct
  }
}
