import Ground
package import SetupCore
import SystemPackage

/// A project's folder as far as the jobs of CI systems are concerned.
package struct WorkflowFolder: Sendable {
  private let directory: String

  /// Works in the project at an absolute path.
  package init(_ directory: String) {
    self.directory = directory
  }

  /// The system whose configuration is there, else GitHub Actions.
  package var system: ContinuousIntegration {
    ContinuousIntegration.allCases.first { system in
      let kind = (try? FileStatus.following("\(directory)/\(system.mark)"))?.kind
      return kind == .file || kind == .directory
    } ?? .github
  }

  /// Plans to write a job; nil where it is there already.
  ///
  /// - Throws: `exists` where something else stands there; a file error where it cannot be looked at;
  ///   where a folder on the way is a link that leads out of the project.
  package func plan(_ text: String, at path: String) throws(SetupError) -> Plan? {
    let found: FileSnapshot
    do throws(FileReadError) {
      found = try FileReader.snapshot(of: FilePath(directory).appending(path).string)
    } catch {
      throw SetupError(.file, error.message, remedy: error.remedy)
    }
    let root: ProjectRoot
    do throws(ProjectError) {
      root = try ProjectRoot(at: directory)
    } catch {
      throw SetupError(.file, error.message, remedy: error.remedy)
    }
    return try Plan.make(workflow: text, at: path, found: found, in: root)
  }
}
