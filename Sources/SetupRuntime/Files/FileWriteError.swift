package import SystemPackage

/// Why a file was not written; but for `cutOff`, the old file is whole.
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
  /// Writing in place failed midway and so did putting the old bytes back; they stand in `copy`.
  case cutOff(path: String, copy: String, reason: Errno)

  /// What happened and what it means, in sentences for the user.
  package var message: String {
    switch self {
    case .changedOnDisk(let path):
      "\(path) was changed by something else in the meantime, so it was not written."
    case .notAFile(let path):
      "\(path) is not a regular file, so it was not written."
    case .unreadable(let error):
      error.message
    case .failed(let path, _, let reason):
      "\(path) could not be written: \(reason.description). It is as it was before."
    case .noFolder(let path, let reason):
      "The folder \(path) could not be made: \(reason.description)."
    case .cutOff(let path, let copy, let reason):
      "Writing \(path) stopped midway: \(reason.description). The file as it was is kept in \(copy)."
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
    case .cutOff(let path, let copy, _):
      "Make room on the disk, then copy \(copy) over \(path)."
    }
  }
}
