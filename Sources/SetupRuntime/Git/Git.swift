package import SetupCore
import SystemPackage

/// Asks git, whose answers decide what is ignored, tracked or known; changes only the index.
package struct Git: Sendable {
  private let runner: ToolRunner
  private let environment: [String: String]

  /// Makes a questioner that finds git and its configuration through these variables.
  package init(environment: [String: String], runner: ToolRunner = ToolRunner()) {
    self.runner = runner
    self.environment = Self.environment(from: environment)
  }

  /// Tells how far git can be asked about a folder.
  package func availability(
    of directory: String
  ) async throws(GitError) -> GitFindings.Availability {
    let answer: ToolAnswer
    do throws(GitError) {
      answer = try await run(["rev-parse", "--show-toplevel"], in: directory)
    } catch .tool(.missing) {
      return .missing
    }
    if answer.isSuccess { return .repository(root: answer.text) }
    return Self.isOutside(answer) ? .noRepository : .refused(answer.errorText)
  }

  /// Gives the branch that is checked out; nil on a detached head.
  package func branch(in directory: String) async throws(GitError) -> String? {
    let answer = try await run(["symbolic-ref", "--quiet", "--short", "HEAD"], in: directory)
    if answer.status == .exited(1) { return nil }
    return try success(answer, "symbolic-ref").text
  }

  /// Tells whether tracked files differ from the last commit; new files do not count.
  package func isDirty(in directory: String) async throws(GitError) -> Bool {
    let arguments = ["status", "--porcelain", "-z", "--untracked-files=no"]
    return try await fold(request(arguments, directory), into: false) { isDirty, _ in
      isDirty = true
      return .enough
    }
  }
}

// MARK: - Running

extension Git {
  /// Runs git and gives its answer, whatever its status.
  func run(
    _ arguments: [String],
    in directory: String,
    input: [UInt8] = []
  ) async throws(GitError) -> ToolAnswer {
    do throws(ToolError) {
      return try await runner.run(request(arguments, directory, input: input))
    } catch {
      throw .tool(error)
    }
  }

  /// Runs git and folds what it writes; throws where git fails before `consume` has enough.
  func fold<State: Sendable>(
    _ request: ToolRequest,
    into state: State,
    consume: @escaping @Sendable (inout State, [UInt8]) -> ToolRunner.Next
  ) async throws(GitError) -> State {
    let result: (answer: ToolAnswer, state: State)
    do throws(ToolError) {
      result = try await runner.run(request, into: state, consume: consume)
    } catch {
      throw .tool(error)
    }
    if result.answer.status != .stopped {
      try success(result.answer, Self.command(in: request))
    }
    return result.state
  }

  /// Gives back an answer with status 0 and throws git's words for any other.
  @discardableResult
  func success(_ answer: ToolAnswer, _ command: String) throws(GitError) -> ToolAnswer {
    guard answer.isSuccess else { throw .failed(command: command, text: answer.errorText) }
    return answer
  }

  /// Whether git says that it was asked in no repository.
  ///
  /// A broken link to a repository reads "not a git repository: PATH", which is a refusal.
  static func isOutside(_ answer: ToolAnswer) -> Bool {
    answer.errorText.contains("not a git repository (or any")
      || answer.errorText.contains("must be run in a work tree")
  }

  private static func command(in request: ToolRequest) -> String {
    request.arguments.first { !$0.hasPrefix("-") } ?? ""
  }

  func request(
    _ arguments: [String],
    _ directory: String,
    input: [UInt8] = []
  ) -> ToolRequest {
    ToolRequest(
      "git",
      // The repository may be a stranger's: its configuration must not start a program of its own.
      ["--no-pager", "-c", "core.fsmonitor=false"] + arguments,
      input: input,
      directory: directory,
      environment: environment
    )
  }

  /// The user's variables, without those that would point git to another repository.
  private static func environment(from variables: [String: String]) -> [String: String] {
    var environment = variables
    // `git rev-parse --local-env-vars`: a hook that starts us has them set.
    for name in [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
      "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
      "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
      "GIT_LITERAL_PATHSPECS", "GIT_TRACE",
    ] {
      environment[name] = nil
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["LC_ALL"] = "C"
    return environment
  }
}

// MARK: - Places

extension Git {
  /// A file as git is asked about it: by its name, from its own folder, so that the repository
  /// that answers is the one that the file lies in (a submodule, for one).
  struct Place: Hashable {
    var folder: String
    var name: String
  }

  /// Finds the place of a name relative to a folder.
  func place(of name: String, in directory: String) -> Place {
    let path = FilePath(directory).pushing(FilePath(name))
    guard let last = path.lastComponent?.string else { return Place(folder: directory, name: name) }
    let folder = path.removingLastComponent().string
    let isThere = (try? FileStatus.following(folder))?.kind == .directory
    return isThere ? Place(folder: folder, name: last) : Place(folder: directory, name: name)
  }
}
