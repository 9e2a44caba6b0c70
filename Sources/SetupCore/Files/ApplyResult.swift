/// How the writing of a plan ended.
package struct ApplyResult: Equatable, Sendable {
  /// Why the writing stopped.
  package enum Ending: Equatable, Sendable {
    case finished
    /// The user stopped it.
    case stopped
    /// These paths are not as they were when the plan was made.
    case changedOnDisk([String])
    case failed(SetupError)
  }

  /// Why the writing stopped.
  package var ending: Ending
  /// The paths that were written, relative to the project, in order.
  package var written: [String]
  /// What the user should know of how it was written, one sentence each.
  package var remarks: [String]
  /// The name of the journal's entry, nil where nothing was written.
  package var undo: String?

  /// Collects the result.
  package init(
    ending: Ending,
    written: [String],
    remarks: [String] = [],
    undo: String? = nil
  ) {
    self.ending = ending
    self.written = written
    self.remarks = remarks
    self.undo = undo
  }

  /// What was written and how it is taken back, in a line.
  package var line: String { UndoPromise(self).line(written: written) }
}
