import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Finds a program in the folders of a `PATH`.
enum ProgramSearch {
  /// Gives the absolute path of the first that may be run; nil where there is none.
  ///
  /// Folders that are not absolute are passed over: an empty one or `.` is the project's, which may be
  /// somebody else's and hold a program of the name that is looked for.
  static func path(of name: String, in environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
      separator: ":",
      omittingEmptySubsequences: false
    )
    for folder in folders where folder.hasPrefix("/") {
      let path = FilePath(String(folder)).appending(name).string
      if access(path, X_OK) == 0, (try? FileStatus.following(path))?.kind == .file { return path }
    }
    return nil
  }
}
