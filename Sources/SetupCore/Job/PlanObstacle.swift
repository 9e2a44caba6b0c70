/// Why a plan may not be carried out without a question.
package enum PlanObstacle {
  /// The first file of the project that cannot be written; nil where every one can be.
  package static func unwritable(_ project: ProjectReport) -> WriteTarget? {
    if let blocked = project.writability.first(where: { $0.problem != nil }) { return blocked }
    let file = project.envFiles.first { $0.name == project.target.name }
    return file?.problem.map { WriteTarget(name: project.target.name, problem: $0) }
  }

  /// Stops where a file of the project cannot be written.
  package static func confirmWritable(_ project: ProjectReport) throws(SetupError) {
    guard let blocked = unwritable(project) else { return }
    throw SetupError(
      .file,
      "\(blocked.name) cannot be written: \(blocked.problem ?? "") Nothing was written.",
      remedy: "Change the permissions or choose another folder with --directory."
    )
  }

  /// The env file that git tracks and that nobody allowed to take out of the index; nil for none.
  package static func tracked(_ plan: Plan?) -> PlanEntry? {
    plan?.entry(.untrack).flatMap { $0.isOn ? nil : $0 }
  }

  /// What stops a plan whose env file is there while git did not say whether it tracks it; nil where it
  /// did.
  package static func refused(_ plan: Plan?) -> SetupError? {
    guard let plan, let refusal = plan.gitRefusal else { return nil }
    let name = plan.entry(.envFile).map { DisplayText.visible($0.path.utf8) } ?? "the env file"
    return SetupError(
      .actionNeeded,
      refusal.isPlanted
        ? "Git was not asked: \(refusal.reason)."
        : "Git gave no answer: “\(refusal.reason)”. It may track \(name), and would then commit the "
          + "\(plan.purpose.secretNoun).",
      remedy: refusal.remedy,
      name: "git_refused"
    )
  }

  /// Stops where git tracks the env file and nobody allowed to take it out of the index, and where git
  /// did not say whether it does.
  ///
  /// - Parameters:
  ///   - plan: The plan for the env file.
  ///   - cure: What else than `git rm --cached` may be done, as the end of a sentence; empty for
  ///     nothing.
  /// - Throws: `tracked_env_file` or `git_refused`.
  package static func confirmUntracked(_ plan: Plan, cure: String = "") throws(SetupError) {
    if var failure = refused(plan) {
      failure.message += " Nothing was written."
      throw failure
    }
    guard let entry = tracked(plan) else { return }
    var failure = trackedFailure(entry.path, holding: plan.purpose, cure: cure)
    failure.message += " Nothing was written."
    throw failure
  }

  /// Says that git tracks the env file, and what takes it out of the index.
  package static func trackedFailure(
    _ path: String,
    holding purpose: PlanPurpose,
    cure: String = ""
  ) -> SetupError {
    SetupError(
      .actionNeeded,
      TrackedFile.fact(path, holding: "the \(purpose.secretNoun)"),
      remedy: "Run “\(TrackedFile.command(path))”\(cure).",
      name: "tracked_env_file"
    )
  }

  /// Stops where somebody has to agree before a file is written.
  package static func confirmAgreed(_ plan: Plan) throws(SetupError) {
    if let risk = plan.risks.first { throw risk.refusal }
  }

  /// Stops where a plan was not carried out to its end.
  ///
  /// - Parameters:
  ///   - result: How the writing ended.
  ///   - again: What to do once more, as a sentence.
  /// - Throws: What stopped the writing, with what had been written by then.
  package static func confirmFinished(
    _ result: ApplyResult,
    again: String = "Run the command again: the plan is made anew."
  ) throws(SetupError) {
    let written = result.line
    switch result.ending {
    case .finished: return
    case .failed(let error):
      throw SetupError(
        error.kind,
        error.message,
        remedy: "\(error.remedy) \(written)",
        name: error.name
      )
    case .changedOnDisk(let paths):
      throw SetupError(
        .file,
        "\(paths.joined(separator: ", ")) changed on disk since the plan was made.",
        remedy: "\(again) \(written)"
      )
    case .stopped:
      throw SetupError(.file, "The writing was stopped.", remedy: "Run it again. \(written)")
    }
  }
}
