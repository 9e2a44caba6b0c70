import Ground

extension Plan {
  /// Works out everything one run will do to files, and does none of it.
  ///
  /// - Throws: `PlanError` where a file cannot be read as what it should be; nothing is planned then.
  package static func make(_ inputs: PlanInputs) throws(PlanError) -> Plan {
    let maker = PlanMaker(inputs: inputs)
    try maker.checkFiles()
    let envFile = try maker.envFile()
    let ignoreRules = maker.ignoreRules()
    guard ignoreRules.action == .keep || !inputs.ignoreFile.isLink else {
      throw .ignoreFileIsLink(path: PlanMaker.ignoreFileName, purpose: inputs.purpose)
    }
    let example = try maker.example()
    let pin = try maker.pin(example)
    let entries: [PlanEntry?] = [
      ignoreRules,
      maker.untrack(),
      envFile,
      maker.tightenMode(after: envFile.after),
      example,
      pin?.entry,
    ]
    var plan = Plan(
      entries: entries.compactMap(\.self),
      notes: maker.notes,
      purpose: inputs.purpose,
      gitRefusal: inputs.gitRefusal
    )
    plan.exampleWithPin = pin?.together
    plan.consent = inputs.consent
    return plan
  }

  /// The names about which git is asked: examples of what the wanted rules mean, the env file and
  /// the example that must stay visible.
  package static func sampleNames(envFileName: String) -> [String] {
    let names = [".env", ".env.local", ".env.production.local"]
    return names + (names.contains(envFileName) ? [] : [envFileName]) + [PlanMaker.exampleName]
  }
}

/// Makes the entries of a plan from what was found.
struct PlanMaker {
  static let exampleName = ".env.example"
  static let ignoreFileName = ".gitignore"
  static let directiveName = "attio-scopes"

  let inputs: PlanInputs

  /// Makes the entry of one file.
  func entry(_ id: PlanEntry.ID, of before: FileSnapshot, _ change: FileChange) -> PlanEntry {
    let isNew = before.kind == .missing
    let isSame = before.content == change.after && (!isNew || change.after.bytes.isEmpty)
    let risks = isSame ? [] : risks(id, path: change.path, before)
    var entry = PlanEntry(
      id: id,
      path: change.path,
      action: isSame ? .keep : isNew ? .create : .change,
      mode: isNew && !isSame ? change.modeWhenNew & ~(inputs.processMask & 0o077) : before.mode,
      before: before,
      after: change.after,
      diff: .between(
        isNew ? nil : before.content,
        change.after,
        path: change.path,
        masking: change.masking,
        documents: change.documents
      ),
      notes: change.notes + (isSame ? [] : linkNotes(of: before, named: change.path)),
      isOn: risks.isEmpty,
      isSwitchable: risks.isEmpty
    )
    entry.risks = risks
    return entry
  }

  /// Says where the bytes really go.
  private func linkNotes(of file: FileSnapshot, named name: String) -> [String] {
    var notes: [String] = []
    if let path = linkTarget(of: file, named: name) {
      let target = DisplayText.visible(path.utf8)
      notes.append("The path leads through a symbolic link; \(target) is written, the link stays.")
    }
    if file.kind == .file, file.linkCount > 1 {
      notes.append(
        "The file has \(file.linkCount) names (hard links); it is written in place so that all of "
          + "them stay one file."
      )
    }
    return notes
  }
}

extension PlanMaker {
  /// Where a file lies that is reached through a link, be it the file itself or a folder.
  private func linkTarget(of file: FileSnapshot, named name: String) -> String? {
    guard let folder = inputs.folder else { return file.isLink ? file.resolvedPath : nil }
    return folder.target(of: file, named: name, ifOutside: true)
      ?? folder.target(of: file, named: name, ifOutside: false)
  }
}

/// What will happen to one file.
struct FileChange {
  var path: String
  var after: FileContent
  var modeWhenNew: UInt32
  var masking: UnifiedDiff.Masking
  /// The file as it was and as it will be, where it was read as an env file.
  var documents: [DotenvDocument] = []
  var notes: [String]
}

extension PlanMaker {
  /// Makes sure that each file is one that can be read and written, and none stands for two.
  func checkFiles() throws(PlanError) {
    let files = [
      (inputs.envFileName, inputs.envFile),
      (Self.ignoreFileName, inputs.ignoreFile),
      (Self.exampleName, inputs.example),
    ]
    for (path, file) in files {
      if let problem = PlanError(kindOf: file, path: path) { throw problem }
    }
    if let problem = PlanError(ignoreFile: inputs.ignoreFile) { throw problem }
    for (path, file) in files.dropFirst() where isSameFile(file, inputs.envFile) {
      throw .sameFile(path: inputs.envFileName, other: path, purpose: inputs.purpose)
    }
  }

  private func isSameFile(_ one: FileSnapshot, _ other: FileSnapshot) -> Bool {
    if one.resolvedPath == other.resolvedPath { return true }
    let areFiles = one.kind == .file && other.kind == .file
    return areFiles && one.identity == other.identity && one.identity.inode != 0
  }

  /// Says what is special about the plan as a whole.
  var notes: [String] {
    var notes: [String] = []
    let doubt = "Nobody can confirm here that the ignore rules work."
    switch inputs.git.availability {
    case .repository: break
    case .noRepository:
      notes.append(
        "This folder is in no git repository. The ignore rules are written all the same, for the "
          + "day it becomes one."
      )
    case .missing: notes.append("Git is not installed. \(doubt)")
    case .refused(let refusal):
      notes.append("Git gave no answer: “\(refusal.reason)”. \(doubt)")
    }
    if inputs.git.isEnvFileTracked { notes.append(trackedNote) }
    return notes
  }
}
