import Ground

/// Why the journal could not be used.
package enum UndoError: Error, Equatable, Sendable {
  /// There is neither a home folder nor an `XDG_STATE_HOME`.
  case noPlace
  /// No run in this folder was recorded; whether there are runs elsewhere.
  case noneHere(hasOthers: Bool)
  /// No run in this folder can be read; what keeps the newest record from being read.
  case unreadable(String)
  /// No recorded run has this name.
  case unknownRun(String)
  /// The journal's folder or a file in it could not be read or written; why.
  case unusable(path: String, reason: String)
  /// The journal's folder can be written by others, who may have put records there.
  case open(path: String, mode: String)
  /// Changes cannot be told without a hash; why there is none.
  case noHash(String)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .noPlace: "There is no home folder to keep the undo journal in."
    case .noneHere: "There is no run to undo in this folder."
    case .unreadable(let reason): "No run in this folder can be read. \(reason)"
    case .unknownRun(let id): "There is no run named \(SafeText.cleaned(id))."
    case .unusable(let path, let reason): "The undo journal can't be used: \(path): \(reason)."
    case .open(let path, let mode):
      "The undo journal can't be used: others can write to \(path) (mode \(mode))."
    case .noHash(let reason):
      "The undo journal needs libcrypto to tell changed files: \(reason)"
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .noPlace: "Set HOME or XDG_STATE_HOME."
    case .noneHere(hasOthers: false): "Nothing was changed."
    case .noneHere(hasOthers: true), .unreadable, .unknownRun:
      "Nothing was changed. To see all runs: attio-setup undo --list"
    case .unusable: "Nothing was changed."
    case .open(let path, _): "Nothing was changed. Look at what is in it, then: chmod 700 \(path)"
    case .noHash: "Nothing was changed. Install libssl3, then try again."
    }
  }
}
