import SetupCore
import SystemPackage

/// Finds where a path leads once its last part is no symbolic link any more.
enum LinkResolver {
  /// Where a path leads, its folder held open.
  struct Target {
    var place: FilePlace
    /// The folder of the file; nil where it does not exist.
    var folder: HeldFolder?
    /// What stands at the place; nil for nothing.
    var status: FileStatus?
    /// Whether the last part of the path was a link.
    var isLink = false
  }

  /// The depth at which Linux itself gives up.
  private static let maximumDepth = 40

  /// Follows a path, also where the file or its folders are missing.
  ///
  /// The folder is opened first and asked for its name then, so that both are of one moment.
  static func find(_ path: String) throws(Errno) -> Target {
    var current = FilePath(path)
    var isLink = false
    for _ in 0..<maximumDepth {
      var last = current.lastComponent
      if last?.kind != .regular {
        // A path that ends in a folder or in `..` has no name before that is worked out.
        current = FilePath(try realPath(current.string) ?? current.string)
        last = current.lastComponent
      }
      guard let name = last, name.kind == .regular else {
        return try top(current, isLink)
      }
      var target = try look(name.string, in: current.removingLastComponent())
      target.isLink = isLink
      guard target.status?.isLink == true, let folder = target.folder else { return target }
      let text = try folder.calls.readLink(name.string, at: folder.descriptor)
      current = FilePath(target.place.folder).pushing(FilePath(text))
      isLink = true
    }
    throw .tooManySymbolicLinkLevels
  }

  /// The root of the file system, or what has no name for another reason: a folder by itself.
  private static func top(_ path: FilePath, _ isLink: Bool) throws(Errno) -> Target {
    let folder = try HeldFolder(path.string)
    let status = try folder.calls.status(folder.descriptor)
    let place = FilePlace(folder: path.string, identity: folder.identity, name: ".")
    return Target(place: place, folder: folder, status: status, isLink: isLink)
  }

  private static func look(_ name: String, in folder: FilePath) throws(Errno) -> Target {
    var nearest = folder
    var missing: [String] = []
    while true {
      if let held = try open(nearest) {
        let real = try confirmedPath(of: held)
        let identity = held.identity
        let place = FilePlace(folder: real, identity: identity, missing: missing, name: name)
        guard missing.isEmpty else { return Target(place: place) }
        return Target(place: place, folder: held, status: try held.status(of: name))
      }
      guard let last = nearest.lastComponent, last.kind == .regular else {
        throw .noSuchFileOrDirectory
      }
      missing.insert(last.string, at: 0)
      nearest = nearest.removingLastComponent()
    }
  }

  private static func open(_ folder: FilePath) throws(Errno) -> HeldFolder? {
    do throws(Errno) {
      return try HeldFolder(folder.string)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }

  /// The path without links of a folder that is held; fails where another took its place meanwhile.
  private static func confirmedPath(of folder: HeldFolder) throws(Errno) -> String {
    let real = try folder.calls.realPath(folder.path)
    let status = try folder.calls.status(of: real, followingLink: false)
    guard status.identity == folder.identity else { throw .staleNFSFileHandle }
    return real
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
