/// A pattern that is an address of Attio's API.
struct Address {
  /// What comes after the host, the version included: pieces of a path.
  var path: Pattern
  /// Whether nothing but the base is there.
  var isBase: Bool
  /// Whether the base comes from configuration.
  var isConfigured: Bool
  /// Whether the source does not show the base, so that `/v2` may be part of it.
  var hidesVersion = false

  static let host = "api.attio.com"

  /// Reads a pattern; nil where it is no address of Attio's.
  init?(_ pattern: Pattern) {
    guard let first = pattern.pieces.first else { return nil }
    switch first {
    case .text(let text):
      guard let rest = Self.afterHost(text) else { return nil }
      var path = pattern
      path.pieces[0] = .text(String(rest))
      self.init(path: path, configured: pattern.isConfigured)
    case .gap(let name):
      guard Self.namesBase(name) else { return nil }
      var path = pattern
      path.pieces.removeFirst()
      if path.pieces.isEmpty { path.pieces = [.text("")] }
      self.init(path: path, configured: true)
      hidesVersion = true
    case .parameter, .whenGiven:
      return nil
    }
  }

  private init(path: Pattern, configured: Bool) {
    self.path = path
    isConfigured = configured
    let text = path.text?.filter { $0 != "/" }
    isBase = text == "" || text == "v2"
  }

  /// The rest after `https://api.attio.com`; nil for any other host.
  private static func afterHost(_ text: String) -> Substring? {
    // n8n marks expressions with an equals sign.
    var rest = text.hasPrefix("=") ? text.dropFirst() : text[...]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    guard rest.hasPrefix(host) else { return nil }
    rest = rest.dropFirst(host.count)
    if rest.hasPrefix(":443") { rest = rest.dropFirst(4) }
    guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return nil }
    return rest
  }

  /// Whether a name that has no value in the source means Attio's base address.
  static func namesBase(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.contains("attio"), !lower.contains("webhook"), !lower.contains("app_url") else {
      return false
    }
    for word in ["key", "token", "secret", "client", "auth", "id", "user", "app"]
    where lower.hasSuffix(word) { return false }
    return ["url", "base", "host", "api", "endpoint", "uri", "root"].contains { lower.contains($0) }
  }
}
