internal import Ground

/// The address of a server that may be given a token: `https`, or `http` on this machine.
package struct BaseURL: Equatable, Sendable {
  /// How the connection is made.
  package enum Scheme: String, Sendable {
    case https
    case http
  }

  /// The scheme.
  package let scheme: Scheme
  /// The host in lower case, an IPv6 address in its brackets.
  package let host: String
  /// The port, nil for the scheme's own.
  package let port: Int?
  /// The path without a slash at its end; empty for none.
  package let path: String

  /// Attio's API.
  package static let attioAPI = BaseURL(.https, host: "api.attio.com", path: "/v2")
  /// Attio's authorization server.
  package static let attioApp = BaseURL(.https, host: "app.attio.com")

  /// Reads an address strictly: what two programs could read differently is refused.
  package init(parsing text: String) throws(BaseURLError) {
    guard let mark = text.firstRange(of: "://") else { throw .noScheme }
    let scheme = try Self.scheme(text[..<mark.lowerBound])
    let rest = text[mark.upperBound...]
    let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    guard !authority.contains("@") else { throw .userPart }
    let (host, port) = try Self.hostAndPort(authority)
    let path = try Self.path(rest[end...])
    self.init(scheme, host: host, port: port, path: path)
    if scheme == .http && !isLoopback { throw .plainHTTP(host: host) }
  }

  private init(_ scheme: Scheme, host: String, port: Int? = nil, path: String = "") {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
  }

  /// The whole address.
  package var text: String { origin + path }

  /// Scheme, host and port.
  package var origin: String {
    "\(scheme.rawValue)://\(host)" + (port.map { ":\($0)" } ?? "")
  }

  /// The host, with its port where one is written.
  package var authority: String { host + (port.map { ":\($0)" } ?? "") }

  /// The port that is connected to.
  package var effectivePort: Int { port ?? (scheme == .https ? 443 : 80) }

  /// Whether the host is this machine: `localhost`, 127.0.0.0/8 or `::1`.
  package var isLoopback: Bool { HostAndPort.isLoopback(host) }
}

extension BaseURL {
  private static func scheme(_ text: Substring) throws(BaseURLError) -> Scheme {
    guard !text.isEmpty else { throw .noScheme }
    guard let scheme = Scheme(rawValue: text.lowercased()) else {
      throw .otherScheme
    }
    return scheme
  }

  private static func hostAndPort(
    _ authority: Substring
  ) throws(BaseURLError) -> (host: String, port: Int?) {
    do throws(HostAndPort.Flaw) {
      let read = try HostAndPort(parsing: authority)
      return (read.host, read.port)
    } catch {
      throw .malformed
    }
  }

  private static func path(_ text: Substring) throws(BaseURLError) -> String {
    guard text.utf8.allSatisfy(isPathCharacter) else { throw .malformed }
    var path = text
    while path.last == "/" { path.removeLast() }
    return String(path)
  }

  private static func isPathCharacter(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLowercase(byte | 0x20) || "/-._~!$&'()*+,;=:@%".utf8.contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLowercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
