import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension AtomicFile {
  /// Exchanges the file in one step; gives the reason where that would lose something, in which
  /// case nothing has been changed.
  func replace(
    _ base: FileSnapshot,
    with content: FileContent,
    mode: FileModeRule
  ) throws(FileWriteError) -> InPlaceReason? {
    let temporary = try TemporaryFile.create(in: base.folder, for: .replacement, calls: calls)
    do throws(FileWriteError) {
      try temporary.fill(with: content)
      if let reason = try adopt(base, for: temporary) {
        temporary.discard()
        return reason
      }
      if let reason = try exchange(base, temporary, mode) {
        temporary.discard()
        return reason
      }
    } catch {
      temporary.discard()
      throw error
    }
    calls.close(temporary.descriptor)
    // The new file is in place: a folder that cannot be synchronized risks the name only in a
    // power cut, and reporting a failure would be false.
    try? synchronizeFolder(of: base)
    return nil
  }

  /// Gives the temporary file the owner, group and attributes of the old one.
  private func adopt(
    _ base: FileSnapshot,
    for temporary: TemporaryFile
  ) throws(FileWriteError) -> InPlaceReason? {
    guard base.kind == .file else { return nil }
    let status = try attempt(.changeOwner, temporary.path) { () throws(Errno) in
      try calls.status(temporary.descriptor)
    }
    if status.owner != base.owner || status.group != base.group {
      do throws(Errno) {
        try calls.changeOwner(temporary.descriptor, owner: base.owner, group: base.group)
      } catch {
        // EINVAL: a number that this container's user table does not know.
        if error == .notPermitted || error == .invalidArgument { return .owner }
        throw .failed(path: base.resolvedPath, call: .changeOwner, reason: error)
      }
    }
    let original = try openExisting(base, flags: O_RDONLY)
    defer { calls.close(original) }
    do throws(Errno) {
      try calls.copyAttributes(from: original, to: temporary.descriptor)
    } catch {
      return .attributes
    }
    return nil
  }

  /// Sets the mode and renames, as the last two calls: until then the file is private.
  private func exchange(
    _ base: FileSnapshot,
    _ temporary: TemporaryFile,
    _ mode: FileModeRule
  ) throws(FileWriteError) -> InPlaceReason? {
    try confirmUnchanged(base)
    let bits = mode.bits(existing: base.kind == .file ? base.mode : nil)
    try attempt(.changeMode, base.resolvedPath) { () throws(Errno) in
      try calls.changeMode(temporary.descriptor, to: bits)
    }
    do throws(Errno) {
      try calls.rename(temporary.path, to: base.resolvedPath)
      return nil
    } catch {
      if base.kind == .file, let reason = Self.inPlaceReason(for: error) { return reason }
      throw .failed(path: base.resolvedPath, call: .rename, reason: error)
    }
  }

  /// The refusals of `rename` behind which the file itself can still be written.
  private static func inPlaceReason(for error: Errno) -> InPlaceReason? {
    switch error {
    case .resourceBusy, .improperLink: .mounted
    case .notPermitted, .permissionDenied: .refused(error)
    default: nil
    }
  }
}
