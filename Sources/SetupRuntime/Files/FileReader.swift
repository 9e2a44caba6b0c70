import Ground
package import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Looks at files without changing or waiting for anything.
package enum FileReader {
  /// The largest file that is read, in bytes: 16 MiB.
  package static let standardLimit = 16 * 1024 * 1024

  /// Tells what stands at an absolute path, symbolic links followed.
  ///
  /// A missing file is an answer, not an error; so is a folder, a pipe or a device, none of which
  /// is opened. Throws where a file is larger than `limit` bytes, where links lead in a circle,
  /// and where the system refuses.
  package static func snapshot(
    of path: String,
    limit: Int = standardLimit
  ) throws(FileReadError) -> FileSnapshot {
    do {
      return try look(at: path, limit: limit)
    } catch let error as FileReadError {
      throw error
    } catch Errno.tooManySymbolicLinkLevels {
      throw .linkLoop(path: path)
    } catch {
      throw .notReadable(path: path, reason: (error as? Errno) ?? .ioError)
    }
  }

  private static func look(at path: String, limit: Int) throws -> FileSnapshot {
    let resolved = try LinkResolver.resolve(path)
    do {
      let status = try FileStatus.following(resolved)
      // A pipe or a device is not opened: opening one can have effects of its own.
      guard status.kind == .file else {
        return snapshot(path, resolved, status, FileContent())
      }
      return try read(path, resolved, limit: limit)
    } catch Errno.noSuchFileOrDirectory {
      return FileSnapshot(path: path, resolvedPath: resolved, kind: .missing)
    }
  }

  private static func read(_ path: String, _ resolved: String, limit: Int) throws -> FileSnapshot {
    // O_NONBLOCK: what was a file a moment ago may be a pipe by now.
    let calls = FileCalls.current
    let descriptor = try calls.open(resolved, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
    defer { calls.close(descriptor) }
    let status = try calls.status(descriptor)
    guard status.kind == .file else { return snapshot(path, resolved, status, FileContent()) }
    guard status.size <= limit else {
      throw FileReadError.tooLarge(path: path, size: status.size, limit: limit)
    }
    let bytes = try readAll(descriptor, expecting: status.size, limit: limit)
    guard bytes.count <= limit else {
      throw FileReadError.tooLarge(path: path, size: bytes.count, limit: limit)
    }
    return snapshot(path, resolved, status, FileContent(bytes))
  }

  /// Reads to the end, at most one byte more than the limit.
  private static func readAll(_ descriptor: Int32, expecting size: Int, limit: Int) throws
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let wanted = min(buffer.count, limit + 1 - bytes.count)
      let count = try buffer.withUnsafeMutableBytes { piece throws(Errno) in
        try FileCalls.current.read(descriptor, into: .init(rebasing: piece.prefix(wanted)))
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer.prefix(count))
    }
    return bytes
  }

  private static func snapshot(
    _ path: String,
    _ resolved: String,
    _ status: FileStatus,
    _ content: FileContent
  ) -> FileSnapshot {
    FileSnapshot(
      path: path,
      resolvedPath: resolved,
      kind: status.kind,
      content: content,
      mode: status.mode,
      owner: status.owner,
      group: status.group,
      linkCount: status.linkCount,
      identity: status.identity
    )
  }
}
