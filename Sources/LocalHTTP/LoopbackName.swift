/// The names under which this machine may be addressed.
package enum LoopbackName {
  /// Whether a `Host` header's value names this machine.
  ///
  /// That is `localhost`, `127.0.0.1` or `[::1]`, with or without a port. Everything else may be a
  /// page elsewhere that got its own name to resolve to this machine.
  package static func matches(host value: String) -> Bool {
    names.contains { name in
      let lowercased = value.lowercased()
      guard lowercased.hasPrefix(name) else { return false }
      return isEmptyOrPort(lowercased.dropFirst(name.count))
    }
  }

  private static let names = ["localhost", "127.0.0.1", "[::1]"]

  private static func isEmptyOrPort(_ rest: Substring) -> Bool {
    guard !rest.isEmpty else { return true }
    guard rest.hasPrefix(":") else { return false }
    let port = rest.dropFirst()
    return !port.isEmpty && port.count <= 5
      && port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
