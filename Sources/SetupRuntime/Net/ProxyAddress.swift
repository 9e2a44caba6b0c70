/// A proxy out of an environment variable; prints without its user name and password.
package struct ProxyAddress: Equatable, Sendable {
  /// The address for libcurl, with a scheme; may hold a password.
  let url: String
  /// The variable that it came from.
  package let variable: String
  /// Whether the proxy is asked with CONNECT.
  package let isHTTP: Bool

  private static let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

  /// Reads the usual spellings, `proxy.example:3128` and `scheme://user:password@host:port`.
  init?(_ text: String, variable: String) {
    let whole = text.contains("://") ? text : "http://" + text
    guard let mark = whole.firstRange(of: "://"),
      whole.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    let scheme = whole[..<mark.lowerBound].lowercased()
    let host = whole[mark.upperBound...].split(separator: "@").last?.prefix { $0 != "/" } ?? ""
    guard Self.schemes.contains(scheme), !host.isEmpty, !host.hasPrefix(":") else { return nil }
    self.url = scheme + whole[mark.lowerBound...]
    self.variable = variable
    self.isHTTP = scheme.hasPrefix("http")
  }
}

extension ProxyAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The variable's name: the address may hold a password.
  package var description: String { "the proxy in \(variable)" }

  /// The variable's name: the address may hold a password.
  package var debugDescription: String { description }

  /// A mirror without children, so that `dump` prints no password.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
