package import Ground

/// What happened: input, or the result of an effect.
package enum WizardEvent: Equatable, Sendable {
  case input(InputEvent)
  case projectInspected(EffectID, ProjectReport)
  case projectFailed(EffectID, SetupError)
  case identified(EffectID, Verification)
  /// The first try of a question to Attio failed in this way, and the second one begins.
  case tryingAgain(EffectID, after: ConnectionState)
  /// Another run is changing the project; writing begins when that has ended.
  case waitsForTurn(EffectID)
  case planned(EffectID, Plan)
  case planFailed(EffectID, SetupError)
  /// One entry of the plan has been written.
  case entryApplied(EffectID, PlanEntry.ID)
  case applied(EffectID, ApplyResult)
  /// What was found with the value that was read back.
  case verified(EffectID, StatusFindings)
  /// The value could not be read back.
  case verificationFailed(EffectID, SetupError)
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
