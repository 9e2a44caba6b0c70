import Ground

/// Whether the value in the env file is the one that programs get.
enum TokenSourceCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if findings.isStored {
      return Check(.tokenSource, .skipped, "The token comes from the store of workspaces.")
    }
    guard let winner = findings.sources.first else {
      return Check(.tokenSource, .skipped, "There is no token to compare.")
    }
    let others = findings.sources.dropFirst().filter { $0.value != winner.value }
    guard let other = others.first else {
      return Check(.tokenSource, .pass, "\(name(of: winner, in: findings)) gives the token.")
    }
    let summary =
      "\(described(winner, in: findings)) wins over \(described(other, in: findings)), "
      + "which is different."
    if winner.place == .envFile(findings.envFileName) { return Check(.tokenSource, .pass, summary) }
    return Check(.tokenSource, .fail, summary, remedy: remedy(for: winner, in: findings))
  }

  private static func remedy(for winner: TokenSource, in findings: StatusFindings) -> String {
    switch winner.place {
    case .environment: shellRemedy(findings)
    case .envFile(let file):
      "Remove \(findings.variable) from \(SafeText.cleaned(file)), or put the right token there."
    }
  }

  private static func shellRemedy(_ findings: StatusFindings) -> String {
    let variable = findings.variable
    switch findings.direnv {
    case .sets(let file):
      return
        "Remove \(variable) from \(SafeText.cleaned(file)), or put the right token there, then "
        + "run “direnv reload”."
    case .loads(let file):
      return
        "Run “direnv reload”: \(SafeText.cleaned(file)) loads your env file into the shell, and "
        + "the shell has an older value."
    case nil:
      return
        "Run “unset \(variable)” and remove it from your shell's startup file, or put the right "
        + "token there."
    }
  }

  private static func described(_ source: TokenSource, in findings: StatusFindings) -> String {
    let value = source.value.isEmpty ? "empty" : source.value.masked ?? "too short to show"
    return "\(name(of: source, in: findings)) (\(value))"
  }

  private static func name(of source: TokenSource, in findings: StatusFindings) -> String {
    switch source.place {
    case .environment:
      switch findings.direnv {
      case .sets(let file):
        "The shell's \(findings.variable) (from \(SafeText.cleaned(file)))"
      case .loads, nil: "The shell's \(findings.variable)"
      }
    case .envFile(let file): SafeText.cleaned(file)
    }
  }
}
