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
    /// Marks the bytes that the run writes, nil where it changes the mode alone.
    var written: ContentMark?

    var oldContent: FileContent { FileContent(Array(content)) }

    /// Takes down what an entry of a plan is about to change.
    init(_ entry: PlanEntry) {
      path = entry.before.path
      mode = entry.before.kind == .file ? entry.before.mode : nil
      content = Data(entry.before.content.bytes)
      written = entry.id == .tightenMode ? nil : ContentMark(of: entry.after)
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
}
