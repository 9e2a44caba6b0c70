package import Ground

/// What happened: input, or the result of an effect.
package enum WizardEvent: Equatable, Sendable {
  case input(InputEvent)
  case projectInspected(EffectID, ProjectReport)
  case projectFailed(EffectID, SetupError)
  case identified(EffectID, Verification)
  /// The first try of a question to Attio failed in this way, and the second one begins.
  case tryingAgain(EffectID, after: ConnectionState)
  case planned(EffectID, Plan)
  case planFailed(EffectID, SetupError)
  /// One entry of the plan has been written.
  case entryApplied(EffectID, PlanEntry.ID)
  case applied(EffectID, ApplyResult)
  case verified(EffectID, Verification)
  case queried(EffectID, QueryAnswer)
  case clientPlanned(EffectID, PlannedClient)
  case clientPlanFailed(EffectID, SetupError)
  case storeProbed(EffectID, StoreProbe)
  case connectPrepared(EffectID, ConnectOffer)
  /// The browser came back with the answer to a prepared request.
  case answerArrived(prepared: EffectID, AuthorizationAnswer)
  case connectProgressed(EffectID, ConnectProgress)
  case connected(EffectID, ConnectResult)
  case connectFailed(EffectID, ConnectFailure)
  case linkOpened(LinkResult)
  case copied(ClipboardText.What, LinkResult)
  /// No tool reaches the clipboard of the user's own machine: the terminal is to take this text.
  case clipboardNeedsTerminal(ClipboardText)
}

/// How an attempt to open a page or to use the clipboard ended.
package enum LinkResult: Equatable, Sendable {
  /// The tool was started; whether it worked cannot be known.
  case attempted
  /// There is no tool for it, or it failed, with the reason.
  case failed(String)
}

/// How the writing of a plan ended.
package struct ApplyResult: Equatable, Sendable {
  /// Why the writing stopped.
  package enum Ending: Equatable, Sendable {
    case finished
    /// The user stopped it.
    case stopped
    /// These paths are not as they were when the plan was made.
    case changedOnDisk([String])
    case failed(SetupError)
  }

  /// Why the writing stopped.
  package var ending: Ending
  /// The paths that were written, relative to the project, in order.
  package var written: [String]
  /// What the user should know of how it was written, one sentence each.
  package var remarks: [String]
  /// The name of the journal's entry, nil where nothing was written.
  package var undo: String?

  /// Collects the result.
  package init(
    ending: Ending,
    written: [String],
    remarks: [String] = [],
    undo: String? = nil
  ) {
    self.ending = ending
    self.written = written
    self.remarks = remarks
    self.undo = undo
  }

  /// What was written and how it is taken back, in a line.
  package var line: String { UndoPromise(self).line(written: written) }
}
