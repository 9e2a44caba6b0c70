import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What an earlier run that was killed had left in a folder.
package struct StaleFiles: Equatable, Sendable {
  /// A copy of a file whose writing was cut off; it is kept for the user to compare.
  package struct KeptCopy: Equatable, Sendable {
    /// The absolute path of the copy.
    package var path: String
    /// The absolute path of the file that it is a copy of.
    package var original: String

    /// What happened and what to do, in sentences for the user.
    package var explanation: String {
      "An earlier run was stopped while it wrote \(original). The file as it was before is kept in "
        + "\(path): compare the two, then remove the copy."
    }
  }

  /// The absolute paths of the temporary files that were removed.
  package var removed: [String] = []
  /// The copies that were kept.
  package var kept: [KeptCopy] = []

  /// Collects the paths.
  package init(removed: [String] = [], kept: [KeptCopy] = []) {
    self.removed = removed
    self.kept = kept
  }
}

extension AtomicFile {
  /// Removes temporary files whose writer is gone, which the lock on each tells.
  ///
  /// A copy of a file that was written in place is removed only where that file begins with the
  /// same bytes, so that it holds nothing more; otherwise it may be the only whole one, and is
  /// reported.
  package func removeStaleTemporaryFiles(in folder: String) -> StaleFiles {
    guard let folder = try? HeldFolder(folder, calls: calls) else { return StaleFiles() }
    return removeStaleTemporaryFiles(in: folder)
  }

  /// The same in a folder that is held open.
  func removeStaleTemporaryFiles(in folder: HeldFolder) -> StaleFiles {
    var stale = StaleFiles()
    for name in (try? folder.names()) ?? [] {
      guard let purpose = TemporaryFileName.purpose(of: name) else { continue }
      guard let descriptor = lockAbandoned(name, in: folder) else { continue }
      defer { calls.close(descriptor) }
      if case .copy(let original) = purpose {
        guard holdsNothingMore(descriptor, than: original, in: folder) else {
          stale.kept.append(.init(path: folder.file(name), original: folder.file(original)))
          continue
        }
      }
      if (try? folder.remove(name)) != nil { stale.removed.append(folder.file(name)) }
    }
    return stale
  }

  /// Opens and locks a file of ours that nobody is writing; nil for every other.
  private func lockAbandoned(_ name: String, in folder: HeldFolder) -> Int32? {
    guard let status = try? folder.status(of: name), status.kind == .file,
      status.owner == geteuid() || geteuid() == 0,
      let descriptor = try? folder.open(name, flags: O_RDONLY)
    else { return nil }
    if (try? calls.lock(descriptor)) != nil { return descriptor }
    calls.close(descriptor)
    return nil
  }

  private func holdsNothingMore(
    _ copy: Int32,
    than original: String,
    in folder: HeldFolder
  ) -> Bool {
    guard let descriptor = try? folder.open(original, flags: O_RDONLY) else { return false }
    defer { calls.close(descriptor) }
    guard let kept = try? readAll(copy), let now = try? readAll(descriptor) else { return false }
    return now.starts(with: kept)
  }

  private func readAll(_ descriptor: Int32) throws(Errno) -> [UInt8] {
    let status = try calls.status(descriptor)
    guard status.kind == .file, status.size <= FileReader.standardLimit else { throw .fileTooLarge }
    return try calls.readAll(
      descriptor,
      expecting: status.size,
      limit: FileReader.standardLimit
    )
  }
}
