import SystemPackage

/// Makes folders that only the user can enter, as the specification of XDG asks.
enum PrivateFolder {
  /// Why a folder could not be made, and which part of its path is to blame.
  struct Failure: Error {
    var path: String
    var reason: Errno
  }

  /// Makes a folder and what is missing above it, mode 0700; existing ones stay as they are.
  ///
  /// - Parameter folder: The absolute path.
  /// - Returns: The folders that were missing, the outer ones first.
  /// - Throws: Which folder could not be made, and why.
  @discardableResult
  static func make(_ folder: String) throws(Failure) -> [String] {
    var path = FilePath("/")
    var made: [String] = []
    for component in FilePath(folder).components {
      path.append(component)
      do throws(Errno) {
        try FileCalls.current.makeFolder(path.string, mode: 0o700)
        made.append(path.string)
      } catch {
        // A parent that exists on a read-only or foreign file system answers with its own error.
        if (try? FileStatus.following(path.string)) == nil {
          throw Failure(path: path.string, reason: error)
        }
      }
    }
    return made
  }
}
