import Ground
internal import SetupCore
internal import SetupRuntime

/// The result of `undo` as JSON.
struct UndoDocument: Encodable {
  /// What happens to one file.
  struct Step: Encodable {
    /// The path, relative to the project.
    let path: String
    /// `restore`, `remove`, `keep` (is as it was) or `leave` (changed since the run).
    let action: String
    /// The unified difference, every value masked; empty where nothing changes.
    let diff: String
    /// Why the file is left alone; null where it is not.
    let reason: String?

    private enum CodingKeys: String, CodingKey {
      case path, action, diff, reason
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encode(action, forKey: .action)
      try container.encode(diff, forKey: .diff)
      try container.encode(reason, forKey: .reason)
    }
  }

  let schema = DocumentSchema.version
  /// The run's name in the undo journal.
  let undone: String
  /// The folder of the project.
  let directory: String
  /// The reverse plan.
  let plan: [Step]
  /// Whether the plan was carried out.
  let isApplied: Bool
  /// The absolute paths of the files that were put back or removed.
  let changed: [String]
  /// What was left alone or done differently, a sentence each.
  let remarks: [String]
  /// Whether all is as it was before the run.
  let isComplete: Bool

  init(_ plan: UndoPlan, _ report: UndoRunner.Report?) {
    undone = plan.id
    directory = SafeText.cleaned(plan.directory)
    self.plan = plan.steps.map { step in
      Step(
        path: UndoText.name(of: step, in: plan),
        action: UndoText.word(step.action),
        diff: step.diff(in: plan.directory).text,
        reason: step.refusal.map { SafeText.cleaned($0, limit: 500) }
      )
    }
    isApplied = report != nil
    changed = report?.changed ?? []
    remarks = (report?.remarks ?? []).map { SafeText.cleaned($0, limit: 500) }
    isComplete = report?.isComplete ?? false
  }

  private enum CodingKeys: String, CodingKey {
    case schema, undone, directory, plan, changed, remarks
    case isApplied = "applied"
    case isComplete = "complete"
  }
}

/// The runs that can be undone as JSON.
struct UndoListDocument: Encodable {
  /// One run.
  struct Run: Encodable {
    /// The run's name, as `--run` takes it.
    let id: String
    /// The folder of the project.
    let directory: String
    /// The files, relative to the project.
    let files: [String]
  }

  let schema = DocumentSchema.version
  /// The runs, the newest first.
  let runs: [Run]

  init(_ runs: [UndoHead]) {
    self.runs = runs.map {
      Run(
        id: $0.id,
        directory: SafeText.cleaned($0.directory),
        files: $0.paths.map { SafeText.cleaned($0) }
      )
    }
  }
}
