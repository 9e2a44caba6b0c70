import SetupCore
import SystemPackage

/// The folders of a starter client's files that a project does not have yet.
enum NewFolders {
  /// Finds the folders that a plan's files need and that do not exist.
  ///
  /// - Parameter plan: The plan; a folder of the env file's is never made, for its name may be a
  ///   mistake.
  /// - Returns: Absolute paths, the outer folders first.
  static func missing(for plan: Plan) -> [String] {
    var missing: [String] = []
    for place in places(of: plan) {
      var path = FilePath(place.folder)
      for name in place.missing {
        path.append(name)
        if !missing.contains(path.string) { missing.append(path.string) }
      }
    }
    return missing
  }

  /// Makes what is missing below the folders that the plan found, as open as the process's mask
  /// lets it; a folder that has come meanwhile will do, a link will not.
  static func make(for plan: Plan) throws(FileWriteError) {
    for place in places(of: plan) {
      var place = place
      let missing = place.missing
      place.missing = []
      var folder = try HeldFolder.opening(place)
      for name in missing {
        let path = folder.file(name)
        do throws(Errno) {
          try make(name, in: folder)
          folder = try folder.folder(name)
        } catch {
          throw .noFolder(path: path, reason: error)
        }
      }
    }
  }

  private static func make(_ name: String, in folder: HeldFolder) throws(Errno) {
    do throws(Errno) {
      try folder.calls.makeFolder(name, at: folder.descriptor, mode: 0o777)
    } catch .fileExists {
      return
    }
  }

  private static func places(of plan: Plan) -> [FilePlace] {
    plan.pending.filter(\.id.isOwnFile).compactMap(\.before.place)
  }

  /// Takes folders away again as far as they are empty.
  ///
  /// - Returns: Why an empty one may still be there, a sentence each.
  @discardableResult
  static func remove(_ folders: [String]) -> [String] {
    var remarks: [String] = []
    for folder in folders.reversed() {
      do throws(Errno) {
        try FileCalls.current.removeFolder(folder)
      } catch .directoryNotEmpty, .fileExists, .noSuchFileOrDirectory, .notDirectory {
        // It holds something of the user's, or is no folder of the run any more.
        continue
      } catch {
        remarks.append("The folder \(folder) could not be removed: \(error.description).")
      }
    }
    return remarks
  }
}
