package import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A project's folder as far as a starter client is concerned.
package struct StarterClientFolder: Sendable {
  private let directory: String

  /// Works in the project at an absolute path.
  package init(_ directory: String) {
    self.directory = directory
  }

  /// The name of the project's Go module; nil without a `go.mod` that can be read.
  package var goModule: String? {
    let path = FilePath(directory).appending("go.mod").string
    guard let file = try? FileReader.snapshot(of: path, limit: 1024 * 1024) else { return nil }
    return GoModule.name(in: String(decoding: file.content.bytes, as: UTF8.self))
  }

  /// Looks at the places of a client's files, and plans to write them.
  ///
  /// - Throws: `exists` where anything stands at one of them; a file error where they cannot be
  ///   looked at.
  package func plan(_ client: StarterClient) throws(SetupError) -> Plan {
    var found: [FileSnapshot] = []
    for file in client.files {
      do throws(FileReadError) {
        let path = FilePath(directory).appending(file.path).string
        found.append(try FileReader.snapshot(of: path))
      } catch {
        throw SetupError(.file, error.message, remedy: error.remedy)
      }
    }
    return try Plan.make(client, found: found)
  }

  /// Makes the folders of a plan's files that are missing, as open as the process's mask lets them.
  ///
  /// - Returns: The folders that are new, the outer ones first.
  package func makeFolders(for plan: Plan) throws(SetupError) -> [String] {
    var made: [String] = []
    for entry in plan.pending {
      var path = FilePath(directory)
      for component in FilePath(entry.path).removingLastComponent().components {
        path.append(component)
        if mkdir(path.string, 0o777) == 0 {
          made.append(path.string)
          continue
        }
        let reason = Errno(rawValue: errno)
        if (try? FileStatus.following(path.string))?.kind == .directory { continue }
        removeFolders(made)
        throw SetupError(
          .file,
          "The folder \(path.string) could not be made: \(reason.description). Nothing was written.",
          remedy: "Move what is in the way, or change the permissions of the folder above it."
        )
      }
    }
    return made
  }

  /// Takes folders away again as far as they are empty.
  package func removeFolders(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }
}
