#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The names of runs, which sort by time, and of the files that record them.
enum RunName {
  private static let prefix = "undo-"
  private static let suffix = ".json"

  /// The name of a run's file.
  static func file(_ id: String) -> String { prefix + id + suffix }

  /// The run that a file of this name records; nil for every other file.
  static func read(_ file: String) -> String? {
    guard file.hasPrefix(prefix), file.hasSuffix(suffix) else { return nil }
    let id = file.dropFirst(prefix.count).dropLast(suffix.count)
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D
    }
    return isPlain && !id.isEmpty ? String(id) : nil
  }

  /// Makes the name of a run that starts now, such as `20250131T093005-123456-k3`.
  ///
  /// - Parameter newest: The newest run so far. The new one comes after it also where the clock was
  ///   put back, for the last run is the one that undo means.
  /// - Returns: The name.
  static func make(after newest: String?) -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return make(after: newest, now: now)
  }

  static func make(after newest: String?, now: timespec) -> String {
    var time = Microseconds(seconds: Int(now.tv_sec), rest: Int(now.tv_nsec) / 1000)
    if let last = newest.flatMap(Microseconds.init), last >= time { time = last.next }
    let random = String((0..<2).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() })
    return "\(time.text)-\(random)"
  }
}

/// A moment as the names of runs tell it.
private struct Microseconds: Comparable {
  var seconds: Int
  var rest: Int

  init(seconds: Int, rest: Int) {
    self.seconds = seconds
    self.rest = rest
  }

  /// Reads the moment of a run's name; nil for a name of another form.
  init?(_ id: String) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 15, parts[1].utf8.count == 6,
      let rest = Int(parts[1])
    else { return nil }
    let digits = parts[0].split(separator: "T")
    guard digits.count == 2, digits[0].utf8.count == 8, let day = Int(digits[0]),
      let clock = Int(digits[1])
    else { return nil }
    var date = tm()
    date.tm_year = Int32(day / 10_000 - 1900)
    date.tm_mon = Int32(day / 100 % 100 - 1)
    date.tm_mday = Int32(day % 100)
    date.tm_hour = Int32(clock / 10_000)
    date.tm_min = Int32(clock / 100 % 100)
    date.tm_sec = Int32(clock % 100)
    self.init(seconds: Int(timegm(&date)), rest: rest)
  }

  var next: Microseconds {
    rest < 999_999
      ? Microseconds(seconds: seconds, rest: rest + 1) : Microseconds(seconds: seconds + 1, rest: 0)
  }

  var text: String {
    var seconds = time_t(seconds)
    var date = tm()
    gmtime_r(&seconds, &date)
    let day =
      Self.padded(Int(date.tm_year) + 1900, 4) + Self.padded(Int(date.tm_mon) + 1, 2)
      + Self.padded(Int(date.tm_mday), 2)
    let clock = [date.tm_hour, date.tm_min, date.tm_sec].map { Self.padded(Int($0), 2) }.joined()
    return "\(day)T\(clock)-\(Self.padded(rest, 6))"
  }

  static func < (one: Self, other: Self) -> Bool {
    (one.seconds, one.rest) < (other.seconds, other.rest)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
