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
  package var isLoopback: Bool {
    host == "localhost" || host == "[::1]" || IPv4Address(host)?.isLoopback == true
  }
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
    let hostEnd: Substring.Index
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { throw .malformed }
      hostEnd = authority.index(after: bracket)
    } else {
      hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
    }
    let host = authority[..<hostEnd].lowercased()
    guard isHost(host) else { throw .malformed }
    return (host, try port(authority[hostEnd...]))
  }

  private static func port(_ text: Substring) throws(BaseURLError) -> Int? {
    guard text.first == ":" else {
      guard text.isEmpty else { throw .malformed }
      return nil
    }
    let digits = text.dropFirst()
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
      let port = Int(digits), (1...65535).contains(port)
    else { throw .malformed }
    return port
  }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      let inner = host.dropFirst().dropLast()
      return inner.utf8.count >= 2 && inner.contains(":")
        && inner.utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
    }
    return !host.isEmpty && host.utf8.count <= 253 && host.first != "." && host.first != "-"
      && host.utf8.allSatisfy {
        isDigit($0) || isLowercase($0) || "-._".utf8.contains($0)
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
