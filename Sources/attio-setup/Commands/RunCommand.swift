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
    help: ArgumentHelp("The command and its arguments, after --.", valueName: "command"),
    completion: .command(after: "--")
  )
  var command: [String] = []

  func validate() throws {
    guard !command.isEmpty else {
      throw ValidationError("There is no command after --, such as: attio-setup run -- npm start")
    }
    try CommandFailure.confirmOutlasting(shared)
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
