package import Ground
package import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Writes files so that whatever stops the program leaves the old bytes or the new ones.
package struct AtomicFile: Sendable {
  let calls: FileCalls

  /// Makes a writer over the calls of the running task.
  package init(calls: FileCalls = .current) {
    self.calls = calls
  }

  /// Puts bytes where a snapshot was taken, if what stands there is still the same.
  ///
  /// A link is followed, mode, owner and group stay. Where exchanging the file would lose
  /// something, the bytes are written in place after a private copy is safe on disk, and the
  /// report says so.
  package func write(
    _ content: FileContent,
    over base: FileSnapshot,
    mode: FileModeRule
  ) throws(FileWriteError) -> WriteReport {
    try confirmUnchanged(base)
    if base.linkCount > 1 {
      return try writeInPlace(content, over: base, mode: mode, because: .hardLinks(base.linkCount))
    }
    guard let reason = try replace(base, with: content, mode: mode) else { return .replaced }
    return try writeInPlace(content, over: base, mode: mode, because: reason)
  }

  /// Changes the permission bits of an existing file and nothing else.
  package func changeMode(of base: FileSnapshot, to rule: FileModeRule) throws(FileWriteError) {
    try confirmUnchanged(base)
    let path = base.resolvedPath
    let descriptor = try openExisting(base, flags: O_RDONLY)
    defer { calls.close(descriptor) }
    try attempt(.changeMode, path) { () throws(Errno) in
      try calls.changeMode(descriptor, to: rule.bits(existing: base.mode))
    }
    try attempt(.synchronize, path) { () throws(Errno) in try calls.synchronize(descriptor) }
  }

  /// Removes a file that is still what the snapshot says; a link to it stays.
  package func remove(_ base: FileSnapshot) throws(FileWriteError) {
    try confirmUnchanged(base)
    try attempt(.remove, base.resolvedPath) { () throws(Errno) in
      try calls.remove(base.resolvedPath)
    }
    try? synchronizeFolder(of: base)
  }

  /// Looks again; the number of the file may differ, for what counts is that nothing is lost.
  func confirmUnchanged(_ base: FileSnapshot) throws(FileWriteError) {
    guard base.kind == .file || base.kind == .missing else {
      throw .notAFile(path: base.path)
    }
    let current: FileSnapshot
    do throws(FileReadError) {
      current = try FileReader.snapshot(of: base.path)
    } catch {
      throw .unreadable(error)
    }
    guard current.hasSameState(as: base) else { throw .changedOnDisk(path: base.path) }
  }

  /// Opens the file of a snapshot; never waits, should a pipe have taken its place.
  func openExisting(_ base: FileSnapshot, flags: Int32) throws(FileWriteError) -> Int32 {
    let path = base.resolvedPath
    return try attempt(.open, path) { () throws(Errno) in
      try calls.open(path, flags: flags | O_NONBLOCK)
    }
  }

  /// Makes a new or removed name last over a power cut.
  func synchronizeFolder(of base: FileSnapshot) throws(FileWriteError) {
    let folder = base.folder
    let descriptor = try attempt(.open, folder) { () throws(Errno) in
      try calls.open(folder, flags: O_RDONLY | O_DIRECTORY)
    }
    defer { calls.close(descriptor) }
    try attempt(.synchronize, folder) { () throws(Errno) in try calls.synchronize(descriptor) }
  }
}

extension FileSnapshot {
  /// The folder that holds the file itself, links followed.
  var folder: String {
    FilePath(resolvedPath).removingLastComponent().string
  }

  /// Whether the same bytes stand at the same place with the same rights.
  package func hasSameState(as other: FileSnapshot) -> Bool {
    var mine = self
    mine.identity = other.identity
    return mine == other
  }
}
