internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime

/// `attio-setup workspaces export SLUG --to COMMAND…`: the token on another program's input.
struct WorkspacesExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give a token to a command on its standard input: to a vault, to CI.",
    discussion: """
      EXAMPLES
        attio-setup workspaces export acme --to gh secret set ATTIO_API_KEY
        attio-setup workspaces export acme --to vault kv put secret/attio token=-

      The token has no line end. It is in no argument and in no variable. What is printed and the \
      exit code are the command's own.
      """
  )

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("The workspace's slug or identifier.", valueName: "slug"),
    completion: .connectedWorkspaces
  )
  var slug: String

  @Option(
    name: .customLong("to"),
    parsing: .remaining,
    help: ArgumentHelp(
      "The command and its arguments; everything behind --to belongs to it.",
      valueName: "command"
    ),
    completion: .command(after: "--to")
  )
  var command: [String]

  func validate() throws {
    guard !command.isEmpty else {
      throw ValidationError("--to takes a command, such as: --to gh secret set ATTIO_API_KEY")
    }
    try CommandFailure.confirmOutlasting(shared)
  }

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let access = try await WorkspaceAccess(context, shared)
    let workspace = try await access.workspace(slug)
    var replacement = ProcessReplacement(command)
    replacement.input = try await access.token(of: workspace)
    throw CommandFailure.report(replacement.run(), asJSON: shared.json)
  }
}
