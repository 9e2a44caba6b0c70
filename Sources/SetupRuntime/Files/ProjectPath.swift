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
    if isInside(path, of: directory) {
      let below = String(decoding: path.utf8.dropFirst(directory.utf8.count), as: UTF8.self)
      return below.hasPrefix("/") ? String(below.dropFirst()) : below
    }
    var path = FilePath(path)
    _ = path.removePrefix(FilePath(directory))
    return path.string
  }
}

extension ProjectPath {
  /// Whether a path is absolute and leads nowhere by a detour such as `..`.
  static func isPlain(_ path: String) -> Bool {
    path == "/"
      || path.hasPrefix("/") && !path.utf8.contains(0)
        && path.utf8.split(separator: slash, omittingEmptySubsequences: false).dropFirst()
          .allSatisfy { part in !["", ".", ".."].contains { part.elementsEqual($0.utf8) } }
  }

  /// Whether a plain path lies below a folder.
  static func isInside(_ path: String, of directory: String) -> Bool {
    let folder = directory == "/" ? directory : directory + "/"
    return path.utf8.starts(with: folder.utf8) && path.utf8.count > folder.utf8.count
  }

  private static var slash: UInt8 { UInt8(ascii: "/") }

  /// The path of a folder without links; as it is where it does not exist.
  static func folder(_ path: String) -> String {
    ((try? LinkResolver.realPath(path)) ?? nil) ?? path
  }

  /// Where a path leads, links of its folders followed as far as these exist.
  static func place(of path: String) -> String {
    var folder = FilePath(path)
    var rest = FilePath()
    while let name = folder.lastComponent {
      folder.removeLastComponent()
      rest = FilePath(root: nil, [name]).pushing(rest)
      guard let real = (try? LinkResolver.realPath(folder.string)) ?? nil else { continue }
      return FilePath(real).pushing(rest).string
    }
    return path
  }
}
