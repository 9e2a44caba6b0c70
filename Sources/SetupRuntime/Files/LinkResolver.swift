import SystemPackage

/// Finds where a path leads once its last part is no symbolic link any more.
enum LinkResolver {
  /// The depth at which Linux itself gives up.
  private static let maximumDepth = 40

  /// Gives the path of the file that a write would reach, also where that file is missing.
  ///
  /// A path whose last part is no link comes back as it is, links in its folders included: these
  /// do not change which file is meant.
  static func resolve(_ path: String) throws(Errno) -> String {
    var current = path
    for _ in 0..<maximumDepth {
      guard let target = try linkTarget(of: current) else { return current }
      current = try normalized(joined(target, from: current))
    }
    throw .tooManySymbolicLinkLevels
  }

  /// The text of a link, nil where there is no link at the path.
  private static func linkTarget(of path: String) throws(Errno) -> String? {
    do {
      guard try FileStatus.ofLink(path).isLink else { return nil }
    } catch .noSuchFileOrDirectory {
      return nil
    }
    return try FileCalls.current.readLink(path)
  }

  private static func joined(_ target: String, from link: String) -> String {
    if target.hasPrefix("/") { return target }
    let folder = FilePath(link).removingLastComponent()
    return folder.appending(target).string
  }

  /// Follows the links of the folder, so that `..` means what the system takes it for.
  private static func normalized(_ path: String) throws(Errno) -> String {
    let parts = FilePath(path)
    guard let name = parts.lastComponent, name.kind == .regular else {
      return try realPath(path) ?? path
    }
    guard let folder = try realPath(parts.removingLastComponent().string) else { return path }
    return FilePath(folder).appending(name).string
  }

  /// The path without links, nil where something of it is missing.
  static func realPath(_ path: String) throws(Errno) -> String? {
    do throws(Errno) {
      return try FileCalls.current.realPath(path)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }
}
