internal import Ground

/// Where the browser comes back with the code: an address that the app has registered, compared
/// byte for byte (RFC 6749 section 3.1.2.3; Attio allows no other port).
package struct RedirectURI: Equatable, Sendable {
  /// What this machine can listen on for an address.
  package enum Listening: Equatable, Sendable {
    /// `localhost`: 127.0.0.1 and ::1, because either may be what the browser takes.
    case bothFamilies
    /// 127.0.0.1 alone.
    case ipv4
    /// ::1 alone.
    case ipv6
    /// The address belongs to another machine: only pasting the address works.
    case nowhere
  }

  /// The address exactly as it is registered and sent.
  package let text: String
  /// What to listen on.
  package let listening: Listening
  /// The host as it is written, in lower case, without the brackets of an IPv6 address.
  package let host: String
  /// The port, the scheme's own where none is written.
  package let port: Int
  /// The path, at least `/`.
  package let path: String

  /// The address that is offered where nobody names another.
  package static let standardText = "http://localhost:8787/callback"

  /// The most bytes of an address.
  package static let byteLimit = 512
}

/// Why an address cannot be a redirect URI.
package enum RedirectURIError: Error, Equatable, Sendable {
  case empty
  case tooLong
  case illegalCharacter
  case scheme
  case foreignHTTP
  case userPart
  case host
  case port
  case query
  case fragment

  /// What is wrong and what an address looks like, in sentences.
  package var message: String {
    let wanted = "It looks like \(RedirectURI.standardText)."
    return switch self {
    case .empty: "The redirect URI is empty. \(wanted)"
    case .tooLong: "The redirect URI is longer than \(RedirectURI.byteLimit) characters."
    case .illegalCharacter:
      "The redirect URI holds a space or a character that must be percent-encoded. \(wanted)"
    case .scheme: "The redirect URI starts with http:// or https://. \(wanted)"
    case .foreignHTTP:
      "Plain http is only for this machine: localhost, 127.0.0.1 or [::1]. Anybody on the way "
        + "could read the code."
    case .userPart: "The redirect URI may not hold a user name or an @ before the host."
    case .host: "The redirect URI has no host. \(wanted)"
    case .port: "The port of the redirect URI is a number from 1 to 65535."
    case .query: "The redirect URI may not hold a question mark: the answer is added there."
    case .fragment: "The redirect URI may not hold a # (RFC 6749 section 3.1.2)."
    }
  }
}

extension RedirectURI {
  /// Takes an address as it is registered.
  package init(parsing text: String) throws(RedirectURIError) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= Self.byteLimit else { throw .tooLong }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
    else { throw .illegalCharacter }
    guard !text.contains("#") else { throw .fragment }
    guard !text.contains("?") else { throw .query }
    let isEncrypted = text.lowercased().hasPrefix("https://")
    guard isEncrypted || text.lowercased().hasPrefix("http://") else { throw .scheme }
    let rest = text.dropFirst(isEncrypted ? 8 : 7)
    let authority = rest.prefix { $0 != "/" }
    guard !authority.contains("@") else { throw .userPart }
    let (host, port) = try Self.split(authority, standardPort: isEncrypted ? 443 : 80)
    let listening = Self.listening(host)
    guard isEncrypted || listening != .nowhere else { throw .foreignHTTP }
    self.text = text
    self.host = host
    self.port = port
    path = rest.count == authority.count ? "/" : String(rest.dropFirst(authority.count))
    // Nobody here has a certificate for the browser to trust.
    self.listening = isEncrypted ? .nowhere : listening
  }

  /// The same address with another port, which has to be registered too.
  package func replacingPort(with port: Int) -> RedirectURI? {
    let name = host.contains(":") ? "[\(host)]" : host
    let scheme = text.lowercased().hasPrefix("https://") ? "https" : "http"
    return try? RedirectURI(parsing: "\(scheme)://\(name):\(port)\(path)")
  }

  private static func split(
    _ authority: Substring,
    standardPort: Int
  ) throws(RedirectURIError) -> (host: String, port: Int) {
    do throws(HostAndPort.Flaw) {
      let read = try HostAndPort(parsing: authority)
      return (read.host.filter { $0 != "[" && $0 != "]" }, read.port ?? standardPort)
    } catch {
      throw error == .host ? .host : .port
    }
  }

  private static func listening(_ host: String) -> Listening {
    switch host {
    case "localhost": .bothFamilies
    case "127.0.0.1": .ipv4
    case "::1": .ipv6
    default: .nowhere
    }
  }
}
