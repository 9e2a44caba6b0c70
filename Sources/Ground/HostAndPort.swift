/// A host with or without a port, as addresses and the `Host` header write them.
///
/// It is read strictly: what two programs could read differently is refused.
package struct HostAndPort: Equatable, Sendable {
  /// What is wrong with it.
  package enum Flaw: Error {
    case host
    case port
  }

  /// The host in lower case, an IPv6 address in its brackets.
  package let host: String
  /// The port; nil where none is written.
  package let port: Int?

  /// Reads `api.attio.com`, `127.0.0.1:8080` or `[::1]:8080`.
  package init(parsing text: some StringProtocol) throws(Flaw) {
    let end =
      text.hasPrefix("[")
      ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
    host = text[..<(end ?? text.endIndex)].lowercased()
    guard Self.isHost(host) else { throw .host }
    let rest = text[(end ?? text.endIndex)...]
    guard !rest.isEmpty else {
      port = nil
      return
    }
    let digits = rest.dropFirst()
    guard rest.first == ":", (1...5).contains(digits.utf8.count),
      digits.utf8.allSatisfy(Self.isDigit),
      let port = Int(digits), (1...65_535).contains(port)
    else { throw .port }
    self.port = port
  }

  /// Whether the host is this machine: `localhost`, 127.0.0.0/8 or `::1`.
  package var isLoopback: Bool { Self.isLoopback(host) }

  /// Whether a host, read already, is this machine.
  package static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "[::1]" || IPv4Address(host)?.isLoopback == true
  }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      let inner = host.dropFirst().dropLast()
      return host.hasSuffix("]") && inner.utf8.count >= 2 && inner.contains(":")
        && inner.utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
    }
    return !host.isEmpty && host.utf8.count <= 253 && host.first != "." && host.first != "-"
      && host.utf8.allSatisfy {
        isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || "-._".utf8.contains($0)
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
