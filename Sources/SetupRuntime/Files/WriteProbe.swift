import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Finds out whether a file could be written, without writing anything.
package enum WriteProbe {
  /// Says why the file at an absolute path cannot be written; nil where it can.
  package static func problem(at path: String) -> String? {
    do throws(Errno) {
      return try problem(ofResolved: LinkResolver.find(path).place.path, asked: path)
    } catch .tooManySymbolicLinkLevels {
      return FileReadError.linkLoop(path: path).message
    } catch {
      return words(error, path)
    }
  }

  private static func problem(ofResolved path: String, asked: String) throws(Errno) -> String? {
    let folder = FilePath(path).removingLastComponent().string
    if let problem = problem(ofFolder: folder) { return problem }
    let kind: FileSnapshot.Kind
    do throws(Errno) {
      kind = try FileStatus.following(path).kind
    } catch .noSuchFileOrDirectory {
      return nil
    }
    switch kind {
    case .missing: return nil
    case .directory: return "\(asked) is a folder, not a file."
    case .other: return "\(asked) is a pipe or a device, not a regular file."
    case .file: return refusal(path, for: R_OK | W_OK).map { words($0, "The file \(path)") }
    }
  }

  private static func problem(ofFolder folder: String) -> String? {
    guard let reason = refusal(folder, for: W_OK | X_OK) else {
      let kind = try? FileStatus.following(folder).kind
      return kind == .directory ? nil : "\(folder) is not a folder."
    }
    return words(reason, "The folder \(folder)")
  }

  /// Asks for the rights of the user that counts for writing, also in a set-user-id program.
  private static func refusal(_ path: String, for rights: Int32) -> Errno? {
    do throws(Errno) {
      try FileCalls.current.access(path, rights)
      return nil
    } catch {
      return error
    }
  }

  private static func words(_ reason: Errno, _ subject: String) -> String {
    switch reason {
    case .noSuchFileOrDirectory: "\(subject) does not exist. Create it first."
    case .readOnlyFileSystem: "\(subject) lies on a file system that is read-only."
    case .notPermitted:
      "\(subject) is protected against changes, as by chattr +i. Take that away first."
    case .permissionDenied:
      "\(subject) may not be written by this user. Change its permissions, or run as its owner."
    case .notDirectory: "\(subject) cannot be reached: a part of its path is a file."
    default: "\(subject) cannot be written: \(reason.description)."
    }
  }
}
