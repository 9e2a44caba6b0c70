import Ground
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folder that a program is run in, by a name that Subprocess can open.
///
/// Subprocess turns the name into text, so one that is none is opened here and named by its number.
struct WorkingFolder {
  /// The name; nil for the current folder.
  let path: FilePath?
  private let descriptor: Int32?

  /// Takes the folder's path; throws where it has to be opened and cannot be.
  init(_ path: String?) throws(ToolError) {
    guard let path, SystemText.hasEscapes(path) else {
      self.path = path.map { FilePath($0) }
      descriptor = nil
      return
    }
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw .noFolder(path) }
    descriptor = opened
    self.path = FilePath("/dev/fd/\(opened)")
  }

  /// Ends it, once the program has started.
  func close() {
    if let descriptor { closeDescriptor(descriptor) }
  }
}

private func closeDescriptor(_ descriptor: Int32) {
  _ = close(descriptor)
}
