internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime

/// `attio-setup run -- COMMAND…`: a command with a workspace's token in its environment.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a command with a connected workspace's token in its environment.",
    discussion: """
      EXAMPLES
        attio-setup run -- npm start
        attio-setup run --workspace acme -- npm start
        attio-setup run --workspace acme --variable ATTIO_TOKEN -- ./import.py

      The token is in that command's environment and in no file. The command takes this program's \
      place: signals and the exit code are its own. Without --workspace the only connected \
      workspace is meant.
      """
  )

  @OptionGroup var shared: SharedOptions
  @OptionGroup var target: WorkspaceOption

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The command and its arguments, after --.", valueName: "command")
  )
  var command: [String] = []

  func validate() throws {
    guard !command.isEmpty else {
      throw ValidationError("There is no command after --, such as: attio-setup run -- npm start")
    }
    guard !shared.sandbox else {
      throw ValidationError("--sandbox would end with the command. Start attio-setup sandbox.")
    }
  }

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let access = try await WorkspaceAccess(context, shared)
    let workspace = try await access.workspace(target.workspace)
    var replacement = ProcessReplacement(command)
    replacement.variable = (shared.variable, try await access.token(of: workspace))
    throw CommandFailure.report(replacement.run(), asJSON: shared.json)
  }
}

/// What to say where a command could not take this program's place.
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
}
