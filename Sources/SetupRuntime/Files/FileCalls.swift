package import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The system calls that change files, by name.
package enum FileCall: String, CaseIterable, Sendable {
  case open
  case lock
  case write
  case truncate
  case changeOwner
  case copyAttributes
  case changeMode
  case synchronize
  case rename
  case remove
  case close
}

/// The one place where files are changed, so that a test can fail or stop the program at any call.
package struct FileCalls: Sendable {
  private let refusal: @Sendable (FileCall) -> Errno?

  /// The system as it is.
  package static let live = FileCalls { _ in nil }

  /// Makes calls that are announced first; an error given there stands in for the call.
  package init(refusal: @escaping @Sendable (FileCall) -> Errno?) {
    self.refusal = refusal
  }

  func open(_ path: String, flags: Int32, mode: UInt32 = 0) throws(Errno) -> Int32 {
    try announce(.open)
    return try checked { systemOpen(path, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
  }

  /// Locks a file for as long as the descriptor is open; fails at once where somebody else holds it.
  func lock(_ descriptor: Int32) throws(Errno) {
    try announce(.lock)
    _ = try checked { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  /// Writes all bytes from the descriptor's position, 64 KiB a call.
  func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    var written = 0
    while written < bytes.count {
      try announce(.write)
      let start = written
      written += try checked { systemWrite(descriptor, bytes, from: start) }
    }
  }

  func rewind(_ descriptor: Int32) throws(Errno) {
    _ = try checked { Int(lseek(descriptor, 0, SEEK_SET)) }
  }

  func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    try announce(.truncate)
    _ = try checked { ftruncate(descriptor, off_t(size)) }
  }

  func changeOwner(_ descriptor: Int32, owner: UInt32, group: UInt32) throws(Errno) {
    try announce(.changeOwner)
    _ = try checked { fchown(descriptor, owner, group) }
  }

  func copyAttributes(from source: Int32, to target: Int32) throws(Errno) {
    try announce(.copyAttributes)
    try ExtendedAttributes.copy(from: source, to: target)
  }

  func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    try announce(.changeMode)
    _ = try checked { fchmod(descriptor, mode_t(mode)) }
  }

  func synchronize(_ descriptor: Int32) throws(Errno) {
    try announce(.synchronize)
    _ = try checked { fsync(descriptor) }
  }

  func rename(_ source: String, to target: String) throws(Errno) {
    try announce(.rename)
    _ = try checked { systemRename(source, target) }
  }

  func remove(_ path: String) throws(Errno) {
    try announce(.remove)
    _ = try checked { unlink(path) }
  }

  /// Closes a descriptor; an error says nothing that fsync has not said before.
  func close(_ descriptor: Int32) {
    _ = refusal(.close)
    _ = systemClose(descriptor)
  }

  /// What the system knows of an open file.
  func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try checked { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  private func announce(_ call: FileCall) throws(Errno) {
    if let refusal = refusal(call) { throw refusal }
  }

  /// Calls again after a signal and turns -1 into the reason.
  private func checked<Value: SignedInteger>(_ call: () -> Value) throws(Errno) -> Value {
    while true {
      let value = call()
      if value != -1 { return value }
      let reason = Errno(rawValue: errno)
      if reason != .interrupted { throw reason }
    }
  }
}

// The system's functions, called from outside the type whose methods bear the same names.

private func systemOpen(_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32 {
  open(path, flags, mode_t(mode))
}

private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { buffer in
    let rest = UnsafeRawBufferPointer(rebasing: buffer[start...].prefix(65_536))
    return write(descriptor, rest.baseAddress, rest.count)
  }
}

private func systemRename(_ source: String, _ target: String) -> Int32 {
  rename(source, target)
}

private func systemClose(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}
