import Ground

/// The fifth step: writing, then asking Attio with what was written.
struct WriteRoom: WizardRoom {
  /// Why the step did not end with a connection.
  enum Problem: Equatable, Sendable {
    /// The files could not be written.
    case writing(SetupError)
    /// Attio did not confirm the connection.
    case connection(Verification)
    /// The user stopped the check.
    case verificationStopped
  }

  enum Action: Equatable, Sendable {
    case verifyAgain
    case writeAgain
    /// Write the env file though others can open it.
    case trustEnvFile
    case openDashboard
    case otherToken
    case finish
    case back
  }

  let plan: Plan
  private(set) var applied: [PlanEntry.ID] = []
  /// Whether the writing has ended.
  private(set) var isWritten = false
  /// Why the step did not end with a connection; nil while it goes on.
  private(set) var problem: Problem?
  /// What Attio said before it was asked again.
  private var lastAnswer: ConnectionState?
  var selection = ListSelection()

  init(_ plan: Plan) { self.plan = plan }

  func answer(_ hall: WizardHall) -> Connection? {
    if case .connection(let verification) = problem { verification.connection } else { nil }
  }

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    [.choose] + Binding.choosing + [.escape("back", .back)]
  }

  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    let verify = Choice("Ask Attio again", Action.verifyAgain)
    let write = Choice("Look at the plan again", Action.writeAgain)
    let finish = Choice("Finish without a confirmed connection", Action.finish)
    switch problem {
    case nil: return []
    case .writing(let error) where error.name == PlanRisk.unsafeName:
      return [finish, write, Choice("Write it though others can open it", .trustEnvFile)]
    case .writing: return [write, finish]
    case .verificationStopped: return [verify, finish]
    case .connection(let verification):
      switch verification.connection.state {
      case .missingScope:
        let open = Choice("Open the page where the token's scopes are edited", Action.openDashboard)
        return [verify, open, finish]
      // The entry that writes the token was switched off: it must be reachable again.
      case .tokenMissing: return [write, verify, finish]
      case let state where state.verdict == .actionNeeded:
        return [Choice("Use another token", .otherToken), verify, finish]
      default: return [verify, finish]
      }
    }
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    let rest = "This is what is left to do."
    switch action {
    case .verifyAgain: verify(&hall)
    case .writeAgain: hall.makePlan(because: rest)
    case .trustEnvFile:
      hall.folder.consent.risks.trustsEnvFile = true
      hall.makePlan(because: rest)
    case .openDashboard: hall.open(hall.guide.tokensURL)
    case .otherToken: hall.goToToken(isAnother: true)
    case .finish: finish(&hall)
    case .back: hall.makePlan(because: "Nothing more has been written since.")
    }
  }

  private func finish(_ hall: inout WizardHall) {
    switch problem {
    case .writing(let error): hall.end(error.exitCode, error)
    case .connection(let verification):
      hall.end(hall.proof?.report?.exitCode ?? verification.connection.state.verdict.exitCode)
    case .verificationStopped, nil: hall.end(ExitStatus.unknown)
    }
  }

  mutating func stop(_ waiting: Waiting, _ hall: inout WizardHall) {
    if waiting.purpose == .proof { problem = .verificationStopped }
    hall.desk.stopWaiting()
  }
}

// MARK: - Writing and asking

extension WriteRoom {
  /// Begins to write.
  func begin(_ hall: inout WizardHall) {
    hall.lastWrite = nil
    hall.proof = nil
    hall.apply(plan, "Writing the files", .files)
  }

  mutating func note(applied entry: PlanEntry.ID) { applied.append(entry) }

  /// Goes on where the files are written.
  mutating func written(_ result: ApplyResult, _ hall: inout WizardHall) {
    isWritten = true
    switch result.ending {
    case .finished where hall.method == .accessToken: verify(&hall)
    case .finished:
      let entry = plan.entry(.envFile)
      hall.isAppWritten =
        entry.map { $0.isOn && ($0.action == .keep || applied.contains(.envFile)) } ?? false
      hall.go(.connect(ConnectRoom()))
    case .stopped:
      hall.makePlan(because: "You stopped the writing. This is what is left to do.")
    case .changedOnDisk(let paths):
      let names = paths.joined(separator: ", ")
      hall.makePlan(
        because: "\(names) changed on disk since the plan was made. This is the new plan."
      )
    case .failed(let error): fail(error)
    }
  }

  /// The files could not be written, or what was written could not be read back.
  mutating func fail(_ error: SetupError) {
    problem = .writing(error)
    selection = ListSelection()
  }

  private mutating func verify(_ hall: inout WizardHall) {
    problem = nil
    hall.proof = nil
    let request = hall.verifyRequest
    let file = hall.envFileName
    hall.desk.ask("Asking \(hall.options.apiHost) with the token in \(file)", .proof) {
      .verify($0, request)
    }
  }

  /// Takes what was found with the value that was read back.
  mutating func verified(_ findings: StatusFindings, _ hall: inout WizardHall) {
    let verification = findings.verification
    hall.proof = Proof(verification: verification)
    let report = hall.report(of: findings)
    hall.proof?.report = report
    selection = ListSelection()
    let state = verification.connection.state
    guard state != .connected else { return hall.go(.done(DoneRoom())) }
    if lastAnswer == state { hall.noteSameAnswer() }
    lastAnswer = state
    problem = .connection(verification)
  }
}

extension WizardHall {
  /// How the token of one workspace is read back.
  var verifyRequest: VerifyRequest {
    VerifyRequest(
      directory: folder.directory,
      envFileName: envFileName,
      variable: options.variable,
      wantedScopes: wantedScopes
    )
  }

  /// Draws the conclusions with what this run wants.
  fileprivate func report(of findings: StatusFindings) -> StatusReport {
    var findings = findings
    let workspaces = findings.context.workspaces
    findings.context = context
    findings.context.workspaces = workspaces
    findings.wantedScopes = ScopeSet(names: wantedScopes)
    return StatusReport(findings)
  }
}
