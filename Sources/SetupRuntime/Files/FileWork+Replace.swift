import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension FileWork {
  /// What became of the try to exchange the file in one step.
  enum Replacement {
    case done(WriteReport)
    /// Nothing has been changed, for this reason to write in place.
    case better(InPlaceReason)
  }

  /// Exchanges the file in one step, unless that would lose something.
  func replace() throws(FileWriteError) -> Replacement {
    let temporary = try TemporaryFile.create(
      in: folder,
      for: .replacement,
      naming: base.resolvedPath
    )
    let mode: UInt32
    do throws(FileWriteError) {
      try confirmPrivate(try self.mode(of: temporary.descriptor))
      try temporary.fill(with: content)
      if let reason = try adopt(temporary) {
        temporary.discard()
        return .better(reason)
      }
      try confirmUnchanged()
      mode = try setMode(temporary.descriptor, to: bits)
      try confirmPrivate(mode)
      if let reason = try exchange(temporary) {
        temporary.discard()
        return .better(reason)
      }
    } catch {
      temporary.discard()
      throw error
    }
    defer { calls.close(temporary.descriptor) }
    // The new file is in place: a folder that cannot be synchronized risks the name only in a
    // power cut, and reporting a failure would be false.
    try? folder.synchronize()
    try confirmWritten(temporary.descriptor, content, mode: mode)
    return .done(WriteReport(otherMode: mode == bits ? nil : mode))
  }

  /// Gives the temporary file the owner, group and attributes of the old one.
  private func adopt(_ temporary: TemporaryFile) throws(FileWriteError) -> InPlaceReason? {
    guard base.kind == .file else { return nil }
    let status = try attempt(.status) { () throws(Errno) in
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
    let original = try openExisting(O_RDONLY)
    defer { calls.close(original) }
    do throws(Errno) {
      try calls.copyAttributes(from: original, to: temporary.descriptor)
    } catch {
      return .attributes
    }
    return nil
  }

  /// Renames, as the last call: until then the file is private.
  private func exchange(_ temporary: TemporaryFile) throws(FileWriteError) -> InPlaceReason? {
    do throws(Errno) {
      try folder.rename(temporary.name, to: name)
      return nil
    } catch {
      // A network file system may have done what it says that it has not.
      if isThere(temporary) { return nil }
      if base.kind == .file, let reason = Self.inPlaceReason(for: error) { return reason }
      throw .failed(path: base.resolvedPath, call: .rename, reason: error)
    }
  }

  private func isThere(_ temporary: TemporaryFile) -> Bool {
    guard let written = try? calls.status(temporary.descriptor) else { return false }
    return (try? folder.status(of: name))?.identity == written.identity
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
