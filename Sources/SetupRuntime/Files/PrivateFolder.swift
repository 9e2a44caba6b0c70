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
        if let reason = obstacle(at: path.string, after: error) {
          throw Failure(path: path.string, reason: reason)
        }
      }
    }
    return made
  }

  /// Why nothing is known of a folder that could not be made; nil where there is one.
  private static func obstacle(at path: String, after reason: Errno) -> Errno? {
    do throws(Errno) {
      _ = try FileStatus.following(path)
      return nil
    } catch {
      let isThere = reason == .fileExists && error != .noSuchFileOrDirectory
      return isThere ? error : reason
    }
  }
}
