import Ground
package import SetupCore
import SystemPackage

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
    let root: ProjectRoot
    for file in client.files {
      do throws(FileReadError) {
        let path = FilePath(directory).appending(file.path).string
        found.append(try FileReader.snapshot(of: path))
      } catch {
        throw SetupError(.file, error.message, remedy: error.remedy)
      }
    }
    do throws(ProjectError) {
      root = try ProjectRoot(at: directory)
    } catch {
      throw SetupError(.file, error.message, remedy: error.remedy)
    }
    return try Plan.make(client, found: found, in: root)
  }
}
