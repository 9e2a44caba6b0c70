internal import SetupCore

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// The link to open, for whoever reads standard error beside the full screen.
///
/// A script finds it on the first line that begins with `http`, in every mode. Where standard error
/// is the terminal itself, the screen shows it.
struct LinkLine {
  /// Looked up before the screen opens: while it is shown, what goes to the terminal is held back.
  private let isWanted = isatty(2) == 0

  /// Writes the link where the event brings one.
  func write(_ event: WizardEvent) {
    guard case .connectPrepared(_, let offer) = event, isWanted else { return }
    Output.message(offer.attempt.url)
  }
}
