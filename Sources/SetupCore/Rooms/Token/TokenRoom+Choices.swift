import Ground

extension TokenRoom {
  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    guard hall.desk.waiting == nil else { return [] }
    if view == .otherWorkspace {
      return [
        Choice("Keep \(hall.oldWorkspace)", .keepOther),
        Choice("Switch to \(hall.newWorkspace)", .replaceOther),
      ]
    }
    let ways = waysOn(hall)
    return ways + others(hall).filter { other in !ways.contains { $0.action == other.action } }
  }

  private func waysOn(_ hall: WizardHall) -> [Choice<Action>] {
    let tryAgain = Choice("Try again", Action.askAgain)
    let replace = Choice("Empty the field and paste another", Action.replace)
    if let verification = hall.token.verification {
      let state = verification.connection.state
      switch state.verdict {
      // Nothing was sent, and asking again sends nothing.
      case .actionNeeded where verification.connection.code == Connection.sandboxTokenCode:
        return [Self.guide] + (field.isEmpty ? [] : [replace])
      case .good:
        let workspace = verification.identity.map { " with \($0.workspace)" } ?? ""
        return [Choice("Continue\(workspace)", .proceed)]
      case .unknown: return [tryAgain, Choice("Continue without the check", .proceedUnchecked)]
      // Enter asks again: an Enter that was pressed with the paste, and comes after a quick answer,
      // leaves the token in its field with the reason.
      case .actionNeeded:
        let isKept = [.missingScope, .planLimit, .notFound].contains(state) || !field.isEmpty
        return (isKept ? [tryAgain] : []) + (field.isEmpty ? [] : [replace])
      }
    }
    switch reading {
    case nil: return takenSource(hall) == nil ? [] : [tryAgain]
    case .refused: return [replace]
    // Never by Enter alone: it may be any secret from the clipboard.
    case .token(let pasted) where pasted.warning != nil:
      return [replace, Choice("Send it to \(hall.options.apiHost) anyway", .ask)]
    case .token: return [Choice("Ask \(hall.options.apiHost) about it", .ask)]
    }
  }

  private func others(_ hall: WizardHall) -> [Choice<Action>] {
    let taken = takenSource(hall)
    let sources = hall.tokenSources.filter { $0 != taken }.map { source in
      let value = source.value.masked ?? "a short value"
      return Choice("\(taking(source, hall)) (\(value))", Action.take(source))
    }
    let sandbox = Choice("Use the sandbox's token", Action.useSandboxToken)
    return sources + (hall.options.sandboxToken == nil ? [] : [sandbox]) + [
      Self.guide, Choice("Many workspaces (OAuth)", .manyWorkspaces),
    ]
  }

  private static let guide = Choice("I have no token yet", Action.openGuide)

  private func taking(_ source: TokenSource, _ hall: WizardHall) -> String {
    let place = hall.place(of: source)
    switch source.place {
    case .environment: return "Use \(place)"
    case .envFile(hall.envFileName): return "Keep the token in \(place)"
    case .envFile: return "Use the token in \(place)"
    }
  }

  /// The place that the token came from which Attio is or was asked about; nil for a pasted one.
  func takenSource(_ hall: WizardHall) -> TokenSource? {
    guard field.isEmpty, let candidate = hall.token.candidate else { return nil }
    return hall.tokenSources.first { $0.value == candidate }
  }
}
