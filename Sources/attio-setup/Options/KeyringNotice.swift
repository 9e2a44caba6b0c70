internal import SetupRuntime
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Tells once on standard error that the keyring is waited for, and how to leave.
final class KeyringNotice: Sendable {
  private static let text =
    "Waiting for your keyring, for up to a minute: if it asks for its password, enter it there. "
    + "Ctrl-C quits."

  private let isSaid = Mutex(false)

  /// What stands before the line, such as what takes a progress away.
  private let lead = Mutex("")

  /// The patience of a run; nil where nobody is there to unlock anything.
  func patience(_ face: Face) -> KeyringPatience? {
    guard isatty(2) == 1, face.prohibition == nil else { return nil }
    return KeyringPatience { self.say() }
  }

  /// Keeps the line back where a screen tells of its waits by itself.
  func silence() { isSaid.withLock { $0 = true } }

  /// Puts something before the line.
  func lead(with text: String) { lead.withLock { $0 = text } }

  private func say() {
    let isFirst = isSaid.withLock { isSaid in
      defer { isSaid = true }
      return !isSaid
    }
    guard isFirst else { return }
    FileHandleText.standardError.write(lead.withLock { $0 })
    Output.message(Self.text)
  }
}
