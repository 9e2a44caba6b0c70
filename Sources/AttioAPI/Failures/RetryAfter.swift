internal import Ground

/// The header `Retry-After`: Attio sends a date from some endpoints and seconds from others.
package enum RetryAfter {
  /// The longest wait that is believed, in seconds: an hour.
  package static let longest: Double = 3600

  /// Reads the wait out of a header.
  ///
  /// - Parameters:
  ///   - value: The header's value.
  ///   - now: Seconds since 1970.
  /// - Returns: Whole seconds, rounded up; nil where the value has neither of the two forms.
  package static func seconds(_ value: String, now: Double) -> Double? {
    let text = value.trimmingSpaces
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return min(Double(text) ?? longest, longest)
    }
    return HTTPDate.seconds(text).map { min(max(($0 - now).rounded(.up), 0), longest) }
  }
}

extension StringProtocol {
  /// The text without the white space that a header may have at its ends (RFC 9110, 5.5).
  fileprivate var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = drop(while: isSpace)
    let kept = start.reversed().drop(while: isSpace).reversed()
    return String(kept)
  }
}
