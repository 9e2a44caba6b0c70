/// Whether a failed call is tried once more.
package enum RetryDecision: Equatable, Sendable {
  case giveUp
  case tryAgain(afterSeconds: Double)

  /// What one failed try looked like.
  package struct Attempt: Equatable, Sendable {
    /// The verb of the request.
    package var method: HTTPRequest.Method
    /// How many tries there were, this one included.
    package var count: Int
    /// How it failed.
    package var failure: AttioFailure
    /// What is left of the limit, in seconds.
    package var secondsLeft: Double

    /// Describes a try.
    package init(
      _ method: HTTPRequest.Method,
      count: Int,
      failure: AttioFailure,
      secondsLeft: Double
    ) {
      self.method = method
      self.count = count
      self.failure = failure
      self.secondsLeft = secondsLeft
    }
  }

  /// Decides by four rules: once, only a GET, only where it may help, only within the limit.
  ///
  /// A 429 is never tried again: that makes the wait longer.
  package static func decide(_ attempt: Attempt) -> RetryDecision {
    guard attempt.method == .get, attempt.count == 1 else { return .giveUp }
    guard let pause = pause(before: attempt.failure) else { return .giveUp }
    guard pause + shortestTry <= attempt.secondsLeft else { return .giveUp }
    return .tryAgain(afterSeconds: pause)
  }

  /// Less time than this is not enough for a second try, in seconds.
  private static let shortestTry = 0.1

  private static func pause(before failure: AttioFailure) -> Double? {
    switch failure.transport {
    case .nameNotFound, .notConnected, .cut, .proxy(.unreachable): 0.25
    case nil where (502...504).contains(failure.httpStatus ?? 0):
      failure.retryAfterSeconds ?? 0.5
    default: nil
    }
  }
}
