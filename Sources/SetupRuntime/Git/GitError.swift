package import SetupCore

/// Why git gave no answer to a question.
package enum GitError: Error, Equatable, Sendable {
  /// The program could not be run, took too long, or wrote too much.
  case tool(ToolError)
  /// Git ended with an error; its own words.
  case failed(command: String, text: String)
  /// Git was not asked, or answered nothing that could be relied on.
  case refused(GitRefusal)

  /// The error as something that is not known of a folder.
  package var refusal: GitRefusal {
    switch self {
    case .tool(let error):
      GitRefusal(
        reason: error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message,
        remedy: "Check again; if it stays this way, run “git status” in the folder."
      )
    case .failed(_, let text): GitRefusal(words: text)
    case .refused(let refusal): refusal
    }
  }

  /// The error as a refusal, but for work that was cancelled.
  var asUnknown: GitError {
    self == .tool(.cancelled) ? self : .refused(refusal)
  }

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .tool(let error): error.message
    case .failed(let command, _): "git \(command) failed: “\(refusal.reason)”."
    case .refused(let refusal): "Git gave no answer: “\(refusal.reason)”."
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch self {
    case .tool(.missing): "Install git, or work outside the repository."
    case .tool, .failed, .refused: refusal.remedy
    }
  }
}
