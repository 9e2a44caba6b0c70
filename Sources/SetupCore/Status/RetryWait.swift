internal import Ground

/// The wait that Attio asked for, as screens count it down.
enum RetryWait {
  /// What is left of a wait, in milliseconds; nil where none was asked for.
  static func left(_ connection: Connection?, after age: Int) -> Int? {
    connection?.retryAfterSeconds.map { max(0, Int($0 * 1000) - age) }
  }

  /// What a screen says about it.
  static func text(left milliseconds: Int) -> String {
    milliseconds > 0
      ? "Attio asks to wait: \(Words.passing(milliseconds: milliseconds + 999)) left."
      : "The wait that Attio asked for is over."
  }
}
