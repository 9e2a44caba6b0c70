import SetupCore
import SystemPackage

/// The folders of a starter client's files that a project does not have yet.
enum NewFolders {
  /// Finds the folders that a plan's files need and that do not exist.
  ///
  /// - Parameters:
  ///   - plan: The plan; a folder of the env file's is never made, for its name may be a mistake.
  ///   - directory: The absolute path of the project.
  /// - Returns: Absolute paths, the outer folders first.
  static func missing(for plan: Plan, in directory: String) -> [String] {
    var missing: [String] = []
    for entry in plan.pending where entry.id.isStarterClient {
      var path = FilePath(directory)
      for component in FilePath(entry.path).removingLastComponent().components {
        path.append(component)
        let isThere = (try? FileStatus.following(path.string)) != nil
        if !isThere, !missing.contains(path.string) { missing.append(path.string) }
      }
    }
    return missing
  }

  /// Makes folders, as open as the process's mask lets them; one that has come meanwhile will do.
  static func make(_ folders: [String]) throws(FileWriteError) {
    for folder in folders {
      do throws(Errno) {
        try FileCalls.current.makeFolder(folder, mode: 0o777)
      } catch {
        if (try? FileStatus.following(folder))?.kind == .directory { continue }
        throw .noFolder(path: folder, reason: error)
      }
    }
  }

  /// Takes folders away again as far as they are empty.
  static func remove(_ folders: [String]) {
    for folder in folders.reversed() { try? FileCalls.current.removeFolder(folder) }
  }
}
