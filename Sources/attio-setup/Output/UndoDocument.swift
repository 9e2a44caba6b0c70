import Ground
internal import SetupCore
internal import SetupRuntime

/// The result of `undo` as JSON.
struct UndoDocument: JSONConvertible {
  private let plan: UndoPlan
  private let report: UndoRunner.Report?

  /// Describes a run; the report is nil where nothing was carried out.
  init(_ plan: UndoPlan, _ report: UndoRunner.Report?) {
    (self.plan, self.report) = (plan, report)
  }

  var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "undone": plan.id,
      "directory": SafeText.cleaned(plan.directory),
      "plan": plan.steps.map(step),
      "applied": report != nil,
      "changed": report?.changed ?? [],
      "remarks": (report?.remarks ?? []).map { SafeText.cleaned($0, limit: 500) },
      "complete": report?.isComplete ?? false,
    ])
  }

  /// What happens to one file; the difference has every value masked.
  private func step(_ step: UndoPlan.Step) -> JSONValue {
    JSONValue(members: [
      "path": UndoText.name(of: step, in: plan),
      "action": UndoText.word(step.action),
      "diff": step.diff(in: plan.directory).text,
      "reason": step.refusal.map { SafeText.cleaned($0, limit: 500) },
    ])
  }
}

/// The runs that can be undone as JSON, the newest first.
struct UndoListDocument: JSONConvertible {
  private let runs: [UndoHead]

  init(_ runs: [UndoHead]) {
    self.runs = runs
  }

  var json: JSONValue {
    let rows = runs.map { run in
      JSONValue(members: [
        "id": run.id,
        "directory": SafeText.cleaned(run.directory),
        "files": run.paths.map { SafeText.cleaned($0) },
      ])
    }
    return JSONValue(members: ["schema": DocumentSchema.version, "runs": rows])
  }
}
