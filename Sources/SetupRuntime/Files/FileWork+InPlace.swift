import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension FileWork {
  /// Writes into the existing file while a private copy of the old bytes is safe on disk.
  func writeInPlace(because reason: InPlaceReason) throws(FileWriteError) -> WriteReport {
    let copy = try saveCopy()
    let descriptor: Int32
    do throws(FileWriteError) {
      descriptor = try openUnchanged()
    } catch {
      copy.discard()
      throw error
    }
    defer { calls.close(descriptor) }
    let mode: UInt32
    do throws(FileWriteError) {
      // Bits are taken away before the new bytes are there, and given after.
      try adjustMode(descriptor, to: bits & base.mode)
      try overwrite(descriptor, with: content)
      mode = try adjustMode(descriptor, to: bits)
      try confirmWritten(descriptor, content, mode: mode)
    } catch {
      try putBack(descriptor, copy: copy)
      copy.discard()
      guard error.leavesChange else { throw error }
      // The old bytes are back, so what could not be read back is no longer there.
      throw .failed(path: base.resolvedPath, call: .read, reason: error.reason ?? .ioError)
    }
    copy.discard()
    return WriteReport(inPlace: reason, otherMode: mode == bits ? nil : mode)
  }

  /// Opens the file, and makes sure that it is the one that was looked at: another name of some
  /// other file may have taken its place, which is no link.
  private func openUnchanged() throws(FileWriteError) -> Int32 {
    let current = try confirmUnchanged()
    let descriptor = try openExisting(O_RDWR)
    guard let status = try? calls.status(descriptor), status.identity == current.identity else {
      calls.close(descriptor)
      throw .changedOnDisk(path: base.path)
    }
    return descriptor
  }

  /// Changes the mode only where it differs: that is the owner's right, writing may be others'.
  @discardableResult
  private func adjustMode(_ descriptor: Int32, to bits: UInt32) throws(FileWriteError) -> UInt32 {
    let mode = try setMode(descriptor, to: bits)
    try confirmPrivate(mode)
    return mode
  }

  private func saveCopy() throws(FileWriteError) -> TemporaryFile {
    let copy = try TemporaryFile.create(
      in: folder,
      for: .copy(of: name),
      naming: base.resolvedPath
    )
    do throws(FileWriteError) {
      guard try mode(of: copy.descriptor) & ~(base.mode | 0o600) & 0o077 == 0 else {
        throw .modeNotKept(path: base.path, mode: try mode(of: copy.descriptor))
      }
      try copy.fill(with: base.content)
      // Without its name on disk the copy is no help, so here a failure counts.
      try attempt(.synchronize) { () throws(Errno) in try folder.synchronize() }
    } catch {
      copy.discard()
      throw error
    }
    return copy
  }

  /// Writes first and cuts off what is left over last, so that as little as possible is missing.
  private func overwrite(
    _ descriptor: Int32,
    with content: FileContent
  ) throws(FileWriteError) {
    try attempt(.write) { () throws(Errno) in
      try calls.rewind(descriptor)
      try calls.write(content.bytes, to: descriptor)
    }
    try attempt(.truncate) { () throws(Errno) in
      try calls.truncate(descriptor, to: content.bytes.count)
    }
    try attempt(.synchronize) { () throws(Errno) in try calls.synchronize(descriptor) }
  }

  /// Puts the old bytes back; where that fails too, the copy stays and the error names it.
  private func putBack(_ descriptor: Int32, copy: TemporaryFile) throws(FileWriteError) {
    do throws(FileWriteError) {
      try overwrite(descriptor, with: base.content)
      let mode = try setMode(descriptor, to: base.mode)
      try confirmWritten(descriptor, base.content, mode: mode)
    } catch {
      calls.close(copy.descriptor)
      throw .cutOff(path: base.resolvedPath, copy: copy.path, reason: error.reason)
    }
  }
}
