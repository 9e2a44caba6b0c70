import Ground

/// Whether git ignores the env file, by git's own word.
enum GitIgnoredCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if let reason = GitAvailability.obstacle(.gitIgnored, findings) { return reason }
    let file = findings.envFileName
    guard let answer = findings.git.answer(for: file) else {
      return Check(
        .gitIgnored,
        .unknown,
        "Git did not say whether it ignores \(file).",
        remedy: "Run “git check-ignore -v \(file)” to see its own words."
      )
    }
    if !answer.isIgnored, let problem = findings.ignoreFileProblem {
      return Check(.gitIgnored, .fail, problem.message, remedy: problem.remedy)
    }
    guard answer.isIgnored else {
      return Check(.gitIgnored, .fail, notIgnored(answer, file), remedy: remedy(answer, file))
    }
    let rule = answer.rule.map { " by \(described($0))" } ?? ""
    return Check(.gitIgnored, .pass, "Git ignores \(file)\(rule).")
  }

  private static func notIgnored(_ answer: IgnoreAnswer, _ file: String) -> String {
    guard let rule = answer.rule else { return "Git does not ignore \(file)." }
    return "Git does not ignore \(file), because of \(described(rule))."
  }

  private static func remedy(_ answer: IgnoreAnswer, _ file: String) -> String {
    guard answer.rule != nil else {
      return "Add a line “\(file)” to .gitignore, or run attio-setup, which does it."
    }
    return "Remove that line, or add “\(file)” below it, or run attio-setup, which does it."
  }

  private static func described(_ rule: IgnoreRule) -> String {
    "“\(SafeText.cleaned(rule.pattern))” in \(SafeText.cleaned(rule.file)), line \(rule.line)"
  }
}
