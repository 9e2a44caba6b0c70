/// Whether the env file is outside git's index: an ignore rule does nothing for what is in it.
enum GitUntrackedCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if let reason = GitAvailability.obstacle(.gitUntracked, findings) { return reason }
    let file = findings.envFileName
    guard findings.git.isEnvFileTracked else {
      return Check(.gitUntracked, .pass, "Git does not track \(file).")
    }
    return Check(
      .gitUntracked,
      .fail,
      TrackedFile.fact(file, holding: findings.isStored ? "its secrets" : "the token"),
      remedy: TrackedFile.remedy(file)
    )
  }
}
