/// Whether this machine's clock is right: a wrong one makes certificates look invalid.
enum ClockCheck {
  /// Beyond this it is a wrong clock and not a slow network, in seconds.
  private static let tolerance = 300.0
  /// No token is issued later than this, the year 5138; a larger number is no time in seconds.
  private static let latestTime = 100_000_000_000.0

  static func check(_ findings: StatusFindings) -> Check {
    if findings.isOffline { return Check(.clock, .skipped, "Attio was not asked for the time.") }
    guard let reading = findings.verification.clock else { return notTold }
    if let there = reading.atAttio, abs(reading.here - there) > tolerance {
      let direction = reading.here < there ? "behind" : "ahead of"
      let difference = words(abs(reading.here - there))
      return wrong("This machine's clock is \(difference) \(direction) Attio's.")
    }
    if let issued = findings.verification.identity?.issuedAt, issued < latestTime,
      issued - reading.here > tolerance
    {
      return wrong(
        "Going by this machine's clock, Attio issued the token "
          + "\(words(issued - reading.here)) in the future."
      )
    }
    guard reading.atAttio != nil else { return notTold }
    return Check(.clock, .pass, "This machine's clock agrees with Attio's.")
  }

  private static var notTold: Check {
    Check(
      .clock,
      .unknown,
      "No answer of Attio's said what time it is.",
      remedy: "Look after the connection first."
    )
  }

  private static func wrong(_ summary: String) -> Check {
    Check(
      .clock,
      .warn,
      summary,
      remedy: "Set the clock, with “sudo timedatectl set-ntp true” where systemd keeps it: "
        + "with a wrong one, good certificates are refused."
    )
  }

  private static func words(_ seconds: Double) -> String {
    let units = [("day", 86_400.0), ("hour", 3_600.0), ("minute", 60.0)]
    let (unit, length) = units.first { seconds >= 2 * $0.1 } ?? ("minute", 60.0)
    return "\(Int(seconds / length)) \(unit)s"
  }
}
