import Ground

/// What every check of git has in common: there may be no repository, or no answer.
enum GitAvailability {
  /// Gives the finished check where git cannot be asked; nil inside a repository.
  static func obstacle(_ id: Check.ID, _ findings: StatusFindings) -> Check? {
    switch findings.git.availability {
    case .repository: nil
    case .noRepository: Check(id, .skipped, "The folder is not in a git repository.")
    case .missing:
      Check(
        id,
        .unknown,
        "Git is not installed, so nothing is known about it.",
        remedy: "Install git and check again."
      )
    case .refused(let refusal):
      Check(id, .unknown, "Git gave no answer: “\(refusal.reason)”.", remedy: refusal.remedy)
    }
  }
}
