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
    let target = try LinkResolver.find(path)
    guard let status = target.status, let folder = target.folder else {
      return snapshot(path, target, nil)
    }
    // A pipe or a device is not opened: opening one can have effects of its own.
    guard status.kind == .file else { return snapshot(path, target, status) }
    do {
      let descriptor = try folder.open(target.place.name, flags: O_RDONLY | O_NOCTTY)
      defer { folder.calls.close(descriptor) }
      return try read(path, target, descriptor, limit: limit)
    } catch Errno.noSuchFileOrDirectory {
      return snapshot(path, target, nil)
    }
  }

  private static func read(
    _ path: String,
    _ target: LinkResolver.Target,
    _ descriptor: Int32,
    limit: Int
  ) throws -> FileSnapshot {
    let calls = FileCalls.current
    let status = try calls.status(descriptor)
    // What was a file a moment ago may be a pipe by now.
    guard status.kind == .file else { return snapshot(path, target, status) }
    guard status.size <= limit else {
      throw FileReadError.tooLarge(path: path, size: status.size, limit: limit)
    }
    let bytes = try calls.readAll(descriptor, expecting: status.size, limit: limit)
    guard bytes.count <= limit else {
      throw FileReadError.tooLarge(path: path, size: bytes.count, limit: limit)
    }
    return snapshot(path, target, status, FileContent(bytes))
  }

  private static func snapshot(
    _ path: String,
    _ target: LinkResolver.Target,
    _ status: FileStatus?,
    _ content: FileContent = FileContent()
  ) -> FileSnapshot {
    var snapshot = FileSnapshot(path: path, kind: status?.kind ?? .missing, content: content)
    if target.isLink { snapshot.resolvedPath = target.place.path }
    snapshot.place = target.place
    guard let status else { return snapshot }
    snapshot.mode = status.mode
    snapshot.owner = status.owner
    snapshot.group = status.group
    snapshot.linkCount = status.linkCount
    snapshot.identity = status.identity
    return snapshot
  }
}
