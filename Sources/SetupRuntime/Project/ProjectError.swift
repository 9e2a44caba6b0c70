/// Why a project cannot be looked at.
package enum ProjectError: Error, Equatable, Sendable {
  /// There is no such folder.
  case noFolder(String)
  /// The env file's name can be that of no file.
  case unusableName(String)
  /// A file could not be read.
  case unreadable(FileReadError)
  /// Git did not answer.
  case git(GitError)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .noFolder(let path): "There is no folder at \(path)."
    case .unusableName(let name): "\"\(name)\" is not the name of a file."
    case .unreadable(let error): error.message
    case .git(let error): error.message
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .noFolder: "Name the project's folder with --directory."
    case .unusableName: "Name the env file relative to the project, such as .env.local."
    case .unreadable(let error): error.remedy
    case .git(let error): error.remedy
    }
  }
}
