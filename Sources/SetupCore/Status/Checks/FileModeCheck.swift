/// Whether other users of the machine are kept out of the env file.
enum FileModeCheck {
  static func check(_ findings: StatusFindings) -> Check {
    let file = findings.envFileName
    guard findings.envFile.kind == .file else {
      return openFolder(findings)
        ?? Check(.fileMode, .skipped, "There is no file \(file).")
    }
    let mode = findings.envFile.mode
    let remedy = "Run “chmod 600 \(file)”."
    let access = "(mode \(PermissionBits.octal(mode)))"
    if mode & 0o002 != 0 {
      return Check(.fileMode, .fail, "Everybody can change \(file) \(access).", remedy: remedy)
    }
    if let openFolder = openFolder(findings) { return openFolder }
    if mode & 0o004 != 0 {
      return Check(.fileMode, .warn, "Everybody can read \(file) \(access).", remedy: remedy)
    }
    if mode & 0o020 != 0 {
      return Check(.fileMode, .warn, "Its group can change \(file) \(access).", remedy: remedy)
    }
    let readers = mode & 0o040 != 0 ? "you and its group" : "you"
    return Check(.fileMode, .pass, "Only \(readers) can read \(file) \(access).")
  }

  /// A folder in which everybody can put another file in the place of the env file, or, where it is
  /// sticky, one that is not there yet.
  private static func openFolder(_ findings: StatusFindings) -> Check? {
    guard let mode = findings.folderMode, mode & 0o002 != 0 else { return nil }
    let file = findings.envFileName
    let what = mode & 0o1000 == 0 ? "replace \(file)" : "put files there before you do"
    return Check(
      .fileMode,
      .warn,
      "Anyone can write in this folder (mode \(PermissionBits.octal(mode))), and \(what).",
      remedy: "Run: chmod o-w \(ShellWord.quoted(findings.directory))"
    )
  }
}
