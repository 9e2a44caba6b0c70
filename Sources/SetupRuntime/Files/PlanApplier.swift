import Ground
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
    let folders = NewFolders.missing(for: plan)
    let former = run.flatMap { try? journal.record($0) }
    do {
      try confirmAgreed(plan)
      try confirmUnchanged(plan)
      try await confirmUntracked(plan)
      removeStaleFiles(beside: plan, into: &report)
      try await keepRecord(of: plan, making: folders, after: former, into: &report)
      try NewFolders.make(for: plan)
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
      report.applied.append(entry.id)
    case .tightenMode:
      let base = try baseForMode(entry, of: plan)
      try files.changeMode(of: base, to: .narrowed(to: entry.mode))
      report.note(entry)
    case .ignoreRules, .envFile, .example, .pin, .client, .clientPackage, .firstCall, .oauth,
      .workflow:
      try write(entry, of: plan, into: &report)
    }
  }

  private func write(
    _ entry: PlanEntry,
    of plan: Plan,
    into report: inout ApplyReport
  ) throws(FileWriteError) {
    do throws(FileWriteError) {
      let written = try files.write(
        entry.after,
        over: entry.before,
        mode: .narrowed(to: Self.mode(of: entry, in: plan)),
        openness: entry.id == .envFile && !plan.consent.trustsEnvFile ? .refused : .accepted
      )
      report.note(entry)
      for remark in written.remarks(entry.path) where !report.remarks.contains(remark) {
        report.remarks.append(remark)
      }
    } catch {
      if error.leavesChange { report.note(entry) }
      throw error
    }
  }

  /// The env file's mode is tightened before the secret is in it, not after.
  private static func mode(of entry: PlanEntry, in plan: Plan) -> UInt32 {
    guard entry.id == .envFile else { return entry.mode }
    return plan.pending.first { $0.id == .tightenMode }?.mode ?? entry.mode
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

extension ApplyReport {
  /// Takes down that an entry's file is no longer what it was.
  fileprivate mutating func note(_ entry: PlanEntry) {
    applied.append(entry.id)
    if !written.contains(entry.path) { written.append(entry.path) }
  }
}
