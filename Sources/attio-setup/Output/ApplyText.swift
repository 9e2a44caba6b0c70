import Ground
internal import SetupCore
internal import SetupRuntime

/// What `apply` tells people.
enum ApplyText {
  static func lines(
    _ progress: UnattendedSetup.Progress,
    purpose: PlanPurpose = .token
  ) -> [String] {
    switch progress {
    case .identified(let identity):
      ["Token: \(identity.workspace), \(scopes(identity))."]
    case .planned(let plan): self.plan(plan)
    case .wrote(let entry): [wrote(entry, purpose)]
    case .waiting, .applied: []
    }
  }

  /// What a run says that has to wait for its turn.
  static let waiting =
    "Another attio-setup is changing this project. Waiting for it to finish … (Ctrl-C leaves)"

  static func lines(_ outcome: UnattendedSetup.Outcome) -> [String] {
    guard let result = outcome.result else {
      return ["", "This was a dry run. Nothing was written."]
    }
    // What the plan said is not said again.
    let remarks = result.remarks.filter { !outcome.plan.notes.contains($0) }
    return remarks + [""] + StatusText.lines(outcome.report) + deletion(outcome)
      + ["", written(result)]
  }

  private static func scopes(_ identity: Identity) -> String {
    switch identity.scopes.count {
    case 0: "no scopes"
    case 1: "1 scope"
    case let count: "\(count) scopes"
    }
  }

  /// How the token that was replaced is ended: nothing but its deletion does.
  private static func deletion(_ outcome: UnattendedSetup.Outcome) -> [String] {
    guard let old = outcome.tokenToDelete?.sentence else { return [] }
    let guide = DashboardGuide(workspaceSlug: outcome.report.workspace?.slug)
    return [
      "", "The old token \(old):",
    ] + guide.stepsToDelete.map { "  \($0)" }
  }

  private static func plan(_ plan: Plan) -> [String] {
    let entries = plan.resolved.filter { $0.isOn || $0.id != .tightenMode }
    return ["Plan:"]
      + entries.map { "  \($0.action.rawValue.padded(to: 7)) \($0.path)" }
      + plan.notes
      + entries.filter { $0.isOn && $0.action != .keep }.flatMap { entry in
        entry.notes.map { "\(entry.path): \($0)" }
      }
      + entries.filter { $0.isOn && $0.action != .keep && !$0.diff.lines.isEmpty }.flatMap {
        ["", String($0.diff.text.drop { $0 == "\n" }.dropLast())]
      }
  }

  private static func wrote(_ entry: PlanEntry.ID, _ purpose: PlanPurpose) -> String {
    switch entry {
    case .ignoreRules: "Done: ignore rule"
    case .untrack: "Done: taken out of git's index"
    case .envFile: "Done: \(purpose.title.lowercased())"
    case .tightenMode: "Done: mode"
    case .example: "Done: example"
    case .pin: "Done: workspace"
    case .client, .clientPackage, .firstCall, .oauth: "Done: starter client"
    case .workflow: "Done: CI job"
    }
  }

  private static func written(_ result: ApplyResult) -> String {
    UndoPromise(result)
      .line(written: result.written, nothing: "Nothing was written: everything was in place.")
  }
}

extension PlanDocument {
  /// The document for what `apply` came to.
  init(_ outcome: UnattendedSetup.Outcome, baseURL: String) {
    self.init(
      plan: outcome.plan.resolved.filter(\.isOn).map { PlanDocument.Entry($0, diff: $0.diff.text) },
      isApplied: outcome.result != nil,
      undo: outcome.result?.undo,
      status: outcome.report,
      nextStep: NextStep.text(
        outcome.report,
        isApplied: outcome.result != nil,
        oldToken: outcome.tokenToDelete,
        baseURL: baseURL
      )
    )
  }
}
