import Ground

extension Plan {
  /// Plans to write a CI system's job into a file of its own.
  ///
  /// - Parameters:
  ///   - text: The job.
  ///   - path: The file, relative to the project.
  ///   - found: What stands there.
  ///   - folder: The project's folder; nil where it was not looked at.
  /// - Returns: The plan; nil where the same text stands there already.
  /// - Throws: `exists` where anything else stands there.
  package static func make(
    workflow text: String,
    at path: String,
    found: FileSnapshot,
    in folder: ProjectRoot? = nil
  ) throws(SetupError) -> Plan? {
    if let target = folder?.target(of: found, named: path, ifOutside: true) {
      let risk = PlanRisk.outside(path: path, target: target)
      throw SetupError(
        .actionNeeded,
        risk.refusal.message,
        remedy: "Replace the link with a folder, or print the job without --write.",
        name: risk.refusal.name
      )
    }
    let after = FileContent(Array(text.utf8))
    if found.kind == .file, !found.isLink, found.content == after { return nil }
    guard found.kind == .missing, !found.isLink else {
      throw SetupError(
        .actionNeeded,
        "\(path) holds something else already. Nothing was written.",
        remedy: "Print the job without --write, and take what you need.",
        name: "exists"
      )
    }
    return Plan(entries: [
      PlanEntry(
        id: .workflow,
        path: path,
        action: .create,
        mode: 0o644,
        before: found,
        after: after,
        diff: .between(nil, after, path: path, masking: .none),
        isSwitchable: false
      )
    ])
  }
}
