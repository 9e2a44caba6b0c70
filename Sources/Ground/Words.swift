/// Counts and lengths of time in words, as everything that the program says has them.
package enum Words {
  /// A number of things: "1 scope", "2 scopes".
  package static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// What a hidden field holds: "64 characters received".
  package static func received(_ characters: Int) -> String {
    "\(count(characters, "character")) received"
  }

  /// A length of time, rounded up: "1 second", "90 seconds", "5 minutes".
  package static func duration(seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 1e6).rounded(.up))
    return whole >= 60 && whole.isMultiple(of: 60)
      ? count(whole / 60, "minute") : count(whole, "second")
  }

  /// A time that is looked at while it passes: "12 s", "3 min".
  package static func passing(milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    return seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
  }

  /// What is left of a few minutes: "4:37".
  package static func clock(seconds: Int) -> String {
    "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }

  /// How long ago something was, in the largest unit that fits: "2 hours ago".
  ///
  /// - Parameters:
  ///   - time: When it was, in seconds since 1970; nil for never.
  ///   - now: The time now; a time ahead of it counts as now.
  /// - Returns: The words.
  package static func ago(_ time: Double?, now: Double) -> String {
    guard let time else { return "never" }
    let seconds = min(max(now - time, 0), 1e11)
    let units = [("day", 86_400.0), ("hour", 3_600.0), ("minute", 60.0)]
    guard let (name, length) = units.first(where: { seconds >= $0.1 }) else { return "just now" }
    return "\(count(Int(seconds / length), name)) ago"
  }
}
