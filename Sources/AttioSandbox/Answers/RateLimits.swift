import AttioTables

/// Attio's own numbers: 100 reads and 25 writes a second, less for some calls.
struct RateLimits: Sendable {
  private static let reads = 100
  private static let writes = 25
  private var counts: [String: (second: Int, count: Int)] = [:]

  /// Counts a call; false where it is one too many in this second.
  mutating func admit(_ endpoint: EndpointRequirement, at second: Int) -> Bool {
    let isRead = Self.isRead(endpoint)
    let isAdmitted = count(isRead ? "reads" : "writes", isRead ? Self.reads : Self.writes, second)
    guard let own = endpoint.requestsPerSecond else { return isAdmitted }
    return count(endpoint.call, own, second) && isAdmitted
  }

  private mutating func count(_ name: String, _ most: Int, _ second: Int) -> Bool {
    var entry = counts[name] ?? (second, 0)
    if entry.second != second { entry = (second, 0) }
    entry.count += 1
    counts[name] = entry
    return entry.count <= most
  }

  /// Queries, searches and SQL read, whatever their method.
  private static func isRead(_ endpoint: EndpointRequirement) -> Bool {
    endpoint.method == .get
      || ["/query", "/search", "/sql"].contains { endpoint.path.hasSuffix($0) }
  }
}
