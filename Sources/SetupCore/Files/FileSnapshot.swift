package import Ground

/// What was found at a path at one moment: the base of a plan, and what is compared before a write.
package struct FileSnapshot: Equatable, Sendable {
  /// What stands at the path once links are followed.
  package enum Kind: Equatable, Sendable {
    case missing
    case file
    case directory
    case other
  }

  /// The absolute path as it was asked for.
  package var path: String
  /// The absolute path with every symbolic link followed; of a missing file, where it would be.
  package var resolvedPath: String
  /// What stands there.
  package var kind: Kind
  /// The bytes, empty unless `kind` is `file`.
  package var content: FileContent
  /// The permission bits (07777), 0 for a missing file.
  package var mode: UInt32
  /// The numeric user that owns the file.
  package var owner: UInt32
  /// The numeric group of the file.
  package var group: UInt32
  /// The number of hard links.
  package var linkCount: UInt64
  /// Device and inode, which tell a replaced file from a changed one.
  package var identity: FileIdentity
  /// Where the path led, which decides what a write may touch; nil where that was not looked at.
  package var place: FilePlace?

  /// Collects what was found.
  package init(
    path: String,
    resolvedPath: String? = nil,
    kind: Kind,
    content: FileContent = FileContent(),
    mode: UInt32 = 0,
    owner: UInt32 = 0,
    group: UInt32 = 0,
    linkCount: UInt64 = 1,
    identity: FileIdentity = FileIdentity(device: 0, inode: 0),
    place: FilePlace? = nil
  ) {
    self.path = path
    self.resolvedPath = resolvedPath ?? path
    self.kind = kind
    self.content = content
    self.mode = mode
    self.owner = owner
    self.group = group
    self.linkCount = linkCount
    self.identity = identity
    self.place = place
  }

  /// Whether the path led through a symbolic link.
  package var isLink: Bool { path != resolvedPath }
}

/// The pair of numbers by which the system knows a file.
package struct FileIdentity: Equatable, Hashable, Sendable {
  /// The number of the device.
  package var device: UInt64
  /// The number of the file on it.
  package var inode: UInt64

  /// Collects both numbers.
  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}
