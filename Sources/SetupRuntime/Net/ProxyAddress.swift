internal import Ground

/// A proxy out of an environment variable; prints without its user name and password.
package struct ProxyAddress: Equatable, Sendable {
  /// The address for libcurl, with a scheme; may hold a password.
  let url: String
  /// The variable that it came from.
  package let variable: String
  /// Host and port, without user name and password.
  private let host: String
  /// Whether the proxy is asked with CONNECT.
  package let isHTTP: Bool

  /// What belongs into a password with a percent sign only: elsewhere a host would end there, or
  /// begin, and the name of another one be looked up.
  static let unescaped: Set<Character> = ["#", "\\"]

  private static let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

  /// Reads the usual spellings, `proxy.example:3128` and `scheme://user:password@host:port`.
  init?(_ text: String, variable: String) {
    let whole = text.contains("://") ? text : "http://" + text
    guard let mark = whole.firstRange(of: "://"),
      whole.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !whole.contains(where: Self.unescaped.contains)
    else { return nil }
    let scheme = whole[..<mark.lowerBound].lowercased()
    let host = whole[mark.upperBound...].split(separator: "@").last?.prefix { $0 != "/" } ?? ""
    // `user:password` without a host behind it would be shown as one.
    guard Self.schemes.contains(scheme), (try? HostAndPort(parsing: host)) != nil else {
      return nil
    }
    self.host = String(host)
    self.url = scheme + whole[mark.lowerBound...]
    self.variable = variable
    self.isHTTP = scheme.hasPrefix("http")
  }

  /// The address as messages name it: `proxy.example:3128 in HTTPS_PROXY`.
  var name: String { "\(host) in \(variable)" }
}

extension ProxyAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The variable's name: the address may hold a password.
  package var description: String { "the proxy in \(variable)" }

  /// The variable's name: the address may hold a password.
  package var debugDescription: String { description }

  /// A mirror without children, so that `dump` prints no password.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
