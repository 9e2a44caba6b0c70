/// Whether the token is of the workspace that the example names.
enum WorkspacePinnedCheck {
  static func check(_ findings: StatusFindings) -> Check {
    guard let pin = findings.pin, !findings.isStored else {
      return Check(.workspacePinned, .skipped, ".env.example names no workspace.")
    }
    guard let identity = findings.verification.identity else {
      return findings.isOffline
        ? Check(.workspacePinned, .skipped, "Attio was not asked whose the token is.")
        : Check(
          .workspacePinned,
          .unknown,
          "Attio did not say whose the token is.",
          remedy: "Look after the connection first."
        )
    }
    switch pin.admits(identity.workspaceSlug) {
    case true:
      return Check(.workspacePinned, .pass, "The token is of \(pin.name), as .env.example says.")
    case false:
      return Check(
        .workspacePinned,
        .fail,
        "The token is of \(identity.workspace), and .env.example names \(pin.name).",
        remedy: "Run attio-setup with a token of \(pin.name), or correct the comment "
          + "“# \(WorkspacePin.directive):” in .env.example."
      )
    case nil:
      return Check(
        .workspacePinned,
        .unknown,
        "Attio did not name the workspace's slug, and .env.example names \(pin.name).",
        remedy: "Compare it with the address of your workspace in Attio."
      )
    }
  }
}
