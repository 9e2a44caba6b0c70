/// How long ago something was, in words.
package enum RelativeTime {
  /// Says it in the largest unit that fits; a time ahead of the clock counts as now.
  ///
  /// - Parameters:
  ///   - time: When it was, in seconds since 1970; nil for never.
  ///   - now: The time now, in seconds since 1970.
  /// - Returns: A phrase such as "2 hours ago".
  package static func text(_ time: Double?, now: Double) -> String {
    guard let time else { return "never" }
    let seconds = min(max(now - time, 0), 1e11)
    let units = [("day", 86_400.0), ("hour", 3_600.0), ("minute", 60.0)]
    guard let (name, length) = units.first(where: { seconds >= $0.1 }) else { return "just now" }
    let count = Int(seconds / length)
    return count == 1 ? "1 \(name) ago" : "\(count) \(name)s ago"
  }
}
