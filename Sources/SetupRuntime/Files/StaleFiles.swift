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
    var stale = StaleFiles()
    for name in (try? FolderListing.names(in: folder)) ?? [] {
      guard let purpose = TemporaryFileName.purpose(of: name) else { continue }
      let path = FilePath(folder).appending(name).string
      guard let descriptor = lockAbandoned(path) else { continue }
      defer { calls.close(descriptor) }
      if case .copy(let name) = purpose {
        let original = FilePath(folder).appending(name).string
        guard holdsNothingMore(path, than: original) else {
          stale.kept.append(.init(path: path, original: original))
          continue
        }
      }
      if (try? calls.remove(path)) != nil { stale.removed.append(path) }
    }
    return stale
  }

  /// Opens and locks a file of ours that nobody is writing; nil for every other.
  private func lockAbandoned(_ path: String) -> Int32? {
    guard let status = try? FileStatus.ofLink(path), status.kind == .file, !status.isLink,
      status.owner == geteuid() || geteuid() == 0,
      let descriptor = try? calls.open(path, flags: O_RDONLY | O_NONBLOCK)
    else { return nil }
    if (try? calls.lock(descriptor)) != nil { return descriptor }
    calls.close(descriptor)
    return nil
  }

  private func holdsNothingMore(_ copy: String, than original: String) -> Bool {
    guard let copy = try? FileReader.snapshot(of: copy),
      let original = try? FileReader.snapshot(of: original)
    else { return false }
    return original.content.bytes.starts(with: copy.content.bytes)
  }
}
