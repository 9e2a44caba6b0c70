import Ground
import SetupCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What one run was about to change, written down before it changed anything.
package struct UndoRecord: Codable, Equatable, Sendable {
  /// One file as it was before the run.
  struct File: Codable, Equatable {
    var path: String
    /// The old permission bits, nil where there was no file.
    var mode: UInt32?
    /// The old bytes; base64 in the file.
    var content: Data
    /// Marks the bytes that the run wrote there, the last ones last; empty where it changes the mode
    /// alone.
    var written: [ContentMark]
    /// What the run wrote it for: the raw value of a `PlanEntry.ID`.
    var purpose: String

    var oldContent: FileContent { FileContent(Array(content)) }

    /// Takes down what an entry of a plan is about to change.
    init(_ entry: PlanEntry) {
      path = entry.before.path
      mode = entry.before.kind == .file ? entry.before.mode : nil
      content = Data(entry.before.content.bytes)
      written = entry.id == .tightenMode ? [] : [ContentMark(of: entry.after)]
      purpose = entry.id.rawValue
    }

    /// Whether the file is as the run has left it so far, written or not yet.
    func isLeft(as now: FileContent) -> Bool {
      now == oldContent || written.contains(ContentMark(of: now))
    }
  }

  /// One index entry that the run takes out of git.
  struct Index: Codable, Equatable {
    var directory: String
    var name: String
    var entry: IndexEntry
  }

  /// The version of the format.
  var schema = 1
  /// The run's identifier: its time in UTC and a random part, so that names sort by time.
  package var id: String
  /// The folder of the project.
  package var directory: String
  var files: [File]
  var index: Index?
  /// The absolute paths of the folders that the run makes, the outer ones first.
  var folders: [String]

  /// The paths of the files, as they are told in the project.
  package var paths: [String] { files.map { ProjectPath.relative($0.path, to: directory) } }
}

extension UndoRecord {
  /// Takes what the same run changes next into its record.
  ///
  /// - Parameter next: The record of what comes next.
  /// - Returns: One record that leads back to before the run; nil where a file is not as the run
  ///   left it, for then what stands there would be lost, and nil for another folder's record, which
  ///   `undo` could not find there.
  func continued(by next: UndoRecord) -> UndoRecord? {
    guard directory == next.directory else { return nil }
    var whole = self
    for file in next.files {
      guard let place = whole.files.firstIndex(where: { $0.path == file.path }) else {
        whole.files.append(file)
        continue
      }
      guard whole.files[place].isLeft(as: file.oldContent) else { return nil }
      whole.files[place].written += file.written
    }
    whole.index = index ?? next.index
    whole.folders += next.folders.filter { !folders.contains($0) }
    return whole
  }
}
