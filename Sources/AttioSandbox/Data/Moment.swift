#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Times as Attio writes them.
enum Moment {
  /// Nine digits of fraction, as Attio writes them and as many date parsers refuse them.
  static func text(secondsSince1970 seconds: Int) -> String {
    let time = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    return "\(time.dropLast()).000000000Z"
  }

  /// Whether a text is a day or a time of ISO 8601.
  static func isTime(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?/)
      != nil
  }
}
