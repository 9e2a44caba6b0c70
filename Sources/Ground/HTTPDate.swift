/// A date as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7, IMF-fixdate).
package enum HTTPDate {
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date of a number of seconds since 1970, which was a Thursday.
  package static func text(secondsSince1970 seconds: Int) -> String {
    let days = seconds / 86_400
    let clock = seconds % 86_400
    let time = [clock / 3600, clock / 60 % 60, clock % 60].map(twoDigits).joined(separator: ":")
    // The year and the month are those that the day lies in: the last that do not begin after it.
    var year = 1970 + days / 366
    while firstDay(year + 1, 1) <= days { year += 1 }
    let month = (1...12).last { firstDay(year, $0) <= days } ?? 1
    let day = "\(twoDigits(days - firstDay(year, month) + 1)) \(months[month - 1]) \(year)"
    return "\(weekdays[days % 7]), \(day) \(time) GMT"
  }

  /// Seconds since 1970; nil for every other form.
  ///
  /// The weekday is not compared with the date.
  package static func seconds(_ text: some StringProtocol) -> Double? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].count == 4, parts[0].hasSuffix(","), parts[5] == "GMT",
      let day = number(parts[1], digits: 2), day >= 1,
      let month = months.firstIndex(of: String(parts[2])),
      let year = number(parts[3], digits: 4), year >= 1970,
      let time = secondsOfDay(parts[4])
    else { return nil }
    let days = firstDay(year, month + 1) + day - 1
    let next = month == 11 ? firstDay(year + 1, 1) : firstDay(year, month + 2)
    return days < next ? Double(days * 86_400 + time) : nil
  }

  private static func secondsOfDay(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let hour = number(parts[0], digits: 2), hour < 24,
      let minute = number(parts[1], digits: 2), minute < 60,
      // 60 is a leap second.
      let second = number(parts[2], digits: 2), second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// Days from 1970-01-01 to the first of a month in the Gregorian calendar, for a year from 1970 on.
  ///
  /// Years begin in March, so that a leap day is a year's last and the months' lengths follow one formula.
  private static func firstDay(_ year: Int, _ month: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + (153 * monthFromMarch + 2) / 5 - 719_468
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
