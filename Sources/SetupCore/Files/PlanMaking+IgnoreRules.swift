extension PlanMaker {
  /// A wanted rule and a name that it must cover.
  private static let wanted = [
    (name: ".env", pattern: ".env"),
    (name: ".env.local", pattern: ".env.local"),
    (name: ".env.production.local", pattern: ".env.*.local"),
  ]

  /// Adds what git says is missing, and nothing else.
  func ignoreRules() -> PlanEntry {
    let after = ignoreFile.adding(missingPatterns)
    return entry(
      .ignoreRules,
      of: inputs.ignoreFile,
      FileChange(
        path: Self.ignoreFileName,
        after: after,
        modeWhenNew: 0o644,
        masking: .none,
        notes: ignoreNotes(isSame: after == inputs.ignoreFile.content)
      )
    )
  }

  private var ignoreFile: IgnoreFile { IgnoreFile(inputs.ignoreFile.content) }

  private var isInRepository: Bool {
    guard case .repository = inputs.git.availability else { return false }
    return true
  }

  /// What git says about a name; outside of a repository, what the text says.
  private func answer(for name: String) -> IgnoreAnswer {
    let ofGit = isInRepository ? inputs.git.answer(for: name) : nil
    return ofGit ?? ignoreFile.answer(for: name)
  }

  private var missingPatterns: [String] {
    var patterns = Self.wanted.filter { !answer(for: $0.name).isIgnored }.map(\.pattern)
    // Git would commit the file behind a link, and the secret is written there.
    for name in [isEnvFileInProject ? inputs.envFileName : nil, inputs.linkTarget].compactMap(
      \.self
    )
    where !answer(for: name).isIgnored
      && !patterns.contains(where: { IgnorePattern($0.utf8)?.matches(name) == true })
    {
      patterns.append(IgnoreFile.pattern(for: name))
    }
    let example = answer(for: Self.exampleName)
    if example.isIgnored, !isHiddenByFolder(example) { patterns.append("!\(Self.exampleName)") }
    return patterns
  }

  private var isEnvFileInProject: Bool {
    !inputs.envFileName.hasPrefix("/") && !inputs.envFileName.split(separator: "/").contains("..")
  }

  /// Whether a rule ignores a folder around the file: git lets nothing in it be taken back.
  private func isHiddenByFolder(_ answer: IgnoreAnswer) -> Bool {
    guard let rule = answer.rule, let pattern = IgnorePattern(rule.pattern.utf8) else {
      return false
    }
    return !pattern.mayMean(fileName: Self.exampleName)
  }

  private func ignoreNotes(isSame: Bool) -> [String] {
    var notes: [String] = []
    let name = DisplayText.visible(inputs.envFileName.utf8)
    let answer = answer(for: inputs.envFileName)
    if isSame, answer.isIgnored {
      let place = answer.rule.map { " (line \($0.line) of \(DisplayText.visible($0.file.utf8)))" }
      notes.append("\(name) is ignored already\(place ?? "").")
    }
    if let rule = deeperException(answer) {
      notes.append(
        "Line \(rule.line) of \(DisplayText.visible(rule.file.utf8)) takes \(name) back, and its "
          + "rules win over those of \(Self.ignoreFileName): remove that line, or git will offer to "
          + "commit the \(inputs.purpose.secretNoun)."
      )
    } else if !answer.isIgnored, !isEnvFileInProject {
      notes.append(
        "\(name) lies outside of the project, where its \(Self.ignoreFileName) cannot reach."
      )
    }
    if isHiddenByFolder(self.answer(for: Self.exampleName)) {
      notes.append(
        "Git ignores the whole folder, so \(Self.exampleName) cannot be made visible from here."
      )
    }
    return notes
  }

  /// Finds an exception in an ignore file that lies deeper than the project's own.
  private func deeperException(_ answer: IgnoreAnswer) -> IgnoreRule? {
    guard case .repository(let root) = inputs.git.availability, !answer.isIgnored,
      let rule = answer.rule, rule.file.hasSuffix("/\(Self.ignoreFileName)")
    else { return nil }
    let file = rule.file.hasPrefix("/") ? rule.file : "\(root)/\(rule.file)"
    let own = inputs.ignoreFile.resolvedPath
    let folder = own.dropLast(Self.ignoreFileName.count)
    return file != own && file.hasPrefix(folder) ? rule : nil
  }
}
