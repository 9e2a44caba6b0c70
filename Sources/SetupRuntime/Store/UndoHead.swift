import Ground
import SetupCore
import SystemPackage

/// What an undo record says of one run, all but the old bytes.
package struct UndoHead: Codable, Equatable, Sendable {
  /// One file as it was before the run.
  struct File: Codable, Equatable {
    /// The absolute path, in the project's folder.
    var path: String
    /// Where the path led, all links followed: a file that became a link has changed.
    var place: String
    /// The old permission bits, nil where there was no file.
    var mode: UInt32?
    /// Marks the bytes that the run wrote there, the last ones last; empty where it changes the mode
    /// alone.
    var written: [ContentMark]
    /// What the run wrote it for: the raw value of a `PlanEntry.ID`.
    var purpose: String
  }

  /// One index entry that the run takes out of git.
  struct Index: Codable, Equatable {
    /// The file, relative to the project.
    var name: String
    /// What stood in the index.
    var entry: IndexEntry
  }

  /// The version of the format that this program writes, and the only one that it reads.
  static let currentSchema = 2

  /// The version of the format.
  var schema = Self.currentSchema
  /// The run's name: its time in UTC and a random part, so that names sort by time.
  package internal(set) var id: String
  /// The folder of the project.
  package internal(set) var directory: String
  var files: [File]
  var index: Index?
  /// The absolute paths of the folders that the run makes, the outer ones first.
  var folders: [String]

  /// The paths of the files, as they are told in the project.
  package var paths: [String] { files.map { ProjectPath.relative($0.path, to: directory) } }

  /// Why nothing of the record may be done, as the end of a sentence; nil where all of it may.
  ///
  /// A record is followed only inside the folder of its project.
  var defect: String? {
    guard ProjectPath.isPlain(directory) else { return "it names no folder" }
    let outside = (files.map(\.path) + folders).first {
      !ProjectPath.isPlain($0) || !ProjectPath.isInside($0, of: directory)
    }
    if let outside { return Self.outside(SafeText.cleaned(outside), directory) }
    if let name = index?.name, !ProjectPath.isPlain(EnvFileName.path(of: name, in: directory)) {
      return Self.outside(SafeText.cleaned(name), directory)
    }
    return nil
  }

  private static func outside(_ path: String, _ directory: String) -> String {
    "it names \(path), which lies outside of \(SafeText.cleaned(directory))"
  }
}
