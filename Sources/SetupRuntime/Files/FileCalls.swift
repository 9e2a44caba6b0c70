internal import Ground
package import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The one place where files are touched, so that a test can fail or stop the program at any call.
///
/// Names are taken relative to an open folder; an absolute path needs none.
package struct FileCalls: Sendable {
  private let fault: @Sendable (FileCall) -> FileFault?

  /// The system as it is.
  package static let live = FileCalls { _ -> FileFault? in nil }

  /// The calls that the running task makes: everything that touches files makes these.
  @TaskLocal package static var current = FileCalls.live

  /// Makes calls that are announced first; a fault given there stands in for the call.
  package init(fault: @escaping @Sendable (FileCall) -> FileFault?) {
    self.fault = fault
  }

  /// Makes calls that are announced first; an error given there stands in for the call.
  package init(refusal: @escaping @Sendable (FileCall) -> Errno?) {
    self.init { call -> FileFault? in refusal(call).map { .error($0) } }
  }

  /// Makes a call again after a signal, and turns -1 into the reason.
  func checked<Value: SignedInteger>(_ call: FileCall, _ work: () -> Value) throws(Errno) -> Value {
    try limited(call) { _ in work() }
  }

  /// Tells the work besides how much it may handle at most.
  private func limited<Value: SignedInteger>(
    _ call: FileCall,
    _ work: (_ limit: Int) -> Value
  ) throws(Errno) -> Value {
    while true {
      let reason: Errno
      switch fault(call) {
      case .error(let injected): reason = injected
      case .ignored: return 0
      case let fault:
        let value = work(fault == .short ? 1 : .max)
        if value != -1 { return value }
        reason = Errno(rawValue: errno)
      }
      if reason != .interrupted { throw reason }
    }
  }
}

// MARK: - Open files

extension FileCalls {
  /// Locks a file for as long as the descriptor is open; fails at once where somebody else holds it.
  func lock(_ descriptor: Int32) throws(Errno) {
    _ = try checked(.lock) { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  /// Reads from the descriptor's position; 0 at the end.
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    try limited(.read) { limit in
      systemRead(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(limit)))
    }
  }

  /// Reads from the descriptor's position to the end, at most one byte more than the limit.
  func readAll(_ descriptor: Int32, expecting size: Int, limit: Int) throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { buffer.deallocate() }
    while bytes.count <= limit {
      let wanted = buffer.prefix(limit + 1 - bytes.count)
      let count = try read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: wanted))
      if count == 0 { break }
      bytes.append(contentsOf: buffer.prefix(count))
    }
    return bytes
  }

  /// Writes all bytes from the descriptor's position, 64 KiB a call.
  func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    var written = 0
    while written < bytes.count {
      let start = written
      written += try limited(.write) { limit in
        bytes.withUnsafeBytes { buffer in
          let rest = buffer[start...].prefix(min(limit, 65_536))
          return systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        }
      }
    }
  }

  func rewind(_ descriptor: Int32) throws(Errno) {
    _ = try checked(.read) { Int(lseek(descriptor, 0, SEEK_SET)) }
  }

  func truncate(_ descriptor: Int32, to size: Int) throws(Errno) {
    _ = try checked(.truncate) { ftruncate(descriptor, off_t(size)) }
  }

  func changeOwner(_ descriptor: Int32, owner: UInt32, group: UInt32) throws(Errno) {
    _ = try checked(.changeOwner) { fchown(descriptor, owner, group) }
  }

  func copyAttributes(from source: Int32, to target: Int32) throws(Errno) {
    _ = try checked(.copyAttributes) { 0 }
    try ExtendedAttributes.copy(from: source, to: target)
  }

  func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    _ = try checked(.changeMode) { fchmod(descriptor, mode_t(mode)) }
  }

  func synchronize(_ descriptor: Int32) throws(Errno) {
    _ = try checked(.synchronize) { fsync(descriptor) }
  }

  /// What the system knows of an open file.
  func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try checked(.status) { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Closes a descriptor; an error says nothing that fsync has not said before.
  func close(_ descriptor: Int32) {
    _ = fault(.close)
    systemClose(descriptor)
  }
}

// MARK: - Names

extension FileCalls {
  /// The folder to which a relative path belongs where none is held open: the current one.
  static let anywhere = AT_FDCWD

  /// Opens what stands at a name; a link there is refused.
  func open(
    _ name: String,
    at folder: Int32 = anywhere,
    flags: Int32,
    mode: UInt32 = 0
  ) throws(Errno) -> Int32 {
    let flags = flags | O_CLOEXEC | O_NOFOLLOW
    return try checked(.open) { systemOpen(folder, name, flags, mode_t(mode)) }
  }

