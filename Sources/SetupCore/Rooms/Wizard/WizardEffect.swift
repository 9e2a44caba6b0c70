package import Ground

/// What the wizard asks the outside to do; data, so that tests can compare it.
package enum WizardEffect: DeskEffect {
  /// Look at the project's folder.
  case inspectProject(EffectID, ProjectRequest)
  /// Ask Attio whom a token belongs to (`GET /v2/self`).
  case identify(EffectID, Secret)
  /// Read the files and make the plan.
  case makePlan(EffectID, PlanRequest)
  /// Write what the plan says, in the project's folder; `continuing` names the run in the undo
  /// journal that goes on with it.
  case apply(EffectID, Plan, directory: String, continuing: String?)
  /// Read the value back from the env file and ask Attio with it.
  case verify(EffectID, VerifyRequest)
  /// Find out where tokens of workspaces can be kept.
  case probeStore(EffectID)
  /// Make a request for authorization and listen for its answer, until `endConnect`.
  case prepareConnect(EffectID, ConnectRequest)
  /// Exchange the code of a prepared request, ask Attio whose the token is, and store it.
  case finishConnect(EffectID, prepared: EffectID, code: Secret)
  /// Stop listening for the answer of a prepared request.
  case endConnect(prepared: EffectID, ConnectEnding)
  /// Ask for the first record of an object.
  case query(EffectID, QueryRequest)
  /// Work out a starter client, and the plan that writes it.
  case planClient(EffectID, ClientRequest)
  /// Open a page in the browser.
  case openLink(String)
  /// Put a text on the clipboard.
  case copy(ClipboardText)
  /// Hand a text to the terminal's clipboard; the front end that owns the terminal performs it.
  case copyThroughTerminal(String)
  /// Stop an effect; its result no longer counts, save for an apply, which still reports.
  case cancel(EffectID)
}
