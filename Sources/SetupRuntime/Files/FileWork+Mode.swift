import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension FileWork {
  /// The permission bits of an open file.
  func mode(of descriptor: Int32) throws(FileWriteError) -> UInt32 {
    try attempt(.status) { () throws(Errno) in try calls.status(descriptor).mode }
  }

  /// Asks for permission bits, and gives those that the file has then.
  ///
  /// A file system that keeps none refuses, or says yes and does nothing.
  func setMode(_ descriptor: Int32, to bits: UInt32) throws(FileWriteError) -> UInt32 {
    let status = try attempt(.status) { () throws(Errno) in try calls.status(descriptor) }
    guard status.mode != bits else { return bits }
    do throws(Errno) {
      try calls.changeMode(descriptor, to: bits)
    } catch {
      let isOurs = status.owner == geteuid() || geteuid() == 0
      guard isOurs, [.notPermitted, .notSupported, .noFunction].contains(error) else {
        throw .failed(path: base.resolvedPath, call: .changeMode, reason: error)
      }
    }
    return try mode(of: descriptor)
  }

  /// Stops where others could open what is meant to be kept from them, before or after it is written.
  func confirmPrivate(_ mode: UInt32) throws(FileWriteError) {
    guard mode & ~bits & 0o077 != 0, openness == .refused else { return }
    throw .modeNotKept(path: base.path, mode: mode)
  }
}
