package import Ground

/// What the fifth step did so far.
package struct ApplyState: Equatable, Sendable {
  /// Why the step did not end with a connection.
  package enum Problem: Equatable, Sendable {
    /// The files could not be written.
    case writing(SetupError)
    /// Attio did not confirm the connection.
    case connection(Verification)
    /// The user stopped the check.
    case verificationStopped
  }

  /// The entries that are written, in order.
  package var applied: [PlanEntry.ID] = []
  /// How the writing ended; nil while it goes on.
  package var result: ApplyResult?
  /// What Attio said with the value that was read back.
  package var verification: Verification?
  /// What the run came to, with the value that was read back; nil before that.
  package var report: StatusReport?
  /// What Attio said before it was asked again.
  package var lastAnswer: ConnectionState?
  /// Why the step did not end with a connection; nil while it goes on.
  package var problem: Problem?
  /// Whether the user asked to stop the writing.
  package var isStopping = false
  /// Whether the program ends once the writing has stopped.
  package var endsWhenStopped = false
  /// The highlighted choice.
  package var selection = ListSelection()
}

/// A way on from the fifth step where it did not connect.
package enum ApplyChoice: Equatable, Sendable {
  case verifyAgain
  case writeAgain
  /// Write the env file though others can open it.
  case trustEnvFile
  case openDashboard
  case otherToken
  case finish
}

extension WizardState {
  /// The choices of the fifth step, the default first; empty while it works.
  package var applyChoices: [ApplyChoice] {
    switch apply.problem {
    case nil: []
    case .writing(let error) where error.name == PlanRisk.unsafeName:
      [.finish, .writeAgain, .trustEnvFile]
    case .writing: [.writeAgain, .finish]
    case .verificationStopped: [.verifyAgain, .finish]
    case .connection(let verification):
      switch verification.connection.state {
      case .missingScope: [.verifyAgain, .openDashboard, .finish]
      // The entry that writes the token was switched off: it must be reachable again.
      case .tokenMissing: [.writeAgain, .verifyAgain, .finish]
      case let state where state.verdict == .actionNeeded: [.otherToken, .verifyAgain, .finish]
      default: [.verifyAgain, .finish]
      }
    }
  }

  mutating func applyPlan() -> [WizardEffect] {
    guard let plan = review.plan else { return [] }
    apply = ApplyState()
    let run = folder.run.undo
    go(to: .apply)
    let directory = folder.directory
    return wait(for: "Writing the files", .files) {
      .apply($0, plan, directory: directory, continuing: run)
    }
  }

  /// Takes down that an entry of the plan was carried out.
  mutating func noteApplied(_ entry: PlanEntry.ID) {
    apply.applied.append(entry)
    folder.run.applied.append(entry)
    guard entry == .envFile, method == .accessToken, let old = token.replaced else { return }
    folder.run.note(old)
  }

  /// Takes down what was written, whoever asked for it.
  mutating func noteWritten(_ result: ApplyResult) {
    apply.result = result
    folder.note(result)
  }

  mutating func takeApplied(_ result: ApplyResult, for purpose: Purpose?) -> [WizardEffect] {
    guard let purpose else { return [] }
    noteWritten(result)
    apply.isStopping = false
    return purpose == .client ? showClientApplied(result) : showApplied(result)
  }

  private mutating func showApplied(_ result: ApplyResult) -> [WizardEffect] {
    if apply.endsWhenStopped { return end(exitCode: ExitStatus.left) }
    switch result.ending {
    case .finished: return method == .accessToken ? verifyWritten() : beginConnect()
    case .stopped:
      return planAgain(because: "You stopped the writing. This is what is left to do.")
    case .changedOnDisk(let paths):
      let names = paths.joined(separator: ", ")
      return planAgain(
        because: "\(names) changed on disk since the plan was made. This is the new plan."
      )
    case .failed(let error):
      apply.problem = .writing(error)
      apply.selection = ListSelection()
      return []
    }
  }

