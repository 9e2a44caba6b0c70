import SetupCore

/// Carries out an undo.
package struct UndoRunner: Sendable {
  /// What an undo did.
  package struct Report: Equatable, Sendable {
    /// The absolute paths of the files that were put back or removed.
    package var changed: [String] = []
    /// What was left alone or done differently, a sentence each.
    package var remarks: [String] = []
    /// Whether all is as it was before the run.
    package var isComplete = true

    /// Makes the report of an undo that has done nothing yet.
    package init() {}
  }

  private let journal: UndoJournal
  private let git: Git
  private let files: AtomicFile

  /// Makes a runner over a journal.
  package init(journal: UndoJournal, git: Git, files: AtomicFile = AtomicFile()) {
    self.journal = journal
    self.git = git
    self.files = files
  }

  /// Puts files and index back as far as no later change is lost; what fails or is left alone is a
  /// remark, and the others go on.
  ///
  /// Folders that the run made go where they are empty. The record is forgotten once everything is as it was before the run.
  package func apply(_ plan: UndoPlan) async -> Report {
    var report = Report()
    for step in plan.steps { apply(step, to: &report) }
    NewFolders.remove(plan.folders)
    if let index = plan.index { await restore(index, to: &report) }
    if report.isComplete { try? journal.forget(plan.id) }
    return report
  }

  private func apply(_ step: UndoPlan.Step, to report: inout Report) {
    do throws(FileWriteError) {
      switch step.action {
      case .nothing: return
      case .refuse(let reason): return report.leave(reason)
      case .remove: try files.remove(step.now)
      case .restore(let content, let mode) where content == step.now.content:
        try files.changeMode(of: step.now, to: .exactly(mode))
      case .restore(let content, let mode):
        let written = try files.write(content, over: step.now, mode: .exactly(mode))
        report.remarks += written.remarks(step.path)
      }
      report.changed.append(step.path)
    } catch {
      report.leave(error.message)
    }
  }

  private func restore(_ index: UndoRecord.Index, to report: inout Report) async {
    do throws(GitError) {
      guard try await !git.isTracked(index.name, in: index.directory) else { return }
      try await git.restore(index.entry, of: index.name, in: index.directory)
    } catch {
      report.leave("Git's index was not put back. \(error.message)")
    }
  }
}

extension UndoRunner.Report {
  fileprivate mutating func leave(_ reason: String) {
    remarks.append(reason)
    isComplete = false
  }
}
