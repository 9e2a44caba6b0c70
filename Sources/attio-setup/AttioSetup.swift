import ArgumentParser
import SetupCore

/// The program's root command.
struct AttioSetup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attio-setup",
    abstract: "Connect a project to the Attio CRM's REST API, and tell the truth about it.",
    discussion: """
      EXAMPLES
        attio-setup                        set up the project in this folder
        attio-setup --sandbox              try it: no account, no network
        attio-setup apply --token-stdin    the same job without a question
        attio-setup status                 is the connection good; if not, why
        attio-setup scopes --for "POST /v2/tasks"    the scopes that a call needs
        attio-setup connect                one more workspace (OAuth 2.0)
        attio-setup workspaces check       do the tokens of all of them work
        attio-setup run --workspace acme -- npm start    with its token
        attio-setup client --write         a client in the project's language

      Your token is written to the project's env file (mode 0600) after you have seen the plan, \
      and sent to Attio; the tokens of connected workspaces are kept in the keyring or a file of \
      mode 0600. They go nowhere else, save to a command that you name; there is no telemetry.

      EXIT CODES
        0  done, everything is good        64   wrong usage
        1  action is needed                130  you left
        2  it could not be told            128+n  ended by signal n
        3  a file could not be read or written
      """,
    version: Version.text,
    subcommands: [
      WizardCommand.self, ApplyCommand.self, StatusCommand.self, ScopesCommand.self,
      ConnectCommand.self, WorkspacesCommand.self, RunCommand.self, ClientCommand.self,
      UndoCommand.self, GuardCommand.self, CICommand.self, SandboxCommand.self, HelpCommand.self,
      VersionCommand.self,
    ],
    defaultSubcommand: WizardCommand.self
  )
}
