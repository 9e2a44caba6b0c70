/// Whether other users of the machine are kept out of the env file.
enum FileModeCheck {
  static func check(_ findings: StatusFindings) -> Check {
    let file = findings.envFileName
    guard findings.envFile.kind == .file else {
      return Check(.fileMode, .skipped, "There is no file \(file).")
    }
    let mode = findings.envFile.mode
    let remedy = "Run “chmod 600 \(file)”."
    let access = "(mode \(octal(mode)))"
    if mode & 0o002 != 0 {
      return Check(.fileMode, .fail, "Everybody can change \(file) \(access).", remedy: remedy)
    }
    if mode & 0o004 != 0 {
      return Check(.fileMode, .warn, "Everybody can read \(file) \(access).", remedy: remedy)
    }
    if mode & 0o020 != 0 {
      return Check(.fileMode, .warn, "Its group can change \(file) \(access).", remedy: remedy)
    }
    let readers = mode & 0o040 != 0 ? "you and its group" : "you"
    return Check(.fileMode, .pass, "Only \(readers) can read \(file) \(access).")
  }

  /// Permission bits as `chmod` writes them, four digits: 0600.
  static func octal(_ mode: UInt32) -> String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
