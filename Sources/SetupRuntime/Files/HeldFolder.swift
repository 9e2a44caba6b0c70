import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A folder that is held open: whatever becomes of its path, every step goes to this very folder.
final class HeldFolder: Sendable {
  let descriptor: Int32
  /// Where the folder was when it was opened, for words and for the way back.
  let path: String
  let identity: FileIdentity
  let calls: FileCalls

  private init(
    _ descriptor: Int32,
    path: String,
    calls: FileCalls
  ) throws(Errno) {
    self.descriptor = descriptor
    self.path = path
    self.calls = calls
    do throws(Errno) {
      identity = try calls.status(descriptor).identity
    } catch {
      calls.close(descriptor)
      throw error
    }
  }

  deinit { calls.close(descriptor) }

  /// Opens the folder to which a path leads, through links.
  convenience init(_ path: String, calls: FileCalls = .current) throws(Errno) {
    try self.init(try calls.openFolder(path), path: path, calls: calls)
  }

  /// Opens the folder of a place, if it is the one that was found then.
  ///
  /// Folders that did not exist yet are entered one by one; a link among them is refused.
  static func opening(
    _ place: FilePlace,
    calls: FileCalls = .current
  ) throws(FileWriteError) -> HeldFolder {
    var folder = try attempt(.open, place.folder) { () throws(Errno) in
      try HeldFolder(place.folder, calls: calls)
    }
    guard folder.identity == place.identity else {
      throw .changedOnDisk(path: place.path)
    }
    for name in place.missing {
      let parent = folder
      folder = try attempt(.open, parent.file(name)) { () throws(Errno) in
        try parent.folder(name)
      }
    }
    return folder
  }

  /// The absolute path of a name in the folder, for words.
  func file(_ name: String) -> String { FilePath(path).appending(name).string }

  /// Opens a folder in this one; a link is refused.
  func folder(_ name: String) throws(Errno) -> HeldFolder {
    let descriptor = try calls.openFolder(name, at: descriptor, followingLink: false)
    return try HeldFolder(descriptor, path: file(name), calls: calls)
  }

  /// Opens a file in the folder; a link is refused, and nothing is waited for.
  func open(_ name: String, flags: Int32, mode: UInt32 = 0) throws(Errno) -> Int32 {
    try calls.open(name, at: descriptor, flags: flags | O_NONBLOCK, mode: mode)
  }

  /// What stands at a name, itself and not what a link leads to; nil where nothing does.
  func status(of name: String) throws(Errno) -> FileStatus? {
    do throws(Errno) {
      return try calls.status(of: name, at: descriptor, followingLink: false)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }

  func rename(_ source: String, to target: String) throws(Errno) {
    try calls.rename(source, to: target, at: descriptor)
  }

  func remove(_ name: String) throws(Errno) { try calls.remove(name, at: descriptor) }

  func names(limit: Int = 10_000) throws(Errno) -> [String] {
    try calls.names(in: ".", at: descriptor, limit: limit).sorted()
  }

  /// Makes a new or removed name last over a power cut.
  func synchronize() throws(Errno) {
    // The descriptor that is held is good for names alone.
    let readable = try open(".", flags: O_RDONLY | O_DIRECTORY)
    defer { calls.close(readable) }
    try calls.synchronize(readable)
  }
}
