internal import SetupCore
internal import SetupRuntime

/// The project's folder as `--directory` names it.
enum ProjectFolder {
  /// The absolute path, without `.` and `..`.
  ///
  /// - Throws: A file error where the path is relative to a current folder that is gone.
  static func absolute(_ path: String) throws(SetupError) -> String {
    guard !path.utf8.starts(with: "/".utf8) else { return plain(path) }
    guard let current = ProcessStart.currentFolder else {
      throw SetupError(
        .file,
        "The current folder no longer exists. Nothing was read or written.",
        remedy:
          "Change to a folder that exists, or name the project with --directory and a full path."
      )
    }
    return plain("\(current)/\(path)")
  }

  /// By bytes: for Swift a slash and an accent behind it are one character.
  private static func plain(_ path: String) -> String {
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      // A `..` is taken back by text: the user sees the path they named, links and all.
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }
}
