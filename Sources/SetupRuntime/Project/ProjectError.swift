import Ground
package import SetupCore

/// Why a project cannot be looked at.
package enum ProjectError: Error, Equatable, Sendable {
  /// There is no such folder.
  case noFolder(String)
  /// The env file's name can be that of no file.
  case unusableName(String)
  /// A device, a pipe or a socket stands where git would read a file.
  case notAFile(path: String)
  /// What was named as the env file is something else, recognised by this.
  case notAnEnvFile(String, EnvFileName.Refusal)
  /// A file could not be read.
  case unreadable(FileReadError)
  /// Git did not answer.
  case git(GitError)

  /// The failure as a user meets it.
  package var setupError: SetupError {
    guard case .notAnEnvFile = self else { return SetupError(.file, message, remedy: remedy) }
    return SetupError(.usage, message, remedy: remedy)
  }

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .noFolder(let path): "There is no folder at \(path)."
    case .unusableName(let name): "\"\(name)\" is not the name of a file."
    case .notAFile(let path): PlanError.notAFile(path: path).message
    case .notAnEnvFile(let name, let refusal):
      "\(SafeText.cleaned(name)) \(refusal.reason). Nothing was written."
    case .unreadable(let error): error.message
    case .git(let error): error.message
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .noFolder: "Name the project's folder with --directory."
    case .unusableName: "Name the env file relative to the project, such as .env.local."
    case .notAFile(let path): PlanError.notAFile(path: path).remedy
    case .notAnEnvFile: "Name an env file with --env-file, such as .env.local."
    case .unreadable(let error): error.remedy
    case .git(let error): error.remedy
    }
  }
}
