internal import ArgumentParser
import Ground
internal import SetupCore
internal import SetupRuntime

/// `attio-setup workspaces`: the workspaces that were connected by OAuth.
struct WorkspacesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspaces",
    abstract: "List, check, show and remove connected workspaces, or hand a token over.",
    discussion: """
      EXAMPLES
        attio-setup workspaces
        attio-setup workspaces check
        attio-setup workspaces show acme
        attio-setup workspaces remove acme
        attio-setup workspaces export acme --to gh secret set ATTIO_API_KEY

      Another workspace is connected with: attio-setup connect
      """,
    subcommands: [
      WorkspacesListCommand.self, WorkspacesCheckCommand.self, WorkspacesShowCommand.self,
      WorkspacesRemoveCommand.self, WorkspacesExportCommand.self,
    ],
    defaultSubcommand: WorkspacesListCommand.self
  )
}

/// `attio-setup workspaces list`.
struct WorkspacesListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The connected workspaces (the default); Attio is not asked.",
    discussion: """
      EXAMPLES
        attio-setup workspaces
        attio-setup workspaces list --json | jq -r '.workspaces[].slug'
      """
  )

  @OptionGroup var shared: SharedOptions

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let access = try await WorkspaceAccess(context, shared)
    await context.close()
    if shared.json {
      try Output.json(WorkspacesDocument(access.all, time: Timestamp.text))
    } else {
      for line in WorkspacesText.lines(access.all, now: Timestamp.now) { Output.line(line) }
    }
    for remark in access.store.remarks() { Output.message(SafeText.cleaned(remark, limit: 500)) }
  }
}

/// `attio-setup workspaces show SLUG`.
struct WorkspacesShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One connected workspace: its scopes, its app, where its token is kept.",
    discussion: """
      EXAMPLES
        attio-setup workspaces show acme
        attio-setup workspaces show acme --json
      """
  )

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("The workspace's slug or identifier.", valueName: "slug"),
    completion: .connectedWorkspaces
  )
  var slug: String

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let access = try await WorkspaceAccess(context, shared)
    let workspace = try await access.workspace(slug)
    await context.close()
    if shared.json {
      try Output.json(WorkspacesDocument([workspace], time: Timestamp.text))
      return
    }
    let lines = WorkspacesText.lines(
      workspace,
      filePath: access.store.filePath,
      now: Timestamp.now
    )
    for line in lines { Output.line(line) }
  }
}
