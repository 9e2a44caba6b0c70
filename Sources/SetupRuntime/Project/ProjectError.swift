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
