internal import Ground

/// The names under which this machine may be addressed.
package enum LoopbackName {
  /// Whether a `Host` header's value names this machine.
  ///
  /// That is `localhost`, `127.0.0.1` or `[::1]`, with or without a port. Everything else may be a
  /// page elsewhere that got its own name to resolve to this machine.
  package static func matches(host value: String) -> Bool {
    guard let host = try? HostAndPort(parsing: value).host else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains(host)
  }
}
