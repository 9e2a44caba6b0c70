import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Looks at a folder for this user's secrets, which nobody else may have filled.
enum OwnFolder {
  /// Why a folder is not used.
  struct Refusal: Error {
    /// The end of a sentence.
    var reason: String
  }

  /// What the system knows of a folder; a link to it is followed where it is this user's, too.
  ///
  /// - Parameter folder: The absolute path.
  /// - Returns: What is known; nil where there is nothing at the path.
  /// - Throws: Why the folder is not used.
  static func status(_ folder: String) throws(Refusal) -> FileStatus? {
    let found: [FileStatus]
    do throws(Errno) {
      let link = try FileStatus.ofLink(folder)
      found = link.isLink ? [link, try FileStatus.following(folder)] : [link]
    } catch .noSuchFileOrDirectory where !isLink(folder) {
      return nil
    } catch {
      throw Refusal(reason: error.description)
    }
    guard found.allSatisfy({ $0.owner == geteuid() }) else {
      throw Refusal(reason: "it belongs to another user")
    }
    guard let status = found.last, status.kind == .directory else {
      throw Refusal(reason: "it is not a folder")
    }
    return status
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileStatus.ofLink(path))?.isLink ?? false
  }
}