  /// Opens a folder to work in it; the descriptor is good for names alone.
  func openFolder(
    _ path: String,
    at folder: Int32 = anywhere,
    followingLink: Bool = true
  ) throws(Errno) -> Int32 {
    #if canImport(Darwin)
    let flags = O_SEARCH | O_CLOEXEC
    #else
    // fcntl.h shows O_PATH to GNU sources alone; its value is that of asm-generic/fcntl.h.
    let flags = 0o1000_0000 | O_DIRECTORY | O_CLOEXEC
    #endif
    let link = followingLink ? 0 : O_NOFOLLOW
    return try checked(.open) { systemOpen(folder, path, flags | link, 0) }
  }

  /// Makes a new file, open for reading and writing, with this mode whatever the process's mask.
  func create(_ name: String, at folder: Int32 = anywhere, mode: UInt32) throws(Errno) -> Int32 {
    let descriptor = try open(name, at: folder, flags: O_RDWR | O_CREAT | O_EXCL, mode: mode)
    guard ProcessMask.current & mode != 0 else { return descriptor }
    do throws(Errno) {
      try changeMode(descriptor, to: mode)
    } catch {
      // A file system without modes: what the file has is looked at before it is written.
    }
    return descriptor
  }

  /// What the system knows of a name.
  func status(
    of name: String,
    at folder: Int32 = anywhere,
    followingLink: Bool
  ) throws(Errno) -> FileStatus {
    var status = stat()
    let flags = followingLink ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try checked(.status) { fstatat(folder, name, &status, flags) }
    return FileStatus(status)
  }

  /// The text of a link.
  func readLink(_ name: String, at folder: Int32 = anywhere) throws(Errno) -> String {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try checked(.readLink) { readlinkat(folder, name, &text, text.count) }
    return SystemText.decoded(text.prefix(count).map { UInt8(bitPattern: $0) })
  }

  /// The path without links.
  func realPath(_ path: String) throws(Errno) -> String {
    var text: String?
    _ = try checked(.realPath) {
      guard let resolved = realpath(path, nil) else { return -1 }
      text = systemText(resolved)
      free(resolved)
      return 0
    }
    return text ?? path
  }

  /// Fails where the user that counts for opening files lacks a right.
  func access(_ path: String, _ rights: Int32) throws(Errno) {
    _ = try checked(.access) { faccessat(AT_FDCWD, path, rights, AT_EACCESS) }
  }

  /// Changes the permission bits of a name; a link there is followed.
  func changeMode(
    of name: String,
    at folder: Int32 = anywhere,
    to mode: UInt32
  ) throws(Errno) {
    _ = try checked(.changeMode) { fchmodat(folder, name, mode_t(mode), 0) }
  }

  func rename(_ source: String, to target: String, at folder: Int32 = anywhere) throws(Errno) {
    _ = try checked(.rename) { renameat(folder, source, folder, target) }
  }

  func remove(_ name: String, at folder: Int32 = anywhere) throws(Errno) {
    _ = try checked(.remove) { unlinkat(folder, name, 0) }
  }

  /// Makes a folder that its owner can enter whatever the process's mask.
  func makeFolder(_ name: String, at folder: Int32 = anywhere, mode: UInt32) throws(Errno) {
    _ = try checked(.makeFolder) { mkdirat(folder, name, mode_t(mode)) }
    guard ProcessMask.current & mode & 0o700 != 0 else { return }
    let open = mode_t(mode & ~(ProcessMask.current & 0o077))
    _ = try checked(.changeMode) { fchmodat(folder, name, open, AT_SYMLINK_NOFOLLOW) }
  }

  func removeFolder(_ name: String, at folder: Int32 = anywhere) throws(Errno) {
    _ = try checked(.removeFolder) { unlinkat(folder, name, AT_REMOVEDIR) }
  }

  /// The names in a folder, `.` and `..` left out, at most `limit` of them.
  func names(in folder: String, at parent: Int32 = anywhere, limit: Int) throws(Errno) -> [String] {
    // A folder that is held open is so for names alone: to be read it is opened once more.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = try checked(.open) { systemOpen(parent, folder, flags, 0) }
    guard let stream = fdopendir(descriptor) else {
      let reason = Errno(rawValue: errno)
      close(descriptor)
      throw reason
    }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit {
      var entry: UnsafeMutablePointer<dirent>?
      _ = try checked(.list) {
        errno = 0
        entry = readdir(stream)
        return entry == nil && errno != 0 ? -1 : 0
      }
      guard let entry else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self,
          capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) {
          systemText($0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

// The system's functions, called from outside the type whose methods bear the same names.

private func systemOpen(_ folder: Int32, _ name: String, _ flags: Int32, _ mode: UInt32) -> Int32 {
  openat(folder, name, flags, mode_t(mode))
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemClose(_ descriptor: Int32) {
  close(descriptor)
}
