import Ground
import SystemPackage

/// A private file beside a target, named so that git ignores it and locked while it is in use.
///
/// The lock is how a later run tells a file that is being written from one that was left behind.
struct TemporaryFile {
  /// What the file is for, which its name tells.
  enum Purpose: Equatable {
    /// New bytes that will take the target's place; worth nothing once the writer is gone.
    case replacement
    /// The old bytes of a file that is written in place, by the name of that file.
    case copy(of: String)
  }

  let folder: HeldFolder
  let name: String
  let descriptor: Int32
  /// The file that it stands in for, which errors name.
  private let subject: String
  private var calls: FileCalls { folder.calls }

  /// Where the file is, for words.
  var path: String { folder.file(name) }

  /// Makes and locks a new file, mode 0600.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - purpose: What it is for.
  ///   - subject: The path that errors name; nil for the folder's.
  /// - Returns: The file, open.
  /// - Throws: Why it could not be made.
  static func create(
    in folder: HeldFolder,
    for purpose: Purpose,
    naming subject: String? = nil
  ) throws(FileWriteError) -> TemporaryFile {
    let subject = subject ?? folder.path
    while true {
      let name = TemporaryFileName.make(for: purpose)
      let descriptor = try attempt(.open, subject) { () throws(Errno) in
        do throws(Errno) {
          return try folder.calls.create(name, at: folder.descriptor, mode: 0o600) as Int32?
        } catch .fileExists {
          return nil
        }
      }
      guard let descriptor else { continue }
      let file = TemporaryFile(
        folder: folder,
        name: name,
        descriptor: descriptor,
        subject: subject
      )
      if try file.lock() { return file }
    }
  }

  /// Whether the file is ours now; false where a cleaner was quicker and has removed it.
  private func lock() throws(FileWriteError) -> Bool {
    do throws(Errno) {
      try calls.lock(descriptor)
      if try calls.status(descriptor).linkCount > 0 { return true }
      calls.close(descriptor)
      return false
    } catch .wouldBlock {
      calls.close(descriptor)
      return false
    } catch .notSupported {
      // A file system without locks: the file is then never taken for a stale one.
      return true
    } catch {
      discard()
      throw .failed(path: subject, call: .lock, reason: error)
    }
  }

  /// Writes the bytes and waits until they are on the disk.
  func fill(with content: FileContent) throws(FileWriteError) {
    try attempt(.write, subject) { () throws(Errno) in
      try calls.write(content.bytes, to: descriptor)
    }
    try attempt(.synchronize, subject) { () throws(Errno) in try calls.synchronize(descriptor) }
  }

  /// Removes the file; one that cannot be removed now is emptied, and removed by the next run.
  func discard() {
    do throws(Errno) {
      try folder.remove(name)
    } catch {
      try? calls.truncate(descriptor, to: 0)
    }
    calls.close(descriptor)
  }
}

/// Runs one call and says in the error which it was.
func attempt<Value>(
  _ call: FileCall,
  _ path: String,
  _ work: () throws(Errno) -> Value
) throws(FileWriteError) -> Value {
  do throws(Errno) {
    return try work()
  } catch {
    throw .failed(path: path, call: call, reason: error)
  }
}
