import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Finds a program in the folders of a `PATH`.
enum ProgramSearch {
  /// Gives the absolute path of the first that may be run; nil where there is none, or where a folder
  /// comes first that is not absolute.
  static func path(of name: String, in environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "").split(
      separator: ":",
      omittingEmptySubsequences: false
    )
    for folder in folders {
      guard folder.hasPrefix("/") else { return nil }
      let path = FilePath(String(folder)).appending(name).string
      if access(path, X_OK) == 0, (try? FileStatus.following(path))?.kind == .file { return path }
    }
    return nil
  }
}
