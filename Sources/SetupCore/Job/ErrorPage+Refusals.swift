extension ErrorPage {
  /// The refusals to write, and what else ends a command with a name of its own.
  package static let refusals: [ErrorPage] =
    [
      page(
        PlanObstacle.trackedFailure(".env", holding: .token, cure: ", or add --untrack"),
        "Git tracks the env file"
      ),
      page(
        "git_refused",
        "Git did not answer",
        "Git is there and would not say whether it tracks the env file: the repository belongs to another "
          + "user, is away, is damaged, or has a newer format. Writing could publish the secret.",
        "Mend what git names in its own words, such as “git config --global --add safe.directory FOLDER” "
          + "for a repository that you trust, and run it again."
      ),
      page(
        "other_workspace",
        "The token belongs to another workspace",
        "The env file's token, or the comment # attio-workspace in .env.example, names another workspace "
          + "than the new token's.",
        "Check which of the two the project needs. To replace it, add --replace-workspace."
      ),
      page(PlanRisk.open(path: ".env", mode: 0o666).refusal, "Others can write the env file"),
      page(
        PlanRisk.outside(path: ".env", target: "/home/ada/secrets/.env").refusal,
        "The env file leads out of the project"
      ),
      page(
        SetupError.referenceName,
        "The env file holds a reference",
        "The variable's value is an encrypted value or a reference that another program resolves, such as "
          + "op://… or encrypted:…. A plain token in its place would take it out of that program's hands.",
        "To put the token in its place, add --replace-reference."
      ),
      page(
        "changed_since",
        "A file changed after the run",
        "What undo would put back was changed by somebody else since, and that change would be lost.",
        "To put back the rest: attio-setup undo --partial",
        ExitStatus.file
      ),
      page(
        "busy",
        "Another run is changing the project",
        "One attio-setup at a time changes a project. Another one has held the turn for a minute.",
        "Let it finish, or end it, and run this again.",
        ExitStatus.file
      ),
      page(
        SetupError.interruptedName,
        "The program was stopped",
        "A signal ended it. The last line says whether anything was written.",
        "Run it again; attio-setup undo takes back what was written.",
        ExitStatus.left
      ),
      page(
        "keyring",
        "The keyring cannot be used",
        "There is no keyring, it is locked, or it did not give back what was stored.",
        "Unlock it and try again, or keep the tokens in a file that only you can read: --store file."
      ),
      page(
        "client_secret",
        "The client secret cannot be used",
        "What was given as the app's client secret is empty, of several lines, or another value.",
        "Copy it from the app's OAuth tab at build.attio.com."
      ),
      page(
        "unknown_workspace",
        "No such workspace is connected",
        "The store of connected workspaces has none with this slug.",
        "See which there are: attio-setup workspaces"
      ),
      page(
        "ambiguous_workspace",
        "Several tokens fit the workspace",
        "Two apps have a token of the workspace, or it is connected at two APIs.",
        "Set \(AppSettings.clientIDVariable) to the app that you mean, or name the API with --base-url."
      ),
      page(
        "workspace_needed",
        "Which workspace?",
        "Several workspaces are connected, and none was named.",
        "Name one: --workspace SLUG"
      ),
      page(
        "no_workspace",
        "No workspace is connected",
        "The store has no connected workspace.",
        "Connect one: attio-setup connect"
      ),
      page(
        "one_file",
        "The CI system has one file only",
        "The job belongs into a file that is yours, and this program does not edit that.",
        "Run attio-setup ci without --write, and paste the job into the file that it names."
      ),
      page(
        "exists",
        "The file exists already",
        "The starter client is not written over a file that is there.",
        "Rename what is there, or print the client without --write and take what you need."
      ),
    ]

  private static func page(_ error: SetupError, _ title: String) -> ErrorPage {
    page(error.name, title, error.message, error.remedy, error.exitCode)
  }

  private static func page(
    _ name: String,
    _ title: String,
    _ happening: String,
    _ remedy: String,
    _ exitCode: Int32 = ExitStatus.actionNeeded
  ) -> ErrorPage {
    ErrorPage(
      name: name,
      exitCode: exitCode,
      entries: [Entry(title: title, happening: happening, remedy: remedy)]
    )
  }
}
