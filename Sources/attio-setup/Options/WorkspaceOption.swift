import ArgumentParser

/// Which connected workspace a command is about.
struct WorkspaceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A connected workspace, by its slug or its identifier (attio-setup workspaces lists them).",
      valueName: "slug"
    ),
    completion: .connectedWorkspaces
  )
  var workspace: String?
}
