internal import Ground

/// One run of another program, as a value.
///
/// A secret goes into `input`, never into `arguments`.
package struct ToolRequest: Sendable {
  /// The program's name, looked up in the `PATH` of `environment`, or its absolute path.
  package var program: String
  /// The arguments, which every user of the machine can read.
  package var arguments: [String]
  /// The bytes on standard input, at most 64 KiB.
  package var input: [UInt8]
  /// The folder to run in, nil for the current one.
  package var directory: String?
  /// All variables that the program gets.
  package var environment: [String: String]
  /// How long the program may run.
  package var timeLimit: Duration
  /// The largest standard output that is taken, in bytes.
  package var outputLimit: Int
  /// Whether programs that it started are ended with it, where it is ended early.
  package var endsWithChildren = false

  /// Describes a run.
  package init(
    _ program: String,
    _ arguments: [String] = [],
    input: [UInt8] = [],
    directory: String? = nil,
    environment: [String: String],
    timeLimit: Duration = .seconds(10),
    outputLimit: Int = 1024 * 1024
  ) {
    self.program = program
    self.arguments = arguments
    self.input = input
    self.directory = directory
    self.environment = environment
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }
}

/// What a program answered.
package struct ToolAnswer: Equatable, Sendable {
  /// How a program ended.
  package enum Status: Equatable, Sendable {
    /// By itself, with this code.
    case exited(Int32)
    /// By this signal.
    case signalled(Int32)
    /// It was ended because its output so far was enough.
    case stopped
  }

  /// How the program ended.
  package var status: Status
  /// What it wrote to standard output.
  package var output: [UInt8]
  /// What it wrote to standard error, the first 64 KiB, white space around it removed.
  package var errorText: String

  /// Whether the program ended with 0.
  package var isSuccess: Bool { status == .exited(0) }

  /// The standard output as text, without the line end at its end.
  package var text: String {
    let text = SystemText.decoded(output)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

/// Why a program gave no answer.
package enum ToolError: Error, Equatable, Sendable {
  /// There is no such program.
  case missing(program: String)
  /// The folder to run in cannot be entered.
  case noFolder(String)
  /// It ran longer than it may, and was ended.
  case timedOut(program: String)
  /// It wrote more than is taken, and was ended; the limit is in bytes.
  case tooMuchOutput(program: String, limit: Int)
  /// There was more for its standard input than fits.
  case tooMuchInput(program: String)
  /// The task was cancelled, and the program ended.
  case cancelled
  /// The system could not run it, with its reason.
  case failed(program: String, reason: String)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .missing(let program): "The program \(program) is not installed."
    case .noFolder(let folder): "The folder \(folder) cannot be entered."
    case .timedOut(let program): "The program \(program) took too long and was stopped."
    case .tooMuchOutput(let program, let limit):
      "The program \(program) wrote more than \(limit) bytes and was stopped."
    case .tooMuchInput(let program): "The program \(program) was not given so much text at once."
    case .cancelled: "The work was cancelled."
    case .failed(let program, let reason): "The program \(program) could not be run: \(reason)"
    }
  }
}
