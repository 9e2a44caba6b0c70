package import SetupCore

/// Carries out a plan, exactly as it was shown, in its order.
package struct PlanApplier: Sendable {
  let directory: String
  let git: Git
  let journal: UndoJournal
  let files: AtomicFile

  /// Makes an applier for the project in a folder.
  package init(
    directory: String,
    git: Git,
    journal: UndoJournal,
    files: AtomicFile = AtomicFile()
  ) {
    self.directory = directory
    self.git = git
    self.journal = journal
    self.files = files
  }

  /// Applies the entries that are on and change something.
  ///
  /// Before the first write all targets are compared with the plan. Before the secret is written,
  /// git is asked again whether it ignores the env file and does not track it. Stops between
  /// entries when the task is cancelled.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - run: The journal's entry of the run that goes on with this; one undo then takes back both.
  ///   - done: Called after each entry.
  /// - Returns: What was done.
  /// - Throws: Why it stopped, with what had been done by then.
  package func apply(
    _ plan: Plan,
    continuing run: String? = nil,
    done: @Sendable (PlanEntry.ID) -> Void = { _ in }
  ) async throws(ApplyFailure) -> ApplyReport {
    var report = ApplyReport()
    let folders = NewFolders.missing(for: plan, in: directory)
    let former = run.flatMap { try? journal.record($0) }
    do {
      try confirmUnchanged(plan)
      try await confirmUntracked(plan)
      removeStaleFiles(beside: plan, into: &report)
      try await keepRecord(of: plan, making: folders, after: former, into: &report)
      try NewFolders.make(folders)
      for entry in plan.pending {
        guard !Task.isCancelled else { throw ApplyFailure.Reason.cancelled }
        if entry.id == .envFile { try await confirmHidden(entry, in: plan) }
        try await apply(entry, of: plan, into: &report)
        done(entry.id)
      }
    } catch {
      if report.applied.isEmpty {
        // Where nothing was written, nothing is left behind either.
        NewFolders.remove(folders)
        forgetRecord(&report, former: former)
      }
      throw ApplyFailure(
        reason: reason(for: error, in: plan),
        report: report,
        purpose: plan.purpose
      )
    }
    return report
  }

  private func apply(
    _ entry: PlanEntry,
    of plan: Plan,
    into report: inout ApplyReport
  ) async throws {
    switch entry.id {
    case .untrack:
      try await git.removeFromIndex(entry.path, in: directory)
    case .tightenMode:
      let base = try baseForMode(entry, of: plan)
      try files.changeMode(of: base, to: .narrowed(to: entry.mode))
    case .ignoreRules, .envFile, .example, .pin, .client, .clientPackage, .firstCall, .oauth:
      let mode = FileModeRule.narrowed(to: entry.mode)
      if case .inPlace(let reason) = try files.write(entry.after, over: entry.before, mode: mode) {
        report.remarks.append("\(entry.path) was written in place: \(reason.explanation).")
      }
    }
    report.applied.append(entry.id)
    if entry.id != .untrack, !report.written.contains(entry.path) {
      report.written.append(entry.path)
    }
  }

  /// The env file as this run left it, whose mode is about to change.
  private func baseForMode(_ entry: PlanEntry, of plan: Plan) throws -> FileSnapshot {
    let written = plan.pending.first { $0.id == .envFile }
    let now = try FileReader.snapshot(of: entry.before.path)
    guard now.kind == .file, now.content == written?.after ?? entry.before.content else {
      throw ApplyFailure.Reason.changedOnDisk([entry.path])
    }
    return now
  }

  /// Sorts an error; paths of the plan are named as the plan names them.
  private func reason(for error: any Error, in plan: Plan) -> ApplyFailure.Reason {
    switch error {
    case let reason as ApplyFailure.Reason:
      return reason
    case FileWriteError.changedOnDisk(let path):
      return .changedOnDisk([plan.entries.first { $0.before.path == path }?.path ?? path])
    case let error as FileWriteError:
      return .write(error)
    case let error as FileReadError:
      return .write(.unreadable(error))
    case GitError.tool(.cancelled):
      return .cancelled
    case let error as GitError:
      return .git(error)
    default:
      return .cancelled
    }
  }
}
