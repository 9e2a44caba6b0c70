import Ground

/// The wizard's state machine: the only code that changes its state.
package enum WizardReducer {
  /// Changes the state for an event and names the effects that follow.
  package static func reduce(_ state: inout WizardState, _ event: WizardEvent) -> [WizardEffect] {
    if state.hall.outcome == nil { state.take(event) } else { state.takeLate(event) }
    return state.hall.desk.takeEffects()
  }
}

// MARK: - Answers

extension WizardState {
  /// After the end only what was being written still counts: files, and a workspace's token.
  fileprivate mutating func takeLate(_ event: WizardEvent) {
    switch event {
    case .applied(_, let result): hall.note(written: result)
    // The token was being stored when the user left.
    case .connected(_, let result): hall.note(connected: result)
    default: break
    }
  }

  /// An answer goes to the room that asked, for the purpose that it was asked for.
  fileprivate mutating func take(_ event: WizardEvent) {
    switch event {
    case .input(let input): take(input)
    case .tryingAgain(let id, let failure): hall.desk.waiting?.noteRetry(id, after: failure)
    case .waitsForTurn(let id): hall.desk.waiting?.noteTurn(id)
    case .projectInspected(let id, let report): inspected(report, for: hall.desk.receive(id))
    case .projectFailed(let id, let error):
      if hall.desk.receive(id) != nil { inspectionFailed(error) }
    case .identified(let id, let verification):
      identified(verification, for: hall.desk.receive(id))
    case .planned(let id, let plan): review(.plan(plan), for: hall.desk.receive(id))
    case .planFailed(let id, let error): review(.failure(error), for: hall.desk.receive(id))
    case .entryApplied(let id, let entry):
      guard hall.desk.waiting?.id == id else { return }
      hall.note(applied: entry)
      inRoom(WriteRoom.self) { room, _ in room.note(applied: entry) }
    case .applied(let id, let result): applied(result, for: hall.desk.receive(id))
    case .verified(let id, let findings):
      guard hall.desk.receive(id) != nil else { return }
      hall.answerAge = 0
      inRoom(WriteRoom.self) { $0.verified(findings, &$1) }
    case .verificationFailed(let id, let error):
      guard hall.desk.receive(id) != nil else { return }
      inRoom(WriteRoom.self) { room, _ in room.fail(error) }
    case .queried(let id, let answer):
      guard hall.desk.receive(id) != nil else { return }
      hall.answerAge = 0
      inRoom(DoneRoom.self) { $0.queried(answer, &$1) }
    case .clientPlanned(let id, let planned):
      guard hall.desk.receive(id) != nil else { return }
      inRoom(DoneRoom.self) { $0.planned(planned, &$1) }
    case .clientPlanFailed(let id, let error):
      guard hall.desk.receive(id) != nil else { return }
      inRoom(DoneRoom.self) { $0.failed(error, &$1) }
    case .storeProbed, .connectPrepared, .answerArrived, .connectProgressed, .connected,
      .connectFailed:
      takeConnecting(event)
    case .linkOpened(let result): hall.desk.note(opened: result)
    case .copied(let what, let result): hall.note(copied: what, result)
    case .clipboardNeedsTerminal(let text): hall.copyThroughTerminal(text)
    }
  }

  private mutating func takeConnecting(_ event: WizardEvent) {
    switch event {
    case .storeProbed(let id, let probe):
      guard hall.desk.receive(id) != nil else { return }
      inRoom(ConnectRoom.self) { $0.probed(probe, &$1) }
    case .connectPrepared(let id, let offer):
      guard hall.desk.receive(id) != nil else { return }
      inRoom(ConnectRoom.self) { $0.prepared(offer, &$1) }
    case .answerArrived(let prepared, let answer):
      inRoom(ConnectRoom.self) { $0.answered(prepared, answer, &$1) }
    case .connectProgressed(let id, let progress):
      guard hall.desk.waiting?.id == id else { return }
      inRoom(ConnectRoom.self) { $0.progressed(progress, &$1) }
    case .connected(let id, let result):
      guard hall.desk.receive(id) != nil else { return }
      inRoom(ConnectRoom.self) { $0.connected(result, &$1) }
    case .connectFailed(let id, let failure):
      let isAwaited = hall.desk.receive(id) != nil
      inRoom(ConnectRoom.self) { room, hall in
        let isLinkOnScreen = id == hall.prepared && room.link != nil
        if isAwaited || isLinkOnScreen { room.failed(failure, &hall) }
      }
    default: break
    }
  }

  private mutating func inspected(_ report: ProjectReport, for purpose: Purpose?) {
    guard let purpose else { return }
    hall.folder.note(report)
    switch purpose {
    case .folderAgain: hall.go(.token)
    case .anotherToken: hall.go(.anotherToken)
    default: return inRoom(ProjectRoom.self) { $0.inspected(&$1) }
    }
    passDoor()
  }

  private mutating func inspectionFailed(_ error: SetupError) {
    if step != .project {
      hall.go(.project)
      passDoor()
    }
    hall.folder.report = nil
    hall.folder.failure = error
    inRoom(ProjectRoom.self) { room, _ in room.selection = ListSelection() }
  }

  private mutating func identified(_ verification: Verification, for purpose: Purpose?) {
    guard let purpose else { return }
    hall.answerAge = 0
    switch purpose {
    case .granted: inRoom(ScopesRoom.self) { $0.granted(verification, &$1) }
    case .replaced: inRoom(TokenRoom.self) { $0.oldIdentified(verification, &$1) }
    default: inRoom(TokenRoom.self) { $0.identified(verification, &$1) }
    }
  }

  private mutating func review(_ subject: ReviewRoom.Subject, for purpose: Purpose?) {
    guard case .plan(let reason) = purpose else { return }
    hall.go(.review(ReviewRoom(subject, because: reason, hall.folder.consent)))
    passDoor()
  }

  private mutating func applied(_ result: ApplyResult, for purpose: Purpose?) {
    guard let purpose else { return }
    hall.note(written: result)
    if hall.endsWhenWritten {
      hall.end(step == .done ? hall.doneExitCode : ExitStatus.left)
    } else if purpose == .client {
      inRoom(DoneRoom.self) { $0.written(result, &$1) }
    } else {
      inRoom(WriteRoom.self) { $0.written(result, &$1) }
    }
  }
}

extension WizardHall {
  fileprivate mutating func note(copied what: ClipboardText.What, _ result: LinkResult) {
    switch result {
    case .attempted:
      desk.notice =
        "Sent \(what.rawValue) to the clipboard. "
        + "If it is not there, select it with the mouse."
    case .failed(let reason): desk.notice = "It could not be copied: \(reason)"
    }
  }

  /// The terminal answers nothing, so that it cannot be known whether it has a clipboard.
  fileprivate mutating func copyThroughTerminal(_ copied: ClipboardText) {
    desk.notice =
      "Sent \(copied.what.rawValue) to your terminal, which may have no clipboard for it. "
      + "If it is not there, select it with the mouse."
    desk.perform(.copyThroughTerminal(copied.text))
  }
}
