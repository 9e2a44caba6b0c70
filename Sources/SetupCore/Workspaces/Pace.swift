/// Spreads starts evenly, so that a limit on how many there may be in a second is kept.
///
/// Time that nobody used is not saved up: after a pause there is no burst.
package struct Pace: Equatable, Sendable {
  /// What Attio answers at most: 100 reads a second.
  package static let attioReads = 100
  /// The starts that stay below it, with room for the network's own unevenness.
  package static let usual = attioReads * 9 / 10

  private let interval: Double
  private var next: Double?

  /// Allows this many starts a second, at least one.
  package init(perSecond: Int = Pace.usual) {
    interval = 1 / Double(max(1, perSecond))
  }

  /// Takes the next start.
  ///
  /// - Parameter now: The time on a clock that never goes back, in seconds.
  /// - Returns: How long to wait until that start, in seconds.
  package mutating func reserve(at now: Double) -> Double {
    let start = max(next ?? now, now)
    next = start + interval
    return start - now
  }
}
