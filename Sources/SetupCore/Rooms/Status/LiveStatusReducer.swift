/// The status screen's state machine: the only code that changes its state.
package enum LiveStatusReducer {
  /// Changes the state for an event and names the effects that follow.
  package static func reduce(
    _ state: inout LiveStatusState,
    _ event: LiveStatusEvent
  ) -> [LiveStatusEffect] {
    if state.hall.outcome == nil {
      state.take(event)
    } else if case .fixed(_, let result) = event {
      // What was being written when the user left still counts.
      state.hall.note(result)
    }
    return state.hall.desk.takeEffects()
  }
}

extension LiveStatusState {
  fileprivate mutating func take(_ event: LiveStatusEvent) {
    switch event {
    case .input(let input): take(input)
    case .checked(let id, let report, let jitter):
      if hall.desk.receive(id) != nil { room.take(report, jitter: jitter, hall) }
    case .checkFailed(let id, let error):
      if hall.desk.receive(id) != nil { room.take(error, hall) }
    case .tryingAgain(let id, let failure): hall.desk.waiting?.noteRetry(id, after: failure)
    case .waitsForTurn(let id): hall.desk.waiting?.noteTurn(id)
    case .fixed(let id, let result):
      if hall.desk.receive(id) != nil { room.take(result, &hall) }
    case .fixFailed(let id, let error):
      if hall.desk.receive(id) != nil { hall.desk.notice = "\(error.message) \(error.remedy)" }
    case .linkOpened(let result): hall.desk.note(opened: result)
    }
  }

  private mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let size):
      hall.desk.size = size
      room.beginIfNew(&hall)
    case .tick(let milliseconds):
      hall.desk.waiting?.milliseconds += milliseconds
      room.pass(milliseconds, &hall)
    case .focus(let isInFront): room.isInFront = isInFront
    case .interrupt: hall.end(.left(exitCode: ExitStatus.left))
    case .terminate(let signal): hall.end(.left(exitCode: 128 + signal))
    case .endOfInput: hall.end(.left(exitCode: 129))
    case .paste, .morePaste: hall.desk.refusePaste()
    case .text(let text):
      for character in text where hall.outcome == nil { take(.key(.character(character))) }
    case .key(let key):
      hall.desk.notice = nil
      guard let overlay = hall.desk.overlay else { return room.press(key, &hall) }
      switch overlay.deed(of: key) {
      case .act:
        hall.desk.overlay = nil
        hall.desk.scroll = 0
      case .scroll(let move): hall.desk.scroll(move, LiveStatusScreen.page(self))
      case .choose, .move, .help, .repaint, nil: break
      }
    }
  }
}
