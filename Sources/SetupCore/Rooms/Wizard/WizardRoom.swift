/// A room of the wizard.
protocol WizardRoom: Room where Hall == WizardHall {
  /// Whether its keys keep their meaning while something is waited for.
  var worksWhileWaiting: Bool { get }
  /// Enter while something is waited for.
  mutating func hurry(_ hall: inout WizardHall)
  /// Esc while something is waited for.
  mutating func stop(_ waiting: Waiting, _ hall: inout WizardHall)
  /// What Attio answered last here, as far as it asked for a wait.
  func answer(_ hall: WizardHall) -> Connection?
}

extension WizardRoom {
  var worksWhileWaiting: Bool { false }
  func hurry(_ hall: inout WizardHall) {}
  func stop(_ waiting: Waiting, _ hall: inout WizardHall) { hall.desk.stopWaiting() }
  func answer(_ hall: WizardHall) -> Connection? { nil }

  /// What is left of the wait that Attio asked for, in milliseconds; nil where it asked for none.
  func retryWait(_ hall: WizardHall) -> Int? {
    RetryWait.left(answer(hall), after: hall.answerAge)
  }
}

/// What the keys do while nothing but a stop is possible.
enum BusyAction: Sendable {
  case stop
  case hurry

  static let bindings: [Binding<BusyAction>] = [
    .escape("stop", .stop), .enter("go on", .hurry, in: .nowhere), .help, .repaint,
  ]
}

extension WizardRoom {
  /// Tells why a connection does not work, and what to do about it.
  func explain(
    _ connection: Connection,
    _ hall: WizardHall,
    _ page: inout Page,
    context: ConnectionContext? = nil
  ) {
    let explanation = ConnectionExplanation(connection, context: context ?? hall.context)
    page.text(explanation.title, .error, indent: 2, mark: .bad)
    if !page.isCompact {
      page.text("\(explanation.happening) \(explanation.evidence)", indent: 4)
    }
    page.text(explanation.remedy, indent: 4)
    if let left = retryWait(hall) { page.text(RetryWait.text(left: left), .warning, indent: 4) }
  }

  /// Gives the reasons under the choices of a low terminal, where they would push those out.
  func reasons(_ connection: Connection, _ hall: WizardHall, _ page: inout Page) {
    guard page.isCompact else { return }
    let explanation = ConnectionExplanation(connection, context: hall.context)
    page.blank()
    page.text("\(explanation.happening) \(explanation.evidence)", .muted)
  }

  /// Puts the choices on a page.
  func addChoices(_ hall: WizardHall, _ page: inout Page) {
    for (index, choice) in choices(hall).enumerated() {
      page.choice(choice.text, isFocused: index == selection.index, spoken: choice.spoken)
    }
  }
}
