internal import Ground

/// What a check of the connection comes to, by one rule for every face.
///
/// The headline begins with `Connected` and holds nothing against it only where the exit code is 0.
package struct Judgement: Equatable, Sendable {
  /// What it comes to.
  package var verdict: Verdict
  /// The first line, without a mark.
  package var headline: String
  /// What belongs under it, one sentence a line.
  package var details: [String]
  /// What to do first; nil where everything is good.
  package var remedy: String?

  /// The exit code that is promised for the verdict.
  package var exitCode: Int32 { verdict.exitCode }

  /// Judges what a status found.
  init(
    _ findings: StatusFindings,
    _ explanation: ConnectionExplanation,
    checks: [Check],
    calls: [JudgedCall]
  ) {
    let workspace = findings.verification.identity.map { StatusReport.Workspace($0).title }
    let first = Self.first(findings)
    let ordered =
      first.compactMap { id in checks.first { $0.id == id } }
      + checks.filter { !first.contains($0.id) }
    let objections =
      ordered.compactMap { Objection($0, findings) } + Self.refusals(findings, calls)
    self.init(
      findings.verification.connection,
      explanation,
      workspace: workspace,
      objections: objections,
      isLocal: findings.isOffline
    )
    if let conflict = SourceConflict(findings), conflict.isWinnerBad, !conflict.isLoserChecked {
      headline = conflict.headline
      let cure = conflict.remedy(findings) ?? checks.first { $0.id == .tokenSource }?.remedy
      // A command stands last, where nothing that follows is taken for a part of it.
      remedy =
        conflict.isLoserGood
        ? cure : [explanation.remedy, cure].compactMap(\.self).joined(separator: " ")
    }
    if findings.wantedScopes == nil, let granted = findings.grantedScopes, !granted.isEmpty {
      details.insert(ScopeWords.ability(granted), at: 0)
    }
  }

  /// Judges a workspace that was connected, whose token nobody has to find in a file.
  package init(
    connected verification: Verification,
    workspace: String,
    wanted: ScopeSet?,
    overriding: Objection? = nil
  ) {
    let granted = verification.identity.map { ScopeSet(names: $0.scopes) }
    let scopes = Objection.scopes(granted: granted, wanted: wanted, at: .app)
    self.init(
      verification.connection,
      ConnectionExplanation(verification.connection),
      workspace: workspace,
      objections: [overriding, scopes].compactMap(\.self),
      isLocal: false
    )
    if wanted == nil, let granted, !granted.isEmpty {
      details.insert(ScopeWords.ability(granted), at: 0)
    }
  }

  private init(
    _ connection: Connection,
    _ explanation: ConnectionExplanation,
    workspace: String?,
    objections: [Objection],
    isLocal: Bool
  ) {
    let isGood = connection.state == .connected
    let isUnasked = connection.state == .notChecked && isLocal
    verdict =
      !objections.isEmpty ? .actionNeeded : isUnasked ? .good : connection.state.verdict
    // The names of missing scopes follow the colon.
    let isNamed = connection.state == .missingScope
    let place = isNamed ? nil : workspace.map { isGood ? " to \($0)" : ": \($0)" }
    headline = explanation.title + (place ?? "")
    details = []
    remedy = isGood || isUnasked ? nil : explanation.remedy
    guard isGood || isUnasked, let first = objections.first else { return }
    headline += ", but \(first.phrase)"
    details = first.details
    remedy = first.remedy
  }

  /// The checks whose failure is told first, because the others follow from it.
  private static func first(_ findings: StatusFindings) -> [Check.ID] {
    findings.verification.connection.state == .connected
      ? [.tokenSource, .scopesGranted] : [.tokenPresent, .tokenSource]
  }

  private static func refusals(_ findings: StatusFindings, _ calls: [JudgedCall]) -> [Objection] {
    let missing = calls.filter { $0.verdict == .missing }
    let refused = findings.probe?.filter(\.isRefused) ?? []
    return [
      JudgedCall.objection(to: missing, at: findings.scopePlace),
      refused.isEmpty
        ? nil
        : Objection(
          refused.count == 1
            ? "Attio refused \(refused[0].call)" : "Attio refused \(refused.count) reads",
          remedy: "See the probe's rows for Attio's own words."
        ),
    ].compactMap(\.self)
  }
}
