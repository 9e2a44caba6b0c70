internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// `attio-setup workspaces check`: every connected workspace, side by side.
struct WorkspacesCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Ask Attio with every token whether it works; the exit code is that of the worst.",
    discussion: """
      EXAMPLES
        attio-setup workspaces check
        attio-setup workspaces check --json > workspaces.json

      One read for each workspace, at most sixteen at once and below Attio's 100 reads per second. \
      A token is sent only to the API that gave it; servers on this machine count as one, whatever \
      their port.
      """
  )

  @OptionGroup var shared: SharedOptions

  mutating func run() async throws {
    let context = try await RunContext(shared)
    try context.confirmConnectable(context.base)
    let access = try await WorkspaceAccess(context, shared)
    let isShown = isatty(2) == 1 && Face(shared, environment: context.environment).allowsCursor
    let progress = CheckProgress(of: access.all.count, isShown: isShown)
    if isShown { context.keyringNotice.lead(with: CheckProgress.erasing) }
    let checker = WorkspaceChecker(
      verifier: context.world.verifier,
      base: context.base,
      context: context.connectionContext(shared)
    )
    let checked = try await Interruption.cancelling {
      await checker.check(
        access.all,
        token: { workspace in
          do throws(StoreError) {
            return .success(try await access.store.token(of: workspace))
          } catch {
            return .failure(error)
          }
        },
        done: { _ in progress.count() }
      )
    }
    progress.clear()
    await context.close()
    // One writing for all, also where a signal ended the check.
    let isNoted =
      (try? await access.store.note(checked.filter { $0.verdict == .good }.map(\.workspace))) != nil
    if !isNoted {
      Output.message("What Attio said could not be noted in \(access.store.filePath).")
    }
    if let signal = Interruption.signalNumber {
      Output.report(
        SetupError(
          .unknown,
          "The check was stopped after \(checked.count) of \(access.all.count) workspaces.",
          remedy: "What Attio confirmed by then is noted.",
          name: SetupError.interruptedName
        ),
        asJSON: shared.json
      )
      Interruption.endBySignal(signal)
    }
    if shared.json {
      try Output.json(WorkspacesDocument(checked, time: Timestamp.text))
    } else {
      for line in WorkspacesText.lines(checked) { Output.line(line) }
    }
    throw ArgumentParser.ExitCode(CheckedWorkspace.exitCode(checked))
  }
}

/// Tells on standard error how far a check is, on one line that is drawn over.
private final class CheckProgress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let done = Mutex(0)

  init(of total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
    draw(0)
  }

  func count() {
    draw(
      done.withLock { done in
        done += 1
        return done
      }
    )
  }

  /// What takes the line away.
  static let erasing = "\r\u{1B}[K"

  func clear() {
    if isShown { FileHandleText.standardError.write(Self.erasing) }
  }

  private func draw(_ count: Int) {
    guard isShown, total > 0 else { return }
    FileHandleText.standardError.write("\(Self.erasing)\(count) of \(total)")
  }
}
