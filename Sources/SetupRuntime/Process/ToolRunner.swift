import Ground
import Subprocess
import SystemPackage

/// Runs other programs: with a time limit, an output limit, and without a terminal to ask at.
package struct ToolRunner: Sendable {
  /// What is done after a piece of output: go on, or end the program because enough is known.
  package enum Next: Sendable {
    case more
    case enough
  }

  /// Makes a runner.
  package init() {}

  /// Runs a program and collects what it writes.
  package func run(_ request: ToolRequest) async throws(ToolError) -> ToolAnswer {
    var result = try await run(request, into: [UInt8]()) { output, piece in
      output.append(contentsOf: piece)
      return .more
    }
    result.answer.output = result.state
    return result.answer
  }

  /// Runs a program and folds its standard output, piece by piece, into a value.
  ///
  /// Where `consume` has enough, the program is ended and its status is `stopped`.
  package func run<State: Sendable>(
    _ request: ToolRequest,
    into state: State,
    consume: @escaping @Sendable (inout State, [UInt8]) -> Next
  ) async throws(ToolError) -> (answer: ToolAnswer, state: State) {
    do {
      return try await withThrowingTaskGroup(of: (ToolAnswer, State)?.self) { group in
        group.addTask { try await Self.perform(request, into: state, consume: consume) }
        group.addTask {
          try await Task.sleep(for: request.timeLimit)
          return nil
        }
        defer { group.cancelAll() }
        guard let result = try await group.next() ?? nil else {
          throw ToolError.timedOut(program: request.program)
        }
        return result
      }
    } catch {
      throw Self.toolError(error, for: request)
    }
  }

  /// Ends the reading early without being a failure.
  private struct Enough: Error {}

  private static func perform<State: Sendable>(
    _ request: ToolRequest,
    into initial: State,
    consume: @Sendable (inout State, [UInt8]) -> Next
  ) async throws -> (ToolAnswer, State) {
    let folder = try WorkingFolder(request.directory)
    defer { folder.close() }
    let configuration = try configuration(for: request, in: folder)
    guard let input = try InputPipe.make(holding: request.input) else {
      throw ToolError.tooMuchInput(program: request.program)
    }
    var state = initial
    do {
      let result = try await Subprocess.run(
        configuration,
        input: .fileDescriptor(input, closeAfterSpawningProcess: true),
        output: .sequence,
        error: .bytes(limit: 65_536)
      ) { execution in
        var count = 0
        for try await buffer in execution.standardOutput {
          let piece = buffer.withUnsafeBytes { Array($0) }
          count += piece.count
          guard count <= request.outputLimit else {
            throw ToolError.tooMuchOutput(program: request.program, limit: request.outputLimit)
          }
          if consume(&state, piece) == .enough { throw Enough() }
        }
      }
      try Task.checkCancellation()
      return (answer(result.terminationStatus, result.standardError), state)
    } catch is Enough {
      return (ToolAnswer(status: .stopped, output: [], errorText: ""), state)
    }
  }

  private static func configuration(
    for request: ToolRequest,
    in folder: WorkingFolder
  ) throws -> Configuration {
    var options = PlatformOptions()
    // A session of its own has no terminal: nothing can be asked or drawn over the screen.
    options.createSession = true
    if request.endsWithChildren {
      // The session's group is the program and what it started, nothing of ours.
      options.teardownSequence = [
        .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
      ]
    }
    return Configuration(
      executable: try executable(for: request),
      arguments: Arguments(request.arguments.map(terminated)),
      environment: .custom(request.environment.map { terminated("\($0.key)=\($0.value)") }),
      workingDirectory: folder.path,
      platformOptions: options
    )
  }

  /// A text as the system wants it, the NUL included.
  private static func terminated(_ text: String) -> [UInt8] { SystemText.bytes(text) + [0] }

  /// A path as the system wants it.
  private static func systemPath(_ text: String) -> FilePath {
    withSystemText(text) { FilePath(platformString: $0) }
  }

  /// A name is looked up here: Subprocess starts a process for each folder of the `PATH` until one is the
  /// program's, the project's own among them where a folder is not absolute.
  private static func executable(for request: ToolRequest) throws(ToolError) -> Executable {
    if request.program.hasPrefix("/") { return .path(systemPath(request.program)) }
    guard let path = ProgramSearch.path(of: request.program, in: request.environment) else {
      throw .missing(program: request.program)
    }
    return .path(systemPath(path))
  }

  private static func answer(_ status: TerminationStatus, _ errorBytes: [UInt8]) -> ToolAnswer {
    let text = String(decoding: errorBytes, as: UTF8.self)
    let status: ToolAnswer.Status =
      switch status {
      case .exited(let code): .exited(code)
      case .signaled(let signal): .signalled(signal)
      }
    return ToolAnswer(status: status, output: [], errorText: text.trimmed)
  }

  private static func toolError(_ error: any Error, for request: ToolRequest) -> ToolError {
    switch error {
    case let error as ToolError:
      return error
    case is CancellationError:
      return .cancelled
    case let error as SubprocessError where error.code == .executableNotFound:
      return .missing(program: request.program)
    case let error as SubprocessError where error.code == .failedToChangeWorkingDirectory:
      return .noFolder(request.directory ?? ".")
    case let error as SubprocessError where error.code == .outputLimitExceeded:
      return .tooMuchOutput(program: request.program, limit: 65_536)
    default:
      return Task.isCancelled
        ? .cancelled : .failed(program: request.program, reason: "\(error)")
    }
  }
}

extension String {
  /// The text without white space at both ends.
  fileprivate var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
