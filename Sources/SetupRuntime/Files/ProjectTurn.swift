package import SetupCore
import SystemPackage

/// The turn to change a project's files, which one process has at a time.
///
/// Two runs that overlap would each work with what the other is about to change. So a run takes the
/// turn first and looks at the files then. The repository's folder is locked, where there is one: two
/// projects of a monorepo share its ignore rules. The system frees the lock of a process that ends.
package struct ProjectTurn: Sendable {
  private let descriptor: Int32?
  private let calls: FileCalls

  /// Waits for the turn.
  ///
  /// Where the folder cannot be locked, as on some network drives, the run goes on without: what a plan
  /// finds is compared with the disk again before anything is written.
  ///
  /// - Parameters:
  ///   - directory: The project's folder.
  ///   - environment: The variables that git gets.
  ///   - limit: How long to wait for another run.
  ///   - waiting: Called once where another run has the turn, from the task that waits.
  /// - Returns: The turn, which somebody has to end.
  /// - Throws: `busy` after the limit, `interrupted` where the task was cancelled.
  package static func take(
    in directory: String,
    environment: [String: String],
    limit: Duration = .seconds(60),
    waiting: () -> Void
  ) async throws(SetupError) -> ProjectTurn {
    let calls = FileCalls.current
    let folder = place(of: directory, environment)
    do throws(FileLock.Failure) {
      let lock = FileLock(limit: limit, calls: calls)
      let descriptor = try await lock.take(folder: folder, waiting: waiting)
      return ProjectTurn(descriptor: descriptor, calls: calls)
    } catch {
      switch error {
      case .refused: return ProjectTurn(descriptor: nil, calls: calls)
      case .busy: throw busy
      case .stopped: throw stopped
      }
    }
  }

  /// Gives the turn to the next.
  package func end() {
    if let descriptor { calls.close(descriptor) }
  }

  private static func place(of directory: String, _ environment: [String: String]) -> String {
    guard case .dotGit(let path) = RepositorySearch(environment: environment).find(from: directory)
    else { return directory }
    return FilePath(path).removingLastComponent().string
  }

  private static var busy: SetupError {
    SetupError(
      .file,
      "Another attio-setup has been changing this project for a minute. Nothing was written.",
      remedy: "Let it finish, or end it, and run this again.",
      name: "busy"
    )
  }

  private static var stopped: SetupError {
    SetupError(
      .unknown,
      "The program was stopped while another attio-setup was changing this project.",
      remedy: "Nothing was written.",
      name: SetupError.interruptedName
    )
  }
}
