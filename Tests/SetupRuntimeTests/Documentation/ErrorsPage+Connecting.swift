import SetupCore

extension ErrorsPage {
  /// Every failure to connect a workspace.
  static var failures: String {
    let intro = """
      ## While a workspace is connected

      `error.kind` of [`connect --json`](many-workspaces.md) is one of these names, or one of the states
      above where a question to Attio failed.
      """
    return ([intro] + ErrorPage.failures.map { section($0) }).joined(separator: "\n\n")
  }

  /// What else ends a command with a name of its own.
  static var refusals: String {
    let intro = """
      ## Before anything is written, and around it

      `error.kind` of a command with `--json` is one of these names where it ended for another reason than a
      connection.
      """
    return ([intro] + ErrorPage.refusals.map { section($0) }).joined(separator: "\n\n")
  }
}
