import SetupCore
package import SystemPackage

/// Why a file was not written; but for `cutOff` and `notAsWritten`, the old file is whole.
package enum FileWriteError: Error, Equatable, Sendable {
  /// The file is no longer what it was when the plan was made.
  case changedOnDisk(path: String)
  /// A folder, a pipe or a device stands at the path.
  case notAFile(path: String)
  /// The file could not be looked at.
  case unreadable(FileReadError)
  /// A system call failed; `call` says which.
  case failed(path: String, call: FileCall, reason: Errno)
  /// A folder that the file needs could not be made.
  case noFolder(path: String, reason: Errno)
  /// The file system leaves the file with these permission bits, which let others in.
  case modeNotKept(path: String, mode: UInt32)
  /// The file was written, and what stands there now is something else, or could not be read back.
  case notAsWritten(path: String, reason: Errno?)
  /// Writing in place failed midway and so did putting the old bytes back; they stand in `copy`.
  case cutOff(path: String, copy: String, reason: Errno?)

  /// What happened and what it means, in sentences for the user.
  package var message: String {
    switch self {
    case .changedOnDisk(let path):
      "\(path) was changed by something else in the meantime, so it was not written."
    case .notAFile(let path):
      "\(path) is not a regular file, so it was not written."
    case .unreadable(let error):
      error.message
    case .failed(let path, .remove, let reason):
      "\(path) could not be removed: \(reason.description). It is as it was before."
    case .failed(let path, _, let reason):
      "\(path) could not be written: \(reason.description). It is as it was before."
    case .noFolder(let path, let reason):
      "The folder \(path) could not be made: \(reason.description)."
    case .modeNotKept(let path, let mode):
      "The file system of \(path) keeps no permissions of its own: the file has mode "
        + "\(PermissionBits.octal(mode)) whatever is asked for. It is as it was before."
    case .notAsWritten(let path, nil):
      "\(path) was changed, but what stands there now is not what was meant."
    case .notAsWritten(let path, let reason?):
      "\(path) was changed, but could not be read back: \(reason.description)."
    case .cutOff(let path, let copy, let reason?):
      "Writing \(path) stopped midway: \(reason.description). The file as it was is kept in \(copy)."
    case .cutOff(let path, let copy, nil):
      "Writing \(path) stopped midway, and it does not hold what it did. The file as it was is kept "
        + "in \(copy)."
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .changedOnDisk:
      "Start again: the changes are worked out anew from the file as it is now."
    case .notAFile:
      "Name another file, or move what stands there out of the way."
    case .unreadable(let error):
      error.remedy
    case .failed(_, _, .noSpace):
      "Make room on the disk, then start again."
    case .failed(_, _, .readOnlyFileSystem):
      "Make the file system writable, or choose another folder."
    case .failed:
      "Check that you may write the file and its folder, then start again."
    case .noFolder:
      "Move what is in the way, or change the permissions of the folder above it."
    case .modeNotKept:
      "Keep the project where permissions are kept (on WSL in your Linux home, or mount the drive "
        + "with the option metadata), or mount this file system for yourself alone (umask=077). "
        + "To write an env file all the same, add --trust-env-file."
    case .notAsWritten(let path, _):
      "Look at \(path), and at what else writes there, then start again."
    case .cutOff(let path, let copy, _):
      "Make room on the disk, then copy \(copy) over \(path)."
    }
  }

  /// What happened, as the end of a sentence that has the file already.
  var gist: String {
    switch self {
    case .changedOnDisk: "it was changed by something else in the meantime"
    case .notAFile: "it is not a regular file"
    case .unreadable(let error): error.gist
    case .failed(_, _, let reason): reason.description
    case .noFolder(let path, let reason): "\(path) could not be made: \(reason.description)"
    case .modeNotKept(_, let mode):
      "its file system leaves it with the mode \(PermissionBits.octal(mode))"
    case .notAsWritten(_, nil): "it was written, and holds something else now"
    case .notAsWritten(_, let reason?): "it was written, but not read back: \(reason.description)"
    case .cutOff(_, let copy, _): "writing it stopped midway; as it was, it is kept in \(copy)"
    }
  }

  /// The system's own reason, where there is one.
  var reason: Errno? {
    switch self {
    case .failed(_, _, let reason), .noFolder(_, let reason): reason
    case .notAsWritten(_, let reason), .cutOff(_, _, let reason): reason
    case .changedOnDisk, .notAFile, .unreadable, .modeNotKept: nil
    }
  }

  /// Whether the file is no longer as it was, though the write failed.
  package var leavesChange: Bool {
    switch self {
    case .notAsWritten, .cutOff: true
    case .changedOnDisk, .notAFile, .unreadable, .failed, .noFolder, .modeNotKept: false
    }
  }
}
