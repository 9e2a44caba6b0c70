internal import SetupCore

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// The project's folder as `--directory` names it.
enum ProjectFolder {
  /// The absolute path, without `.` and `..`.
  ///
  /// - Throws: A file error where the path is relative to a current folder that is gone.
  static func absolute(_ path: String) throws(SetupError) -> String {
    let full = path.hasPrefix("/") ? path : "\(try current())/\(path)"
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      // A `..` is taken back by text: the user sees the path they named, links and all.
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func current() throws(SetupError) -> String {
    if let path = getcwd(nil, 0) {
      defer { free(path) }
      let text = String(cString: path)
      // Outside of the process's root the system says "(unreachable)" before the path.
      if text.hasPrefix("/") { return text }
    }
    throw SetupError(
      .file,
      "The current folder no longer exists. Nothing was read or written.",
      remedy:
        "Change to a folder that exists, or name the project with --directory and a full path."
    )
  }
}