  mutating func planAgain(because reason: String) -> [WizardEffect] {
    review.reason = reason
    return makePlan()
  }

  private mutating func verifyWritten() -> [WizardEffect] {
    apply.problem = nil
    apply.verification = nil
    apply.report = nil
    let request = VerifyRequest(
      directory: folder.directory,
      envFileName: envFileName,
      variable: options.variable,
      wantedScopes: wantedScopes
    )
    return wait(
      for: "Asking \(options.apiHost) with the token in \(envFileName)",
      .proof
    ) {
      .verify($0, request)
    }
  }

  /// Said where asking again changed nothing, which would look like a dead key.
  static let sameAnswer = "Asked again: the answer is the same."

  /// The value that was written could not be read back, so nothing is known of it.
  mutating func showUnreadable(_ error: SetupError) -> [WizardEffect] {
    apply.problem = .writing(error)
    apply.selection = ListSelection()
    return []
  }

  mutating func showVerified(_ findings: StatusFindings) -> [WizardEffect] {
    answerAge = 0
    let verification = findings.verification
    apply.verification = verification
    apply.report = report(of: findings)
    apply.selection = ListSelection()
    guard verification.connection.state == .connected else {
      if apply.lastAnswer == verification.connection.state { desk.notice = Self.sameAnswer }
      apply.lastAnswer = verification.connection.state
      apply.problem = .connection(verification)
      return []
    }
    go(to: .done)
    return []
  }

  mutating func handleApply(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back:
      return planAgain(because: "Nothing more has been written since.")
    case .confirm:
      guard applyChoices.indices.contains(apply.selection.index) else { return [] }
      return choose(applyChoices[apply.selection.index])
    default:
      apply.selection.move(intent, count: applyChoices.count)
      return []
    }
  }

  private mutating func choose(_ choice: ApplyChoice) -> [WizardEffect] {
    switch choice {
    case .verifyAgain: return verifyWritten()
    case .writeAgain: return planAgain(because: "This is what is left to do.")
    case .trustEnvFile:
      folder.consent.risks.trustsEnvFile = true
      return planAgain(because: "This is what is left to do.")
    case .openDashboard: return [.openLink(guide.tokensURL)]
    case .otherToken:
      return goToToken(for: .anotherToken)
    case .finish: return finishUnconnected()
    }
  }

  /// Draws the conclusions with what this run wants.
  private func report(of findings: StatusFindings) -> StatusReport {
    var findings = findings
    let workspaces = findings.context.workspaces
    findings.context = context
    findings.context.workspaces = workspaces
    findings.wantedScopes = ScopeSet(names: wantedScopes)
    return StatusReport(findings)
  }

  /// The way through Attio's dashboard, of the token's workspace where that is known.
  var guide: DashboardGuide {
    let slug = apply.verification?.identity?.workspaceSlug
    return DashboardGuide(workspaceSlug: slug ?? token.verification?.identity?.workspaceSlug)
  }

  /// What the explanation of a failure needs to know.
  var context: ConnectionContext {
    var context = ConnectionContext(
      variable: options.variable,
      envFileName: envFileName,
      host: options.apiHost,
      certificateFile: options.certificateFile,
      guide: guide
    )
    context.isSandbox = options.isSandbox
    context.missingScopes = ScopeSet(names: missingScopes)
    context.granted = apply.verification?.identity.map { ScopeSet(names: $0.scopes) }
    return context
  }

  private mutating func finishUnconnected() -> [WizardEffect] {
    switch apply.problem {
    case .writing(let error): return end(exitCode: error.exitCode, failure: error)
    case .connection(let verification):
      return end(
        exitCode: apply.report?.exitCode ?? verification.connection.state.verdict.exitCode
      )
    case .verificationStopped, nil: return end(exitCode: ExitStatus.unknown)
    }
  }
}
