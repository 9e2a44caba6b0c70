import Ground

/// Why git, which is there, told nothing about a folder: what it would say is not known, which is
/// neither yes nor no.
package struct GitRefusal: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The reason, in git's own words where it gave any; cleaned, without a period.
  package var reason: String
  /// What the user can do now, one sentence.
  package var remedy: String
  /// Whether somebody may have planted the repository, so that git was not asked and nothing is set up.
  package var isPlanted = false

  /// Gives a reason that was found without git's help.
  package init(reason: String, remedy: String, isPlanted: Bool = false) {
    self.reason = SafeText.cleaned(reason, limit: 300)
    self.remedy = SafeText.cleaned(remedy, limit: 400)
    self.isPlanted = isPlanted
  }

  /// Takes git's own words and finds the remedy that fits them.
  package init(words: String) {
    let lines = words.split(whereSeparator: \.isNewline).map {
      SafeText.cleaned(String($0), limit: 300)
    }
    let first =
      lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.first ?? ""
    let text =
      first.hasPrefix("fatal: ") || first.hasPrefix("error: ") ? String(first.dropFirst(7)) : first
    reason = text.isEmpty ? "git gave no reason" : text
    remedy = Self.remedy(for: words, lines: lines)
  }

  /// Takes git's own words.
  package init(stringLiteral words: String) {
    self.init(words: words)
  }

  private static func remedy(for words: String, lines: [String]) -> String {
    if let command = lines.first(where: { $0.hasPrefix("git config --global --add safe.directory") }
    ) {
      return "If you trust this folder, run: \(command)"
    }
    return remedies.first { row in row.marks.contains { words.contains($0) } }?.remedy
      ?? "Run “git status” in the folder, and do what git asks for."
  }

  /// What git's words mean, the narrower first.
  private static let remedies: [(marks: [String], remedy: String)] = [
    (
      ["not a git repository: "],
      "The .git file here names a repository that is gone: run “git worktree repair” where it is "
        + "now, or delete that .git file."
    ),
    (
      ["must be run in a work tree"],
      "Git takes the repository for a bare one. If that is an accident, run: "
        + "git config core.bare false"
    ),
    (
      ["bad config", "bad numeric config", "bad boolean config", "invalid config"],
      "Mend that line of git's configuration."
    ),
    (
      ["repo version", "repository version", "repository extension"],
      "Update git: the repository is in a newer format."
    ),
    (
      ["index file", "bad signature", "bad index", "unknown index", "index uses"],
      "Git's index is damaged: delete .git/index and run “git reset”, which makes it anew."
    ),
    (
      ["Permission denied", "permission denied"],
      "Give yourself the right to read the repository, then check again."
    ),
  ]
}
