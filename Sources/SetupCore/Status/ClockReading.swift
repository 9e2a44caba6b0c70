/// The time at the moment of an answer, here and at Attio.
package struct ClockReading: Equatable, Sendable {
  /// What this machine's clock said, in seconds since 1970.
  package var here: Double
  /// What the answer's `Date` header said, in seconds since 1970; nil without one.
  package var atAttio: Double?

  /// Collects both times.
  package init(here: Double, atAttio: Double?) {
    self.here = here
    self.atAttio = atAttio
  }
}
