package import SystemPackage

/// Why a file could not be looked at; nothing was changed.
package enum FileReadError: Error, Equatable, Sendable {
  /// The file is larger than the limit; both in bytes.
  case tooLarge(path: String, size: Int, limit: Int)
  /// Symbolic links lead in a circle.
  case linkLoop(path: String)
  /// The system refused, with its reason.
  case notReadable(path: String, reason: Errno)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .tooLarge(let path, let size, let limit):
      "\(path) is too large: it has \(size) bytes, and more than \(limit) are not read."
    case .linkLoop(let path):
      "\(path) is a symbolic link that leads back to itself."
    case .notReadable(let path, let reason):
      "\(path) could not be read: \(reason.description)."
    }
  }

  /// What happened, as the end of a sentence that has the file already.
  var gist: String {
    switch self {
    case .tooLarge(_, let size, _): "it has \(size) bytes, which is too many"
    case .linkLoop: "it is a symbolic link that leads back to itself"
    case .notReadable(_, let reason): reason.description
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .tooLarge:
      "An env file is small: check whether this is the right file, or name another one."
    case .linkLoop:
      "Remove the link or point it to a file, then start again."
    case .notReadable:
      "Check that you may read the file and the folders above it, then start again."
    }
  }
}
