package import Ground
package import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Writes files so that whatever stops the program leaves the old bytes or the new ones.
///
/// The folder of a file is opened once, compared with the one that the snapshot names, and held:
/// a link that takes its place meanwhile leads nothing astray.
package struct AtomicFile: Sendable {
  /// What is done on a file system that leaves a file more open than it is meant to be.
  package enum Openness: Sendable {
    /// Nothing is written: the file holds a secret.
    case refused
    /// It is written, and the report tells.
    case accepted
  }

  let calls: FileCalls

  /// Makes a writer over the calls of the running task.
  package init(calls: FileCalls = .current) {
    self.calls = calls
  }

  /// Puts bytes where a snapshot was taken, if what stands there is still the same.
  ///
  /// A link is followed to where it led then; mode, owner and group stay. Where exchanging the file
  /// would lose something, the bytes are written in place after a private copy is safe on disk, and
  /// the report says so. What counts in the end is what is read back, not what the calls answered.
  package func write(
    _ content: FileContent,
    over base: FileSnapshot,
    mode: FileModeRule,
    openness: Openness = .refused
  ) throws(FileWriteError) -> WriteReport {
    let work = try FileWork(base, content, mode, openness, calls: calls)
    try work.confirmUnchanged()
    if base.linkCount > 1 {
      return try work.writeInPlace(because: .hardLinks(base.linkCount))
    }
    switch try work.replace() {
    case .done(let report): return report
    case .better(let reason): return try work.writeInPlace(because: reason)
    }
  }

  /// Changes the permission bits of an existing file and nothing else.
  package func changeMode(of base: FileSnapshot, to rule: FileModeRule) throws(FileWriteError) {
    let work = try FileWork(base, base.content, rule, .accepted, calls: calls)
    try work.confirmUnchanged()
    let descriptor = try work.openExisting(O_RDONLY)
    defer { calls.close(descriptor) }
    let bits = rule.bits(existing: base.mode)
    let mode: UInt32
    do throws(FileWriteError) {
      mode = try work.setMode(descriptor, to: bits)
    } catch {
      // It may be changed, and only not have been looked at.
      guard let mode = try? calls.status(descriptor).mode, mode == base.mode else {
        throw .notAsWritten(path: base.path, reason: error.reason)
      }
      throw error
    }
    guard mode == bits else { throw .modeNotKept(path: base.path, mode: mode) }
    // The mode has been read back; on the disk it is late at worst.
    try? calls.synchronize(descriptor)
  }

  /// Removes a file that is still what the snapshot says; a link to it stays.
  package func remove(_ base: FileSnapshot) throws(FileWriteError) {
    let work = try FileWork(base, FileContent(), .exactly(0), .accepted, calls: calls)
    try work.confirmUnchanged()
    let name = work.name
    do throws(Errno) {
      try work.folder.remove(name)
    } catch {
      // A network file system may have done what it says that it has not.
      let left = try work.left(after: error)
      guard left == nil else {
        throw left == base.identity
          ? .failed(path: base.resolvedPath, call: .remove, reason: error)
          : .changedOnDisk(path: base.path)
      }
    }
    try? work.folder.synchronize()
  }
}

/// One write: the file as it was, what it is to be, and its folder, held open.
struct FileWork {
  let base: FileSnapshot
  let content: FileContent
  let rule: FileModeRule
  let openness: AtomicFile.Openness
  let folder: HeldFolder
  let name: String
  let calls: FileCalls

  init(
    _ base: FileSnapshot,
    _ content: FileContent,
    _ rule: FileModeRule,
    _ openness: AtomicFile.Openness,
    calls: FileCalls
  ) throws(FileWriteError) {
    guard base.kind == .file || base.kind == .missing else { throw .notAFile(path: base.path) }
    guard let place = base.place else { throw .changedOnDisk(path: base.path) }
    self.base = base
    self.content = content
    self.rule = rule
    self.openness = openness
    self.calls = calls
    do throws(FileWriteError) {
      folder = try HeldFolder.opening(place, calls: calls)
    } catch .changedOnDisk {
      throw .changedOnDisk(path: base.path)
    }
    name = place.name
  }

  /// The permission bits that the file is meant to have.
  var bits: UInt32 { rule.bits(existing: base.kind == .file ? base.mode : nil) }

  /// Looks again; the number of the file may differ, for what counts is that nothing is lost.
  @discardableResult
  func confirmUnchanged() throws(FileWriteError) -> FileSnapshot {
    let current: FileSnapshot
    do throws(FileReadError) {
      current = try FileReader.snapshot(of: base.path)
    } catch {
      throw .unreadable(error)
    }
    guard current.hasSameState(as: base) else { throw .changedOnDisk(path: base.path) }
    return current
  }

  /// What stands at the name after a removal that the system says has failed; nil for nothing.
  func left(after reason: Errno) throws(FileWriteError) -> FileIdentity? {
    do throws(Errno) {
      return try folder.status(of: name)?.identity
    } catch {
      throw .notAsWritten(path: base.path, reason: reason)
    }
  }

  /// Opens the file of the snapshot; never waits, should a pipe have taken its place.
  func openExisting(_ flags: Int32) throws(FileWriteError) -> Int32 {
    try attempt(.open) { () throws(Errno) in try folder.open(name, flags: flags) }
  }

  /// Runs one call and says in the error which it was.
  func attempt<Value>(
    _ call: FileCall,
    _ work: () throws(Errno) -> Value
  ) throws(FileWriteError) -> Value {
    try SetupRuntime.attempt(call, base.resolvedPath, work)
  }
}

// MARK: - Reading back

extension FileWork {
  /// Reads back what was written: the bytes, the mode, and that the path leads to this very file.
  ///
  /// - Parameters:
  ///   - descriptor: The file that was written, open for reading.
  ///   - content: The bytes that it is to hold.
  ///   - mode: The permission bits that it had when its bytes were written.
  /// - Throws: `notAsWritten`.
  func confirmWritten(
    _ descriptor: Int32,
    _ content: FileContent,
    mode: UInt32
  ) throws(FileWriteError) {
    let isAsWritten: Bool
    do throws(Errno) {
      let status = try calls.status(descriptor)
      try calls.rewind(descriptor)
      let count = content.bytes.count
      let bytes = try calls.readAll(descriptor, expecting: count, limit: count)
      let target = try LinkResolver.find(base.path)
      isAsWritten =
        bytes == content.bytes && status.mode == mode
        && target.status?.identity == status.identity
    } catch {
      throw .notAsWritten(path: base.path, reason: error)
    }
    guard isAsWritten else { throw .notAsWritten(path: base.path, reason: nil) }
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
    // Folders that the run itself has made since are at the path that was meant.
    if let place = other.place, !place.missing.isEmpty, mine.place?.path == place.path {
      mine.place = place
    }
    return mine == other
  }
}
