/// What decides which project is looked at, and how.
package struct ProjectRequest: Equatable, Sendable {
  /// The absolute path of the folder.
  package var directory: String
  /// The env file that the user named, relative to the folder; nil where none was named.
  package var envFileName: String?
  /// The variable that holds the token.
  package var variable: String
  /// The variables of the shell that started the program.
  package var environment: [String: String]
  /// The user's home folder.
  package var home: String

  /// Collects the parts.
  package init(
    directory: String,
    envFileName: String? = nil,
    variable: String = "ATTIO_API_KEY",
    environment: [String: String],
    home: String
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.environment = environment
    self.home = home
  }
}

extension ProjectRequest: CustomReflectable {
  /// A mirror without the environment, which may hold the token.
  package var customMirror: Mirror {
    Mirror(self, children: ["directory": directory, "variable": variable])
  }
}

/// Why a project cannot be looked at.
package enum ProjectError: Error, Equatable, Sendable {
  /// There is no such folder.
  case noFolder(String)
  /// The env file's name leads out of the project.
  case envFileOutside(String)
  /// A file could not be read.
  case unreadable(FileReadError)
  /// Git did not answer.
  case git(GitError)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .noFolder(let path): "There is no folder at \(path)."
    case .envFileOutside(let name): "\(name) is not a file inside the project's folder."
    case .unreadable(let error): error.message
    case .git(let error): error.message
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .noFolder: "Name the project's folder with --directory."
    case .envFileOutside: "Name the env file relative to the project, such as .env.local."
    case .unreadable(let error): error.remedy
    case .git(let error): error.remedy
    }
  }
}
