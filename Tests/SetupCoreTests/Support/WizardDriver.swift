import Ground

@testable import SetupCore

/// Drives the wizard's state machine as a user and a world would, without either.
struct WizardDriver {
  var state: WizardState
  private(set) var effects: [WizardEffect] = []

  init(options: WizardOptions = WizardOptions(directory: "/home/ada/code/shop")) {
    state = WizardState(options: options)
  }

  /// Sends an event and keeps the effects that follow, the last ones only.
  @discardableResult
  mutating func send(_ event: WizardEvent) -> [WizardEffect] {
    effects = WizardReducer.reduce(&state, event)
    return effects
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [WizardEffect] {
    for key in keys { send(.input(.key(key))) }
    return effects
  }

  @discardableResult
  mutating func paste(_ text: String) -> [WizardEffect] {
    send(.input(.paste(FileContent(text))))
  }

  /// The number of the effect that is waited for.
  var waitingID: EffectID { state.hall.desk.waiting?.id ?? EffectID(0) }

  /// Starts and answers the first look at the folder.
  mutating func start(_ report: ProjectReport = Sample.report(), size: Size = .standard) {
    send(.input(.resize(size)))
    send(.projectInspected(waitingID, report))
  }

  /// Pastes the token and lets Attio know it.
  mutating func enterToken(_ verification: Verification = Sample.verification()) {
    press(.enter)
    paste(Sample.token.reveal())
    send(.identified(waitingID, verification))
  }

  /// Goes on from the token to the review of a plan.
  mutating func review(_ plan: Plan = Sample.plan) {
    press(.enter, .enter)
    send(.planned(waitingID, plan))
  }

  /// Applies the plan and answers that all of it was written.
  mutating func write() {
    press(.enter)
    for entry in state.write?.plan.pending ?? [] { send(.entryApplied(waitingID, entry.id)) }
    let paths = state.write?.plan.pending.map(\.path) ?? []
    send(.applied(waitingID, .kept(paths)))
  }
}

extension Size {
  static let standard = Size(columns: 80, rows: 24)
  static let small = Size(columns: 60, rows: 16)
  static let large = Size(columns: 120, rows: 40)
}
