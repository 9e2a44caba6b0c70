import SetupCore

extension PlanApplier {
  /// Compares every target with the plan, before anything is written.
  func confirmUnchanged(_ plan: Plan) throws {
    var changed: [String] = []
    for entry in plan.pending where !changed.contains(entry.path) {
      let now = try FileReader.snapshot(of: entry.before.path)
      if !now.hasSameState(as: entry.before) { changed.append(entry.path) }
    }
    guard changed.isEmpty else { throw ApplyFailure.Reason.changedOnDisk(changed) }
  }

  /// Stops before the first write where something is on that nobody has agreed to.
  func confirmAgreed(_ plan: Plan) throws {
    for risk in plan.pending.flatMap(\.risks) { throw ApplyFailure.Reason.notAgreed(risk) }
  }

  /// Stops before the first write where git tracks the env file and the plan leaves it so.
  func confirmUntracked(_ plan: Plan) async throws {
    guard let entry = plan.pending.first(where: { $0.id == .envFile }) else { return }
    guard !plan.pending.contains(where: { $0.id == .untrack }) else { return }
    guard try await !isTracked(entry) else {
      throw ApplyFailure.Reason.stillTracked(path: entry.path)
    }
  }

  /// Whether git tracks the file of an entry.
  ///
  /// Where git does not answer, only a file that is not there is
  /// taken for one that it does not track.
  private func isTracked(_ entry: PlanEntry) async throws -> Bool {
    do throws(GitError) {
      return try await git.tracks(entry.before, named: entry.path, in: directory)
    } catch {
      guard entry.before.kind == .missing, error != .tool(.cancelled) else { throw error.asUnknown }
      return false
    }
  }

  /// Gives git's answer for a file that it does not ignore; nil where it ignores it, and where it gives
  /// no answer about a file that is not there.
  private func exposure(_ entry: PlanEntry) async throws -> IgnoreAnswer? {
    do throws(GitError) {
      return try await git.exposure(of: entry.before, named: entry.path, in: directory)
    } catch {
      guard entry.before.kind == .missing, error != .tool(.cancelled) else { throw error.asUnknown }
      return nil
    }
  }

  /// Asks git, now that the ignore rule is written, whether the env file is hidden.
  ///
  /// Where the user switched the ignore rule off, only what is tracked stops the run.
  func confirmHidden(_ entry: PlanEntry, in plan: Plan) async throws {
    guard try await !isTracked(entry) else {
      throw ApplyFailure.Reason.stillTracked(path: entry.path)
    }
    if let rules = plan.entry(.ignoreRules), !rules.isOn { return }
    if let exposed = try await exposure(entry) {
      throw ApplyFailure.Reason.stillNotIgnored(path: exposed.name, rule: exposed.rule)
    }
  }

  /// Removes what a killed run left beside the files, also those that stay as they are, and
  /// reports the copies that it keeps.
  func removeStaleFiles(beside plan: Plan, into report: inout ApplyReport) {
    var cleaned: [FileIdentity] = []
    // Beside a file that nobody agreed to write nothing is removed either.
    let places = plan.entries.filter(\.risks.isEmpty).compactMap(\.before.place)
    for place in places where place.missing.isEmpty {
      guard !cleaned.contains(place.identity), let folder = try? HeldFolder.opening(place) else {
        continue
      }
      cleaned.append(place.identity)
      let stale = files.removeStaleTemporaryFiles(in: folder)
      report.remarks += stale.kept.map(\.explanation)
    }
  }
}

extension PlanApplier {
  /// Writes down what is about to change; a journal that cannot be written is a remark.
  func keepRecord(
    of plan: Plan,
    making folders: [String],
    after former: UndoRecord?,
    into report: inout ApplyReport
  ) async throws {
    guard !plan.pending.isEmpty else { return }
    let index = try await indexRecord(of: plan)
    do throws(UndoError) {
      var next = try journal.newRecord(in: directory)
      for entry in plan.pending where entry.id != .untrack {
        guard !next.head.files.contains(where: { $0.path == entry.before.path }) else { continue }
        try journal.add(entry, to: &next)
      }
      next.head.index = index
      next.head.folders = folders
      let record = former?.continued(by: next) ?? next
      try journal.keep(record)
      report.undo = record.id
    } catch {
      report.remarks.append(UndoPromise.impossible(error.message))
    }
  }

  /// Takes a record back of what has changed nothing, to what it was before.
  func forgetRecord(_ report: inout ApplyReport, former: UndoRecord?) {
    guard let id = report.undo else { return }
    report.undo = nil
    if let former, former.id == id {
      try? journal.keep(former)
    } else {
      try? journal.forget(id)
    }
  }

  private func indexRecord(of plan: Plan) async throws -> UndoHead.Index? {
    guard let entry = plan.pending.first(where: { $0.id == .untrack }),
      let index = try await git.indexEntry(of: entry.path, in: directory)
    else { return nil }
    return UndoHead.Index(name: entry.path, entry: index)
  }
}
