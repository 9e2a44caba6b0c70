import Ground

/// The fourth step: everything that will be written, or what stands against writing it.
struct ReviewRoom: WizardRoom {
  /// What there is to look at.
  enum Subject: Equatable, Sendable {
    case plan(Plan)
    /// Why there is no plan.
    case failure(SetupError)
  }

  /// What must be decided before anything can be written.
  enum Question {
    /// The env file holds a reference or an encrypted value.
    case reference(SetupError)
    case failure(SetupError)
    /// Git did not say whether it tracks the env file.
    case refused(SetupError)
    /// Git tracks the env file.
    case tracked
    case risk(PlanRisk)
  }

  enum Action: Equatable, Sendable {
    case write
    case toggle
    case back
    case leave
    case untrack
    case replaceReference
    case planAgain
    /// Make the env file private before the token is in it.
    case makePrivate
    /// Write a file in spite of what is the matter with it.
    case accept
  }

  /// What there is to look at.
  private(set) var subject: Subject
  /// Why the plan was made anew, for the top of the screen.
  let reason: String?
  var selection = ListSelection()

  /// Begins with what was worked out; what the user switched off before stays off.
  init(_ subject: Subject, because reason: String?, _ consent: Folder.Consent) {
    self.reason = reason
    guard case .plan(var plan) = subject else {
      self.subject = subject
      return
    }
    for index in plan.entries.indices where plan.entries[index].isSwitchable {
      if let isOn = consent.switches[plan.entries[index].id] { plan.entries[index].isOn = isOn }
    }
    self.subject = .plan(plan)
  }

  /// What will be done; nil where it could not be worked out.
  var plan: Plan? {
    if case .plan(let plan) = subject { plan } else { nil }
  }

  /// What the plan puts into the env file; a token where there is no plan.
  var purpose: PlanPurpose { plan?.purpose ?? .token }

  /// Whether there is a plan and none of its entries will change anything.
  var hasNothingToWrite: Bool { plan?.pending.isEmpty ?? false }

  /// What must be decided first; nil where the plan can be carried out.
  var question: Question? {
    switch subject {
    case .failure(let error):
      return error.name == SetupError.referenceName ? .reference(error) : .failure(error)
    case .plan(let plan):
      if let refused = PlanObstacle.refused(plan) { return .refused(refused) }
      if PlanObstacle.tracked(plan) != nil { return .tracked }
      return plan.risks.first.map { .risk($0) }
    }
  }

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    guard question == nil else {
      return [.choose] + Binding.choosing + [.escape("back", .back)]
    }
    let verb = !hasNothingToWrite ? "write" : hall.method == .accessToken ? "check" : "connect"
    return [.enter(verb, .write), .row("on/off", .toggle)] + Binding.choosing
      + [.escape("back", .back)]
  }

  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    let leave = Choice("Leave; nothing is written", Action.leave)
    let again = Choice("Try again", Action.planAgain)
    let accept = Choice("Write to it all the same", Action.accept)
    switch question {
    case nil: return []
    case .reference:
      return [
        Choice("Keep it and leave; nothing is written", .leave),
        Choice("Replace it with the \(purpose.secretNoun)", .replaceReference),
      ]
    case .failure: return [again, leave]
    case .refused: return [leave, again]
    case .tracked:
      return [leave, Choice("Put 'git rm --cached' into the plan and look at it", .untrack)]
    // The mode of a file of somebody else is not the user's to change.
    case .risk(.open) where plan?.entry(.tightenMode)?.risks.isEmpty ?? false:
      return [leave, Choice("Make it private first (mode 0600)", .makePrivate), accept]
    case .risk: return [leave, accept]
    }
  }

  func rowCount(_ hall: WizardHall) -> Int {
    question == nil ? plan?.entries.count ?? 0 : choices(hall).count
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .write: if let plan { hall.go(.write(WriteRoom(plan))) }
    case .toggle: toggleEntry(&hall)
    case .back: hall.go(.scopes)
    case .leave: leave(&hall)
    case .planAgain: hall.makePlan(because: reason)
    case .untrack:
      hall.folder.consent.untracked = hall.envFileName
      hall.makePlan(because: reason)
    case .replaceReference:
      hall.folder.consent.replacedReference = hall.envFileName
      hall.makePlan(because: reason)
    case .makePrivate:
      hall.folder.consent.risks.tightens = true
      hall.makePlan(because: reason)
    case .accept:
      if case .risk(let risk) = question { hall.folder.consent.risks.accepted.append(risk) }
      hall.makePlan(because: reason)
    }
  }

  private mutating func toggleEntry(_ hall: inout WizardHall) {
    guard case .plan(var plan) = subject, plan.entries.indices.contains(selection.index) else {
      return
    }
    let entry = plan.entries[selection.index]
    guard entry.isSwitchable, entry.action != .keep else {
      hall.desk.notice =
        entry.action == .keep
        ? "\(entry.path) stays as it is." : "This entry belongs to the plan and stays on."
      return
    }
    plan.entries[selection.index].isOn.toggle()
    subject = .plan(plan)
    hall.folder.consent.switches[entry.id] = !entry.isOn
  }

  private func leave(_ hall: inout WizardHall) {
    switch question {
    case .reference(let error), .failure(let error): hall.end(error.exitCode, error)
    case .refused(let error): hall.end(ExitStatus.actionNeeded, error)
    case .risk(let risk): hall.end(risk.refusal.exitCode, risk.refusal)
    case .tracked, nil:
      let failure = PlanObstacle.trackedFailure(hall.envFileName, holding: purpose)
      hall.end(ExitStatus.actionNeeded, failure)
    }
  }
}
