import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension AtomicFile {
  /// Writes into the existing file while a private copy of the old bytes is safe on disk.
  func writeInPlace(
    _ content: FileContent,
    over base: FileSnapshot,
    mode: FileModeRule,
    because reason: InPlaceReason
  ) throws(FileWriteError) -> WriteReport {
    let copy = try saveCopy(of: base)
    let descriptor: Int32
    do throws(FileWriteError) {
      try confirmUnchanged(base)
      descriptor = try openExisting(base, flags: O_WRONLY)
    } catch {
      copy.discard()
      throw error
    }
    defer { calls.close(descriptor) }
    do throws(FileWriteError) {
      try overwrite(base, descriptor, with: content)
      try adjustMode(of: base, descriptor, by: mode)
    } catch {
      try putBack(base, descriptor, copy: copy)
      copy.discard()
      throw error
    }
    copy.discard()
    return .inPlace(reason)
  }

  /// Changes the mode only where it differs: that is the owner's right, writing may be others'.
  private func adjustMode(
    of base: FileSnapshot,
    _ descriptor: Int32,
    by mode: FileModeRule
  ) throws(FileWriteError) {
    let bits = mode.bits(existing: base.mode)
    guard bits != base.mode else { return }
    try attempt(.changeMode, base.resolvedPath) { () throws(Errno) in
      try calls.changeMode(descriptor, to: bits)
    }
  }

  private func saveCopy(of base: FileSnapshot) throws(FileWriteError) -> TemporaryFile {
    let name = FilePath(base.resolvedPath).lastComponent?.string ?? ""
    let copy = try TemporaryFile.create(in: base.folder, for: .copy(of: name), calls: calls)
    do throws(FileWriteError) {
      try copy.fill(with: base.content)
      // Without its name on disk the copy is no help, so here a failure counts.
      try synchronizeFolder(of: base)
    } catch {
      copy.discard()
      throw error
    }
    return copy
  }

  /// Writes first and cuts off what is left over last, so that as little as possible is missing.
  private func overwrite(
    _ base: FileSnapshot,
    _ descriptor: Int32,
    with content: FileContent
  ) throws(FileWriteError) {
    let path = base.resolvedPath
    try attempt(.write, path) { () throws(Errno) in
      try calls.rewind(descriptor)
      try calls.write(content.bytes, to: descriptor)
    }
    try attempt(.truncate, path) { () throws(Errno) in
      try calls.truncate(descriptor, to: content.bytes.count)
    }
    try attempt(.synchronize, path) { () throws(Errno) in try calls.synchronize(descriptor) }
  }

  /// Puts the old bytes back; where that fails too, the copy stays and the error names it.
  private func putBack(
    _ base: FileSnapshot,
    _ descriptor: Int32,
    copy: TemporaryFile
  ) throws(FileWriteError) {
    do throws(FileWriteError) {
      try overwrite(base, descriptor, with: base.content)
    } catch {
      calls.close(copy.descriptor)
      guard case .failed(_, _, let reason) = error else { throw error }
      throw .cutOff(path: base.resolvedPath, copy: copy.path, reason: reason)
    }
  }
}
