import Ground
internal import ProjectScan
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Reads the files of a folder, and follows no link.
struct SourceFolder {
  private let directory: String

  init(_ directory: String) {
    self.directory = directory
  }

  /// The files below, without folders that hold what others wrote or a tool built.
  func files(limit: Int) throws(SetupError) -> [String] {
    var files: [String] = []
    var folders = [""]
    do throws(Errno) {
      _ = try FolderListing.names(in: directory, limit: 1)
    } catch {
      throw SetupError(
        .file,
        "\(directory) could not be read (\(error)).",
        remedy: "Name another folder with --directory, or mend its permissions."
      )
    }
    while let folder = folders.popLast(), files.count < limit {
      let path = folder.isEmpty ? directory : "\(directory)/\(folder)"
      for name in (try? FolderListing.names(in: path)) ?? [] {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        switch (try? FileStatus.ofLink("\(directory)/\(relative)"))?.kind {
        case .directory where !PathRules.isForeign(folder: name): folders.append(relative)
        case .file: files.append(relative)
        default: break
        }
      }
    }
    return files
  }

  /// Whether a file stands there, no link.
  static func isFile(_ name: String, in directory: String) -> Bool {
    (try? FileStatus.ofLink("\(directory)/\(name)"))?.kind == .file
  }

  /// The bytes of a file; nil where there is none, it is a link or a device, or it is too large.
  static func bytes(of name: String, in directory: String, limit: Int) -> [UInt8]? {
    let path = (SystemText.bytes("\(directory)/\(name)") + [0]).map { CChar(bitPattern: $0) }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = read(descriptor, start + count, size - count)
        guard got > 0 else { break }
        count += got
      }
    }
  }
}
