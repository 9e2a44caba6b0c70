import Ground

extension Plan {
  /// Works out the files of a starter client; every one of them must be new.
  ///
  /// - Parameters:
  ///   - client: The client.
  ///   - found: What stands at the path of each of its files, in their order.
  ///   - folder: The project's folder; nil where it was not looked at.
  /// - Returns: The plan, which creates every file.
  /// - Throws: `exists` where anything stands at one of the paths, `outside_project` where a folder
  ///   of one is a link that leads out.
  package static func make(
    _ client: StarterClient,
    found: [FileSnapshot],
    in folder: ProjectRoot? = nil
  ) throws(SetupError) -> Plan {
    // A link that leads nowhere is something too: writing would follow it.
    let taken = zip(client.files, found)
      .filter { $1.kind != .missing || $1.isLink }
      .map(\.0.path)
    guard taken.isEmpty else {
      throw SetupError(
        .actionNeeded,
        "\(taken.joined(separator: ", ")) \(taken.count == 1 ? "exists" : "exist") already, and no "
          + "file is written over. Nothing was written.",
        remedy: "Rename what is there, or print the client without --write and take what you need.",
        name: "exists"
      )
    }
    for (file, found) in zip(client.files, found) {
      guard let target = folder?.target(of: found, named: file.path, ifOutside: true) else {
        continue
      }
      let risk = PlanRisk.outside(path: file.path, target: target)
      throw SetupError(
        .actionNeeded,
        risk.refusal.message,
        remedy: "Replace the link with a folder, or print the client without --write.",
        name: risk.refusal.name
      )
    }
    return Plan(
      entries: zip(client.files, found).map { file, before in
        let after = FileContent(file.contents)
        return PlanEntry(
          id: file.id,
          path: file.path,
          action: .create,
          mode: 0o644,
          before: before,
          after: after,
          diff: .between(nil, after, path: file.path, masking: .none),
          isSwitchable: false
        )
      }
    )
  }
}
