import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What `stat` says of a file, in the types that a snapshot uses.
struct FileStatus {
  var kind: FileSnapshot.Kind
  var mode: UInt32
  var owner: UInt32
  var group: UInt32
  var linkCount: UInt64
  var size: Int
  var identity: FileIdentity
  var isLink: Bool

  init(_ status: stat) {
    let type = status.st_mode & S_IFMT
    kind = type == S_IFREG ? .file : type == S_IFDIR ? .directory : .other
    isLink = type == S_IFLNK
    mode = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    group = status.st_gid
    linkCount = UInt64(status.st_nlink)
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// Asks about a path with every link followed.
  static func following(_ path: String) throws(Errno) -> FileStatus {
    try FileCalls.current.status(of: path, followingLink: true)
  }

  /// Asks about a path itself, which may be a link.
  static func ofLink(_ path: String) throws(Errno) -> FileStatus {
    try FileCalls.current.status(of: path, followingLink: false)
  }
}
