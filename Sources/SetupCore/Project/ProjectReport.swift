package import Ground

/// What was found in the project's folder before the first question.
package struct ProjectReport: Equatable, Sendable {
  /// The absolute path of the folder.
  package var directory: String
  /// The user's home folder, to shorten paths on the screen.
  package var home: String
  /// What git said, for the env file that would be written.
  package var git: GitFindings
  /// The branch that is checked out, nil outside a repository or on a detached head.
  package var branch: String?
  /// The language, by its marker file.
  package var language: ProjectLanguage?
  /// The env files that exist, in the order in which common loaders prefer them.
  package var envFiles: [EnvFileReport]
  /// The env file that would be written, relative to the project, and why.
  package var target: EnvTarget
  /// Where the variable stands today, the place that wins first; empty values included.
  package var sources: [TokenSource]
  /// The files that look like env files and hold the variable, and that nothing loads by itself.
  package var elsewhere: [String] = []
  /// Where direnv has the shell's variable from; nil where it did not set it.
  package var direnv: DirenvSource?
  /// The OAuth app as the env files name it: the file that would be written first, then the others
  /// as far as they speak of the same app.
  package var app: AppSettings
  /// The OAuth app as the shell's variables name it; they win over the env files.
  package var appInShell: AppSettings
  /// The scopes that the `attio-scopes` comment of the example names; nil without one.
  package var wantedScopes: [String]?
  /// The workspace that the `attio-workspace` comment of the example names; nil without one.
  package var pin: WorkspacePin?
  /// The addresses of Attio's that the env files set.
  package var addresses: [AddressInFile] = []
  /// What is suspicious about the folder.
  package var concerns: [FolderConcern]
  /// Better folders, the best first.
  package var offers: [FolderOffer]
  /// Every file that a run may write, and whether it can be.
  package var writability: [WriteTarget]

  /// Collects the findings.
  package init(
    directory: String,
    home: String,
    git: GitFindings,
    branch: String? = nil,
    language: ProjectLanguage? = nil,
    envFiles: [EnvFileReport] = [],
    target: EnvTarget = EnvTarget(name: ".env", reason: .standard),
    sources: [TokenSource] = [],
    app: AppSettings = AppSettings(),
    appInShell: AppSettings = AppSettings(),
    wantedScopes: [String]? = nil,
    concerns: [FolderConcern] = [],
    offers: [FolderOffer] = [],
    writability: [WriteTarget] = []
  ) {
    self.directory = directory
    self.home = home
    self.git = git
    self.branch = branch
    self.language = language
    self.envFiles = envFiles
    self.target = target
    self.sources = sources
    self.app = app
    self.appInShell = appInShell
    self.wantedScopes = wantedScopes
    self.concerns = concerns
    self.offers = offers
    self.writability = writability
  }
}

/// A programming language, known by the file that marks a project of it.
package enum ProjectLanguage: String, CaseIterable, Sendable {
  case typescript = "TypeScript"
  case javascript = "JavaScript"
  case python = "Python"
  case ruby = "Ruby"
  case go = "Go"
  case swift = "Swift"
  case elixir = "Elixir"
  case php = "PHP"
  case rust = "Rust"

  /// How such projects are started, as far as there is one way.
  package var start: String {
    switch self {
    case .typescript, .javascript: "npm start"
    case .python: "python main.py"
    case .ruby: "ruby main.rb"
    case .go: "go run ."
    case .swift: "swift run"
    case .elixir: "mix run"
    case .php: "php index.php"
    case .rust: "cargo run"
    }
  }
}

/// An env file of the project.
package struct EnvFileReport: Equatable, Sendable {
  /// The path relative to the project.
  package var name: String
  /// How often the variable is live in it.
  package var assignments: Int
  /// Why the file cannot be edited, nil where it can.
  package var problem: String?

  /// Collects the findings.
  package init(name: String, assignments: Int, problem: String? = nil) {
    self.name = name
    self.assignments = assignments
    self.problem = problem
  }
}

/// The env file that would be written.
package struct EnvTarget: Equatable, Sendable {
  /// Why this file was chosen.
  package enum Reason: Equatable, Sendable {
    /// The user named it.
    case named
    /// The variable already stands there.
    case holdsVariable
    /// The client id or the client secret of an OAuth app already stands there.
    case holdsApp
    /// Nothing else decided.
    case standard
  }

  /// The path relative to the project.
  package var name: String
  /// Why this file was chosen.
  package var reason: Reason

  /// Collects name and reason.
  package init(name: String, reason: Reason) {
    self.name = name
    self.reason = reason
  }
}

/// A place where the token stands.
package struct TokenSource: Equatable, Sendable {
  /// The kind of place.
  package enum Place: Equatable, Sendable {
    /// A variable of the shell that started the program.
    case environment
    /// An env file, by its path relative to the project.
    case envFile(String)
  }

  /// Where it stands.
  package var place: Place
  /// The value, as a reader of the file gets it.
  package var value: Secret

  /// Collects place and value.
  package init(place: Place, value: Secret) {
    self.place = place
    self.value = value
  }
}

/// How direnv came to the variable that it put into the shell.
package enum DirenvSource: Equatable, Sendable {
  /// Its file sets it.
  case sets(file: String)
  /// Its file loads env files, so it may have an older value of one.
  case loads(file: String)
}

/// Something suspicious about the chosen folder.
package enum FolderConcern: Equatable, Sendable {
  /// The folder is the user's home.
  case home
  /// The folder is the root of the file system.
  case root
  /// No file marks a project here.
  case noMarker
  /// The folder lies inside a repository, below its top, and the top is a project too.
  case subfolder(ofRepository: String)
  /// The folder is the top of a repository with several projects below it.
  case monorepo
}

/// A folder that may be the better one.
package struct FolderOffer: Equatable, Sendable {
  /// The absolute path.
  package var path: String
  /// Why it is offered, a phrase.
  package var reason: String

  /// Collects path and reason.
  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// A file that a run may write.
package struct WriteTarget: Equatable, Sendable {
  /// The path relative to the project.
  package var name: String
  /// Why it cannot be written, in words for the user; nil where it can.
  package var problem: String?

  /// Collects name and problem.
  package init(name: String, problem: String? = nil) {
    self.name = name
    self.problem = problem
  }
}
