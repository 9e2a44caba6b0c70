import SystemPackage

/// Paths as they are told in a project.
enum ProjectPath {
  /// Shortens a path below a folder.
  ///
  /// - Parameters:
  ///   - path: An absolute path.
  ///   - directory: The absolute path of the folder.
  /// - Returns: The path relative to the folder; the path itself where it does not lie below it.
  static func relative(_ path: String, to directory: String) -> String {
    var path = FilePath(path)
    _ = path.removePrefix(FilePath(directory))
    return path.string
  }
}
