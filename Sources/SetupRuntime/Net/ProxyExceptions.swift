import AttioAPI
import Ground

/// The hosts of `NO_PROXY`: names with their subdomains, addresses, IPv4 ranges, `*`.
struct ProxyExceptions: Equatable, Sendable {
  private let entries: [String]

  /// Reads a list that is separated by commas or white space.
  init(_ text: String) {
    entries = text.lowercased().split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  /// Whether a server is to be reached directly; `host` is in lower case.
  func contain(host: String, port: Int) -> Bool {
    let host = Self.bare(host)
    return entries.contains { Self.matches($0, host, port) }
  }

  private static func matches(_ entry: String, _ host: String, _ port: Int) -> Bool {
    if entry == "*" { return true }
    if let slash = entry.firstIndex(of: "/") {
      return isInRange(host, entry[..<slash], bits: entry[entry.index(after: slash)...])
    }
    let (name, wantedPort) = split(entry)
    if let wantedPort, wantedPort != port { return false }
    let domain = name.hasPrefix("*.") ? name.dropFirst(2) : name.drop { $0 == "." }
    guard !domain.isEmpty else { return false }
    return host == domain || host.hasSuffix("." + domain)
  }

  private static func isInRange(_ host: String, _ start: Substring, bits: Substring) -> Bool {
    guard let address = IPv4Address(host), let start = IPv4Address(start), let bits = Int(bits),
      (0...32).contains(bits)
    else { return false }
    // A shift by the full width gives 0 in Swift, which is right for a range of everything.
    let mask = UInt32.max << UInt32(32 - bits)
    return address.value & mask == start.value & mask
  }

  /// Parts a name from a port; an IPv6 address has more than one colon and no port here.
  private static func split(_ entry: String) -> (name: Substring, port: Int?) {
    let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let port = Int(parts[1]) else { return (Substring(bare(entry)), nil) }
    return (parts[0], port)
  }

  private static func bare(_ host: String) -> String {
    let inner =
      host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    return inner.hasSuffix(".") ? String(inner.dropLast()) : inner
  }
}
