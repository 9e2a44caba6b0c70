import SetupCore

/// Carries out an undo.
package struct UndoRunner: Sendable {
  /// What an undo did.
  package struct Report: Equatable, Sendable {
    /// The absolute paths of the files that were put back or removed.
    package var changed: [String] = []
    /// The env file whose entry in git's index was put back; nil for none.
    package var indexed: String?
    /// What was left alone or done differently, a sentence each.
    package var remarks: [String] = []
    /// Whether all is as it was before the run.
    package var isComplete = true

    /// Makes the report of an undo that has done nothing yet.
    package init() {}
  }

  private let journal: UndoJournal
  private let git: Git

  /// Makes a runner over a journal.
  package init(journal: UndoJournal, git: Git) {
    self.journal = journal
    self.git = git
  }

  /// Puts files and index back as far as no later change is lost; what fails or is left alone is a
  /// remark, and the others go on.
  ///
  /// What keeps the env file out of git stays while that file does. Stops between files when the
  /// task is cancelled. Folders that the run made go where they are empty. The record is forgotten
  /// once everything is as it was before the run.
  package func apply(_ plan: UndoPlan) async -> Report {
    var report = Report()
    var isSecretLeft = plan.keepsIndex
    for step in plan.steps {
      guard !Task.isCancelled else {
        report.leave("The undo was stopped.")
        return report
      }
      if isSecretLeft, step.purpose == .ignoreRules, step.changesSomething {
        report.leave(UndoPlan.Step.keepsSecretHidden(plan.name(of: step)))
      } else if !apply(step, to: &report), step.purpose?.isSecret == true {
        isSecretLeft = true
      }
    }
    for remark in NewFolders.remove(plan.record.head.folders) { report.leave(remark) }
    await restoreIndex(of: plan, isSecretLeft: isSecretLeft, to: &report)
    confirm(plan, &report)
    if report.isComplete { forget(plan.id, &report) }
    return report
  }

  /// Forgets a run that is undone; one that stays in the list has nothing left to put back.
  private func forget(_ id: String, _ report: inout Report) {
    do throws(UndoError) {
      try journal.forget(id)
    } catch {
      report.remarks.append("\(error.message) So this run stays in the list of undo.")
    }
  }

  /// Does one step; false where the file is left as it is.
  private func apply(_ step: UndoPlan.Step, to report: inout Report) -> Bool {
    let files = AtomicFile()
    do throws(FileWriteError) {
      switch step.action {
      case .nothing: return true
      case .refuse(let reason):
        report.leave(reason)
        return false
      case .remove: try files.remove(step.now)
      case .restore(let content, let mode) where content == step.now.content:
        try files.changeMode(of: step.now, to: .exactly(mode))
      case .restore(let content, let mode):
        let written = try files.write(content, over: step.now, mode: .exactly(mode))
        report.remarks += written.remarks(step.path)
      }
      report.changed.append(step.path)
      return true
    } catch {
      if error.leavesChange { report.changed.append(step.path) }
      report.leave(error.message)
      return false
    }
  }

  private func restoreIndex(
    of plan: UndoPlan,
    isSecretLeft: Bool,
    to report: inout Report
  ) async {
    guard let index = plan.record.head.index else { return }
    guard !isSecretLeft else {
      return report.leave("Git's index is left as it is, since \(index.name) is.")
    }
    do throws(GitError) {
      guard try await !git.isTracked(index.name, in: plan.directory) else { return }
      try await git.restore(index.entry, of: index.name, in: plan.directory)
      report.indexed = index.name
    } catch {
      report.leave("Git's index was not put back. \(error.message)")
    }
  }

  /// Looks at the files again: what was done counts, not what was called.
  private func confirm(_ plan: UndoPlan, _ report: inout Report) {
    guard report.isComplete else { return }
    for step in plan.record.plan(followingLinks: plan.followsLinks).steps
    where step.action != .nothing {
      let name = plan.name(of: step)
      report.leave(
        step.isUnread
          ? "\(name) could not be looked at again." : "\(name) is not as it was before the run."
      )
    }
  }
}

extension UndoRunner.Report {
  fileprivate mutating func leave(_ reason: String) {
    remarks.append(reason)
    isComplete = false
  }
}
