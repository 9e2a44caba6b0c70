/// Dates as HTTP headers carry them.
package enum HTTPDate {
  /// The IMF-fixdate of RFC 9110 section 5.6.7 for a number of seconds since 1970.
  package static func text(secondsSince1970 seconds: Int) -> String {
    let days = seconds / 86_400
    let clock = seconds % 86_400
    let date = civil(days)
    let time = [clock / 3600, clock / 60 % 60, clock % 60].map(twoDigits).joined(separator: ":")
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[(days + 4) % 7]
    let day = "\(twoDigits(date.day)) \(months[date.month - 1]) \(date.year)"
    return "\(weekday), \(day) \(time) GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Howard Hinnant's `civil_from_days`, for days since 1970 that are not negative.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
