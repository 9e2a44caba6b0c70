import AttioSandbox
import Ground
import SetupCore
import Testing

/// A project, a token and a shell, and what every face must say of them.
struct Situation: Sendable, CustomTestStringConvertible {
  /// What git is in the folder.
  enum Repository: Sendable {
    case none
    case fresh
    /// Git tracks the env file.
    case tracked
    /// The env file was committed once and is tracked no longer.
    case committedBefore
    /// The token stands in a commit.
    case committedToken
    /// Git is there and refuses to answer.
    case refusing
  }

  /// What it comes to.
  enum End: Sendable, Equatable {
    /// The files are written, and this is the first line.
    case written(Verdict, String)
    /// Nothing is written; the exit code of `apply`.
    case refused(Int32)
  }

  let name: String
  var token = SandboxScenario.full.token
  var repository = Repository.fresh
  /// Files of the project by their paths.
  var files: [String: String] = [:]
  /// The mode of the env file, where it is there before.
  var mode: UInt32 = 0o600
  /// Variables of the shell.
  var environment: [String: String] = [:]
  let end: End
  /// Whether `status` looks at another value than the one that was written.
  var isOverridden = false
  /// Whether the project is connected before, so that a refusal leaves it connected.
  var isFineAsItIs = false
  /// Whether the wizard's table proposes scopes where `apply` has none to note; then only verdict and
  /// exit code are the same.
  var isProposed = false

  var testDescription: String { name }
}

/// What a face came to.
struct FaceEnd: Equatable {
  var verdict: Verdict?
  var headline: String?
  var remedy: String?
  var exitCode: Int32?
  /// Each file with its mode and content.
  var files: [String: String]
}
