/// What the fourth step knows and was told.
package struct ReviewState: Equatable, Sendable {
  /// What will be done; nil until it was worked out.
  package var plan: Plan?
  /// Why there is no plan.
  package var failure: SetupError?
  /// The highlighted entry or choice.
  package var selection = ListSelection()
  /// Why the plan was made anew, for the top of the screen.
  package var reason: String?
}

/// A way on from the fourth step where it cannot simply write.
package enum ReviewChoice: Equatable, Sendable {
  case leave
  case untrack
  case replaceReference
  case planAgain
  /// Make the env file private before the token is in it.
  case makePrivate
  /// Write a file in spite of what is the matter with it.
  case accept
}

extension WizardState {
  /// The choices that stand in place of writing; empty where the plan can be applied.
  package var reviewChoices: [ReviewChoice] {
    if review.failure?.name == SetupError.referenceName { return [.leave, .replaceReference] }
    if review.failure != nil { return [.planAgain, .leave] }
    if review.plan?.gitRefusal != nil { return [.leave, .planAgain] }
    if isStoppedByTracking { return [.leave, .untrack] }
    return switch stoppingRisk {
    case nil: []
    case .open: canTighten ? [.leave, .makePrivate, .accept] : [.leave, .accept]
    case .outside, .foreign: [.leave, .accept]
    }
  }

  /// What the user has to agree to before anything is written; nil for nothing.
  package var stoppingRisk: PlanRisk? { review.plan?.risks.first }

  /// Whether the mode of the env file is the user's to change.
  private var canTighten: Bool { review.plan?.entry(.tightenMode)?.risks.isEmpty ?? false }

  /// Whether git tracks the env file and the user has not allowed to change that.
  package var isStoppedByTracking: Bool {
    PlanObstacle.tracked(review.plan) != nil
  }

  /// What the plan puts into the env file; a token where there is no plan yet.
  package var planPurpose: PlanPurpose { review.plan?.purpose ?? .token }

  /// Whether there is a plan and none of its entries will change anything.
  package var hasNothingToWrite: Bool { review.plan?.pending.isEmpty ?? false }

  /// The entries that the user may look at and switch, in order.
  package var reviewEntries: [PlanEntry] { review.plan?.entries ?? [] }

  /// Works out the plan; the screen stays as it is until there is something to review.
  mutating func makePlan() -> [WizardEffect] {
    let request = planRequest
    return wait(for: "Reading the files and asking git", .plan) { .makePlan($0, request) }
  }

  private var planRequest: PlanRequest {
    var request = PlanRequest(
      directory: folder.directory,
      envFileName: envFileName,
      settings: settings,
      wantedScopes: wantedScopes,
      untrack: folder.consent.untracked == envFileName
    )
    if method == .accessToken {
      let identity = token.verification?.identity
      request.pin = PinRequest(
        identity?.workspaceSlug,
        replaces: identity != nil && identity?.workspaceID == folder.consent.workspace
      )
    }
    request.replacesReference = folder.consent.replacedReference == envFileName
    request.consent = folder.consent.risks
    return request
  }

  private var settings: [EnvSetting] {
    guard method == .manyWorkspaces else {
      return [.token(token.accepted, variable: options.variable)]
    }
    var app = appSettings
    app.redirectURI = redirectURI
    return app.envSettings
  }

  /// The env file relative to the project.
  package var envFileName: String {
    folder.report?.target.name ?? options.envFileName ?? ".env"
  }

  mutating func showPlan(_ plan: Plan) -> [WizardEffect] {
    var plan = plan
    for index in plan.entries.indices where plan.entries[index].isSwitchable {
      if let isOn = folder.consent.switches[plan.entries[index].id] {
        plan.entries[index].isOn = isOn
      }
    }
    go(to: .review)
    review.plan = plan
    review.failure = nil
    review.selection = ListSelection()
    return []
  }

  mutating func showPlanFailure(_ error: SetupError) -> [WizardEffect] {
    go(to: .review)
    review.plan = nil
    review.failure = error
    review.selection = ListSelection()
    return []
  }

  mutating func handleReview(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back:
      review.reason = nil
      if method == .manyWorkspaces { prepareScopes() }
      go(to: .scopes)
      return []
    case .confirm: return reviewChoices.isEmpty ? applyPlan() : chooseReview()
    case .toggle:
      toggleEntry()
      return []
    default:
      let count = reviewChoices.isEmpty ? reviewEntries.count : reviewChoices.count
      review.selection.move(intent, count: count)
      return []
    }
  }

  private mutating func toggleEntry() {
    let index = review.selection.index
    guard reviewChoices.isEmpty, reviewEntries.indices.contains(index) else { return }
    let entry = reviewEntries[index]
    guard entry.isSwitchable, entry.action != .keep else {
      desk.notice =
        entry.action == .keep
        ? "\(entry.path) stays as it is." : "This entry belongs to the plan and stays on."
      return
    }
    review.plan?.entries[index].isOn.toggle()
    folder.consent.switches[entry.id] = !entry.isOn
  }

  private mutating func chooseReview() -> [WizardEffect] {
    guard reviewChoices.indices.contains(review.selection.index) else { return [] }
    switch reviewChoices[review.selection.index] {
    case .planAgain: return makePlan()
    case .untrack:
      folder.consent.untracked = envFileName
      return makePlan()
    case .replaceReference:
      folder.consent.replacedReference = envFileName
      return makePlan()
    case .makePrivate:
      folder.consent.risks.tightens = true
      return makePlan()
    case .accept:
      folder.consent.risks.accepted += [stoppingRisk].compactMap(\.self)
      return makePlan()
    case .leave:
      if let failure = review.failure { return end(exitCode: failure.exitCode, failure: failure) }
      if let refused = PlanObstacle.refused(review.plan) {
        return end(exitCode: ExitStatus.actionNeeded, failure: refused)
      }
      if !isStoppedByTracking, let risk = stoppingRisk {
        return end(exitCode: risk.refusal.exitCode, failure: risk.refusal)
      }
      return end(exitCode: ExitStatus.actionNeeded, failure: trackedFailure)
    }
  }

  private var trackedFailure: SetupError {
    PlanObstacle.trackedFailure(envFileName, holding: planPurpose)
  }
}
