/// Why git gave no answer to a question.
package enum GitError: Error, Equatable, Sendable {
  /// The program could not be run, took too long, or wrote too much.
  case tool(ToolError)
  /// Git ended with an error; its own words.
  case failed(command: String, text: String)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .tool(let error): error.message
    case .failed(let command, let text): "git \(command) failed: \(text)"
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .tool(.missing): "Install git, or work outside the repository."
    case .tool: "Try again; if it stays this way, run git status in the folder."
    case .failed: "Run git status in the folder to see what is wrong, then start again."
    }
  }
}
