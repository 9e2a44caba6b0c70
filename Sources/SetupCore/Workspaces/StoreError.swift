/// Why the store of tokens cannot be used.
package enum StoreError: Error, Equatable, Sendable {
  /// There is no keyring here, with the reason as a sentence.
  case noKeyring(String)
  /// The keyring is there and locked, and nobody unlocked it.
  case keyringLocked
  /// The keyring did not answer in time; the limit is in seconds.
  case keyringSilent(seconds: Double)
  /// The keyring answered with a failure, its words cleaned.
  case keyringFailed(String)
  /// What was read back is not what was stored.
  case notReadBack
  /// The keyring says that it removed a value, and still gives it.
  case notRemoved(label: String)
  /// Something failed, and what the keyring has now under this label is not known.
  case keyringUnclear(cause: String, label: String)
  /// A file or folder of the store cannot be used; path and reason are for the user.
  case file(path: String, reason: String)
  /// The store's file is damaged or of a newer version; it is left as it is.
  case damaged(path: String)
  /// Another process held the lock too long.
  case busy(path: String)
  /// The store knows the workspace and the token is gone from where it was kept.
  case tokenGone(workspace: String, store: TokenStoreKind)
}

extension StoreError {
  /// What happened, in sentences.
  package var message: String {
    switch self {
    case .noKeyring(let reason): "There is no keyring to use here. \(reason)"
    case .keyringLocked: "The keyring is locked."
    case .keyringSilent(let seconds): "The keyring did not answer within \(Int(seconds)) seconds."
    case .keyringFailed(let words): "The keyring answered with a failure: \(words)"
    case .notReadBack: "The keyring said that it stored the value, and didn't give it back."
    case .notRemoved(let label):
      "The keyring said that it removed \(label), and still gives it back."
    case .keyringUnclear(let cause, let label):
      "\(cause) What the keyring has now under \(label) is unclear."
    case .file(let path, let reason): "\(path) cannot be used: \(reason)"
    case .damaged(let path): "\(path) is damaged, or a newer version of this program wrote it."
    case .busy(let path): "Another process is writing \(path)."
    case .tokenGone(let workspace, let store):
      "The token of \(workspace) is gone from \(store == .keyring ? "the keyring" : "the file")."
    }
  }

  /// What to do now, in sentences.
  package var remedy: String {
    switch self {
    case .notRemoved(let label), .keyringUnclear(_, let label):
      "Look for \(label) in your password manager and remove it there, then try again."
    case .noKeyring, .keyringSilent, .keyringFailed, .notReadBack:
      "Keep the tokens in a file that only you can read: --store file."
    case .keyringLocked: "Unlock it and try again, or keep the tokens in a file: --store file."
    case .file: "Change that and try again."
    case .damaged: "Move the file away and connect the workspaces again."
    case .busy: "Try again in a moment."
    case .tokenGone: "Connect the workspace again: attio-setup connect"
    }
  }
}
