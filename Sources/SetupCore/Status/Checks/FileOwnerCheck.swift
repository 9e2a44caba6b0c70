/// Whether the env file belongs to the user who looks at it, and to nobody else.
enum FileOwnerCheck {
  static func check(_ findings: StatusFindings) -> Check {
    let file = findings.envFileName
    guard findings.envFile.kind == .file else {
      return Check(.fileOwner, .skipped, "There is no file \(file).")
    }
    guard let user = findings.userID else {
      return Check(.fileOwner, .skipped, "Users are not known here.")
    }
    let owner = findings.envFile.owner
    guard owner != user else { return Check(.fileOwner, .pass, "\(file) belongs to you.") }
    return Check(
      .fileOwner,
      .warn,
      "\(file) belongs to another user (\(owner); you are \(user)), who can read and change it.",
      remedy: "Run “sudo chown \(user) \(file)”, or do this as the user that it belongs to."
    )
  }
}
