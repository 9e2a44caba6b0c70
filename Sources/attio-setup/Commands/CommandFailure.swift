internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime

/// Why a command cannot take this program's place, for `run` and `workspaces export`.
enum CommandFailure {
  /// Says it, and gives the exit code that a shell would give.
  static func report(
    _ failure: ProcessReplacement.Failure,
    asJSON: Bool
  ) -> ArgumentParser.ExitCode {
    Output.report(
      SetupError(
        .usage,
        failure.message,
        remedy: "Check its name; nothing was started.",
        name: failure.exitCode == 127 ? "command_not_found" : "command_not_runnable"
      ),
      asJSON: asJSON
    )
    return ArgumentParser.ExitCode(failure.exitCode)
  }

  /// Refuses the sandbox inside this process, whose place the command takes.
  static func confirmOutlasting(_ shared: SharedOptions) throws {
    guard !shared.sandbox else {
      throw ValidationError("--sandbox would end with the command. Start attio-setup sandbox.")
    }
  }
}
