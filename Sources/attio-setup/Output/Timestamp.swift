#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Points in time as documents write them.
enum Timestamp {
  /// Seconds since 1970.
  static var now: Double { Date().timeIntervalSince1970 }

  /// Seconds since 1970 as ISO 8601 in UTC.
  static func text(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).formatted(.iso8601)
  }
}
