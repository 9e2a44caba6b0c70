extension PlanMaker {
  /// Finds what somebody has to agree to before a file is written.
  func risks(_ id: PlanEntry.ID, path: String, _ file: FileSnapshot) -> [PlanRisk] {
    var risks: [PlanRisk] = []
    if let target = inputs.folder?.target(of: file, named: path, ifOutside: true) {
      risks.append(.outside(path: path, target: target))
    }
    if id == .envFile, file.kind == .file {
      if inputs.folder?.isForeign(file) ?? false {
        risks.append(.foreign(path: path, owner: file.owner))
      }
      if file.mode & 0o002 != 0, !inputs.consent.tightens {
        risks.append(.open(path: path, mode: file.mode))
      }
    }
    return risks.filter { !inputs.consent.covers($0) }
  }
}
