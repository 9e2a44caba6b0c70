import Ground
import SetupCore

/// Sorts what `secret-tool` says when it fails; its exit code is 1 for everything.
enum SecretToolWords {
  private static let locked = ["locked", "dismissed"]
  private static let silent = ["Timeout was reached", "Did not receive a reply", "NoReply"]
  /// The bus's words where nothing answers to the name `org.freedesktop.secrets`.
  private static let noService = [
    "was not provided by any .service files", "is not activatable", "ServiceUnknown",
    "Could not activate remote peer", "Process org.freedesktop.secrets",
    "Failed to execute program",
  ]
  /// GLib's words for a bus that cannot be reached.
  private static let noBus = [
    "Could not connect", "Cannot autolaunch", "Cannot spawn a message bus", "Address element",
    "Unknown or unsupported transport", "Error spawning command line", "The connection is closed",
  ]
  /// GNOME's and KDE's words where no keyring has been made yet, and nobody could be asked to.
  private static let noCollection = ["Object does not exist at path", "No such secret collection"]

  /// The error that an answer other than success means.
  static func error(of answer: ToolAnswer) -> StoreError {
    let words = SafeText.cleaned(answer.errorText)
    func says(_ texts: [String]) -> Bool { texts.contains { words.contains($0) } }
    if says(locked) { return .keyringLocked }
    if says(noService) {
      return .noKeyring("No program of this session offers one (a Secret Service on D-Bus).")
    }
    if says(noBus) { return .noKeyring("The session's D-Bus cannot be reached: \(words)") }
    if says(noCollection) {
      return .noKeyring("The Secret Service answers, and has no keyring to store in yet.")
    }
    if says(silent) { return .keyringFailed("it got no answer over D-Bus (\(words))") }
    return .keyringFailed(
      words.isEmpty ? "secret-tool ended with \(ending(answer)) and no word." : words
    )
  }

  private static func ending(_ answer: ToolAnswer) -> String {
    switch answer.status {
    case .exited(let code): "code \(code)"
    case .signalled(let signal): "signal \(signal)"
    case .stopped: "an early stop"
    }
  }
}
