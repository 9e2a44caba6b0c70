package import Ground

/// All that a plan is made from: what the user chose and what was found on disk and in git.
package struct PlanInputs: Equatable, Sendable {
  /// The variables to set, at least one, in the order in which new ones are written.
  package var settings: [EnvSetting]
  /// The scopes that the project wants, in the catalogue's order.
  package var wantedScopes: [String]
  /// The env file's path relative to the project.
  package var envFileName: String
  /// What the env file leads to, relative to the project; nil unless it is a link into the project.
  package var linkTarget: String?
  /// The env file.
  package var envFile: FileSnapshot
  /// The project's `.gitignore`.
  package var ignoreFile: FileSnapshot
  /// The project's `.env.example`.
  package var example: FileSnapshot
  /// What git said.
  package var git: GitFindings
  /// The permission bits that the process takes away from every new file.
  package var processMask: UInt32 = 0
  /// The workspace for the example's comment; nil to leave the comment alone.
  package var pin: PinRequest?
  /// Whether the user asked to put the value in the place of a reference or an encrypted one.
  package var replacesReference = false
  /// Whether the user asked to take a tracked env file out of git's index.
  package var untrack: Bool
  /// The project's folder; nil where it was not looked at, and nothing is judged by it.
  package var folder: ProjectRoot?
  /// What the user agreed to.
  package var consent = PlanConsent()

  /// Collects the inputs.
  package init(
    settings: [EnvSetting],
    wantedScopes: [String],
    envFileName: String,
    envFile: FileSnapshot,
    ignoreFile: FileSnapshot,
    example: FileSnapshot,
    git: GitFindings,
    untrack: Bool = false
  ) {
    self.settings = settings
    self.wantedScopes = wantedScopes
    self.envFileName = envFileName
    self.envFile = envFile
    self.ignoreFile = ignoreFile
    self.example = example
    self.git = git
    self.untrack = untrack
  }

  /// Collects the inputs for a token, nil to keep the one that is there.
  package init(
    variable: String,
    token: Secret?,
    wantedScopes: [String],
    envFileName: String,
    envFile: FileSnapshot,
    ignoreFile: FileSnapshot,
    example: FileSnapshot,
    git: GitFindings,
    untrack: Bool = false
  ) {
    self.init(
      settings: [.token(token, variable: variable)],
      wantedScopes: wantedScopes,
      envFileName: envFileName,
      envFile: envFile,
      ignoreFile: ignoreFile,
      example: example,
      git: git,
      untrack: untrack
    )
  }

  /// What is put into the env file.
  package var purpose: PlanPurpose { PlanPurpose(of: settings) }

  /// Why git did not say whether it tracks the env file that is there, or was not asked about a planted
  /// repository; nil where it did, and where there is no file or no git.
  var gitRefusal: GitRefusal? {
    guard case .refused(let refusal) = git.availability else { return nil }
    return refusal.isPlanted || envFile.kind != .missing ? refusal : nil
  }
}

/// What git said about the project's env files.
package struct GitFindings: Equatable, Sendable {
  /// How far git could be asked.
  package enum Availability: Equatable, Sendable {
    /// Inside a work tree; the path is its top.
    case repository(root: String)
    /// Git answered that this is no repository.
    case noRepository
    /// There is no git program.
    case missing
    /// Git is there and did not answer (another owner, a damaged index), so nothing is known.
    case refused(GitRefusal)
  }

  /// How far git could be asked.
  package var availability: Availability
  /// What `git check-ignore` said, one row a sample name; empty outside a repository.
  package var ignored: [IgnoreAnswer]
  /// Whether the index holds the env file.
  package var isEnvFileTracked: Bool

  /// Collects the answers.
  package init(
    availability: Availability,
    ignored: [IgnoreAnswer] = [],
    isEnvFileTracked: Bool = false
  ) {
    self.availability = availability
    self.ignored = ignored
    self.isEnvFileTracked = isEnvFileTracked
  }

  /// Gives the answer for one sample name.
  package func answer(for name: String) -> IgnoreAnswer? {
    ignored.first { $0.name == name }
  }
}

/// One answer of `git check-ignore -v --no-index`.
package struct IgnoreAnswer: Equatable, Sendable {
  /// The sample name that was asked for, relative to the project.
  package var name: String
  /// Whether git ignores it: a rule matches and the rule is no exception (`!`).
  package var isIgnored: Bool
  /// The ignore rule that decided, nil where none matches.
  package var rule: IgnoreRule?

  /// Collects the answer.
  package init(name: String, isIgnored: Bool, rule: IgnoreRule? = nil) {
    self.name = name
    self.isIgnored = isIgnored
    self.rule = rule
  }
}

/// The place and text of an ignore rule.
package struct IgnoreRule: Equatable, Sendable {
  /// The file that holds the rule, as git names it.
  package var file: String
  /// The line in it, from 1.
  package var line: Int
  /// The pattern as written, with its `!` where it is an exception.
  package var pattern: String

  /// Collects place and text.
  package init(file: String, line: Int, pattern: String) {
    self.file = file
    self.line = line
    self.pattern = pattern
  }
}
