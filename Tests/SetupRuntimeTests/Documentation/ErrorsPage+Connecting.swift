import SetupCore

extension ErrorsPage {
  /// Every failure to connect a workspace.
  static var failures: String {
    let intro = """
      ## While a workspace is connected

      `error.kind` of [`connect --json`](many-workspaces.md) is one of these names, or one of the states
      above where a question to Attio failed.
      """
    let sections = connectFailures.map { failure in
      let head = "### \(failure.name)\n\nExit code \(failure.setupError().exitCode)."
      let paragraphs = [("", failure.happening()), ("**What to do:**", failure.remedy())]
      return "\(head)\n\n\(entry(failure.title, paragraphs))"
    }
    return ([intro] + sections).joined(separator: "\n\n")
  }

  /// One of each failure that has a name of its own.
  static let connectFailures: [ConnectFailure] = [
    .denied,
    .refused(error: "invalid_scope", description: nil),
    .nobodyCame(seconds: 300),
    .invalidGrant(description: nil),
    .invalidClient(description: nil),
    .redirectURIMismatch(description: nil),
    .exchangeRefused(error: "unsupported_grant_type", description: nil),
    .portInUse(8787),
    .cannotListen("Its host is not this machine."),
    .appSettings(file: ".env", reason: "The client secret is empty."),
    .notStored(.keyringLocked),
    .noHash("the library is not installed"),
  ]
}
