package import Ground

/// What happened: input, or the result of an effect.
package enum LiveStatusEvent: Equatable, Sendable {
  case input(InputEvent)
  /// A check has ended; the random number from 0 up to 1 spreads the next one of a watch.
  case checked(EffectID, StatusReport, jitter: Double)
  case checkFailed(EffectID, SetupError)
  /// The first try of a question to Attio failed in this way, and the second one begins.
  case tryingAgain(EffectID, after: ConnectionState)
  /// Another run is changing the project; writing begins when that has ended.
  case waitsForTurn(EffectID)
  case fixed(EffectID, ApplyResult)
  case fixFailed(EffectID, SetupError)
  case linkOpened(LinkResult)
}

/// What the live status asks the outside to do.
package enum LiveStatusEffect: DeskEffect {
  case check(EffectID, LiveCheck)
  case fix(EffectID, StatusFix)
  case openLink(String)
  case cancel(EffectID)
}
