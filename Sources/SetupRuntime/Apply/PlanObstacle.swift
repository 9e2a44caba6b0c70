package import SetupCore

/// Why a plan may not be carried out without a question.
package enum PlanObstacle {
  /// Stops where a file of the project cannot be written.
  static func confirmWritable(_ project: ProjectReport) throws(SetupError) {
    guard let blocked = project.writability.first(where: { $0.problem != nil }) else { return }
    throw SetupError(
      .file,
      "\(blocked.name) cannot be written: \(blocked.problem ?? "") Nothing was written.",
      remedy: "Change the permissions or choose another folder with --directory."
    )
  }

  /// Stops where git tracks the env file and nobody allowed to take it out of the index.
  ///
  /// - Parameters:
  ///   - plan: The plan for the env file.
  ///   - secret: What would be committed, as a noun.
  ///   - cure: What else than `git rm --cached` may be done, as the end of a sentence; empty for
  ///     nothing.
  /// - Throws: `tracked_env_file`.
  static func confirmUntracked(
    _ plan: Plan,
    secret: String = "token",
    cure: String = ""
  ) throws(SetupError) {
    guard let entry = plan.entry(.untrack), !entry.isOn else { return }
    throw SetupError(
      .actionNeeded,
      "Git tracks \(entry.path), so an ignore rule does nothing and the \(secret) would be "
        + "committed. Nothing was written.",
      remedy: "Run 'git rm --cached \(entry.path)'\(cure).",
      name: "tracked_env_file"
    )
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
      throw SetupError(error.kind, error.message, remedy: "\(error.remedy) \(written)")
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
