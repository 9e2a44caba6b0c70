import Ground

/// Whether the variable has a value in files that no program loads by itself: a backup, another mode's.
enum TokenElsewhereCheck {
  /// The most files that are named.
  private static let limit = 3

  static func check(_ findings: StatusFindings) -> Check {
    guard !findings.isStored else {
      return Check(.tokenElsewhere, .skipped, "The token comes from the store of workspaces.")
    }
    let variable = findings.variable
    guard !findings.elsewhere.isEmpty else {
      return Check(.tokenElsewhere, .pass, "No other file has a value for \(variable).")
    }
    return Check(
      .tokenElsewhere,
      .warn,
      summary(findings.elsewhere, variable: variable),
      remedy: remedy(findings.elsewhere)
    )
  }

  /// Names the files that hold the variable besides.
  static func summary(_ names: [String], variable: String) -> String {
    "\(list(names)) \(names.count == 1 ? "has" : "have") a value for \(variable)."
  }

  /// The files in words: the first few by name.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(limit).map { SafeText.cleaned($0) }
    let rest = names.count - shown.count
    let words = shown + (rest > 0 ? ["\(rest) more"] : [])
    guard words.count > 1, let last = words.last else { return words.joined() }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }

  private static func remedy(_ names: [String]) -> String {
    var sentences: [String] = []
    let examples = names.filter(EnvFileName.isExample)
    let direnv = names.filter { $0.hasPrefix(EnvFileName.direnv) }
    let others = names.filter { !examples.contains($0) && !direnv.contains($0) }
    if !others.isEmpty {
      sentences.append(
        "No program loads \(list(others)) by itself: delete what you don't need, or name the file "
          + "that your app loads with --env-file."
      )
    }
    if !examples.isEmpty {
      sentences.append("Remove the value from \(list(examples)), which is meant to be shared.")
    }
    if !direnv.isEmpty {
      sentences.append("\(list(direnv)) reaches your app only in a shell where direnv loaded it.")
    }
    return sentences.joined(separator: " ")
  }
}
