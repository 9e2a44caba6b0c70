package import SetupCore
import SystemPackage

/// Asks git, whose answers decide what is ignored, tracked or known; changes only the index.
///
/// Every question goes through `run` or `fold`, where `GitHardening` and `RepositorySearch` see to it
/// that a repository of somebody else starts nothing.
package struct Git: Sendable {
  private let runner: ToolRunner
  private let environment: [String: String]

  /// Makes a questioner that finds git and its configuration through these variables.
  package init(environment: [String: String], runner: ToolRunner = ToolRunner()) {
    self.runner = runner
    self.environment = GitHardening.environment(from: environment)
  }

  /// Tells how far git can be asked about a folder; throws only where the work was cancelled.
  package func availability(
    of directory: String
  ) async throws(GitError) -> GitFindings.Availability {
    do throws(GitError) {
      let answer = try await run(["rev-parse", "--show-toplevel"], in: directory)
      guard answer.isSuccess else {
        return Self.isOutside(answer)
          ? .noRepository : .refused(GitRefusal(words: answer.errorText))
      }
      return try confirmed(root: answer.text, of: directory)
    } catch .tool(.missing) {
      return .missing
    } catch .tool(.cancelled) {
      throw .tool(.cancelled)
    } catch {
      return .refused(error.refusal)
    }
  }

  /// The top that git named must be where the nearest `.git` is: git passes over a damaged one and
  /// answers for a folder further up, and a configuration may name any other folder.
  private func confirmed(
    root: String,
    of directory: String
  ) throws(GitError) -> GitFindings.Availability {
    guard case .dotGit(let path) = RepositorySearch(environment: environment).find(from: directory)
    else { return .repository(root: root) }
    let own = FilePath(path).removingLastComponent()
    guard own == FilePath(root) else {
      throw .refused(
        GitRefusal(
          reason: "git answers for \(root), while \(path) is nearer",
          remedy: "Mend \(path), or its core.worktree."
        )
      )
    }
    return .repository(root: root)
  }

  /// Gives the branch that is checked out; nil on a detached head.
  package func branch(in directory: String) async throws(GitError) -> String? {
    let answer = try await run(["symbolic-ref", "--quiet", "--short", "HEAD"], in: directory)
    if answer.status == .exited(1) { return nil }
    return try success(answer, "symbolic-ref").text
  }
}

// MARK: - Running

extension Git {
  /// Runs git and gives its answer, whatever its status; throws where git may not be asked here.
  func run(
    _ arguments: [String],
    in directory: String,
    input: [UInt8] = []
  ) async throws(GitError) -> ToolAnswer {
    let dotGit = try dotGit(of: directory)
    let answer: ToolAnswer
    do throws(ToolError) {
      answer = try await runner.run(request(arguments, directory, input: input))
    } catch {
      throw .tool(error)
    }
    if let dotGit, Self.isOutside(answer) { throw .refused(.damaged(dotGit)) }
    return answer
  }

  /// Runs git and folds what it writes; throws where git fails before `consume` has enough.
  func fold<State: Sendable>(
    _ arguments: [String],
    in directory: String,
    outputLimit: Int,
    into state: State,
    consume: @escaping @Sendable (inout State, [UInt8]) -> ToolRunner.Next
  ) async throws(GitError) -> State {
    _ = try dotGit(of: directory)
    var request = request(arguments, directory)
    request.outputLimit = outputLimit
    let result: (answer: ToolAnswer, state: State)
    do throws(ToolError) {
      result = try await runner.run(request, into: state, consume: consume)
    } catch {
      throw .tool(error)
    }
    if result.answer.status != .stopped { try success(result.answer, arguments[0]) }
    return result.state
  }

  /// Gives back an answer with status 0 and throws git's words for any other.
  @discardableResult
  func success(_ answer: ToolAnswer, _ command: String) throws(GitError) -> ToolAnswer {
    guard answer.isSuccess else { throw .failed(command: command, text: answer.errorText) }
    return answer
  }

  /// Whether git says that neither the folder nor one above it is in a repository.
  ///
  /// A broken link to a repository reads "not a git repository: PATH", which is a refusal.
  static func isOutside(_ answer: ToolAnswer) -> Bool {
    !answer.isSuccess && answer.errorText.contains("not a git repository (or any")
  }

  /// The `.git` that git will find, nil for none; throws where git may not be asked about it.
  private func dotGit(of directory: String) throws(GitError) -> String? {
    switch RepositorySearch(environment: environment).find(from: directory) {
    case .nothing: return nil
    case .dotGit(let path): return path
    case .refused(let refusal): throw .refused(refusal)
    }
  }

  private func request(
    _ arguments: [String],
    _ directory: String,
    input: [UInt8] = []
  ) -> ToolRequest {
    ToolRequest(
      "git",
      GitHardening.options + arguments,
      input: input,
      directory: directory,
      environment: environment
    )
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
