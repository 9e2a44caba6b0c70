internal import AttioAPI
internal import SetupCore
internal import SetupRuntime
internal import TerminalUI

/// One run of the wizard in the full screen, for the commands that lead to it.
struct WizardRun {
  private let context: RunContext
  private let shared: SharedOptions
  private let entry: WizardEntry

  init(_ context: RunContext, _ shared: SharedOptions, entry: WizardEntry = .setup) {
    self.context = context
    self.shared = shared
    self.entry = entry
  }

  /// Runs to its end, and gives the last state, in which all is told that was written.
  func run() async throws(TerminalError) -> WizardState {
    let performer = EffectPerformer(world: context.world)
    var state = try loop(performer)
    for event in await performer.finishConnecting() { _ = WizardReducer.reduce(&state, event) }
    // A signal ends the loop at once; what was being written by then has to be told.
    if let (id, result) = await performer.finishWriting(), state.hall.lastWrite != result {
      _ = WizardReducer.reduce(&state, .applied(id, result))
    }
    return state
  }

  private func loop(_ performer: EffectPerformer) throws(TerminalError) -> WizardState {
    let options = WizardOptions(
      directory: context.directory,
      envFileName: shared.envFile,
      variable: shared.variable,
      apiHost: context.host,
      baseURL: (context.sandbox == nil ? context.base : .attioAPI).text,
      certificateFile: context.certificateFile,
      sandboxToken: context.sandboxToken,
      sandboxApp: context.sandboxApp,
      entry: entry
    )
    let link = LinkLine()
    context.keyringNotice.silence()
    return try Face(shared, environment: context.environment).run(
      ScreenProgram(
        reduce: { WizardReducer.reduce(&$0, $1) },
        screen: { WizardScreen.frame($0) },
        linePage: { WizardScreen.linePage($0) },
        event: { .input($0) },
        isFinished: { $0.hall.outcome != nil },
        clipboardText: { if case .copyThroughTerminal(let text) = $0 { text } else { nil } }
      ),
      from: WizardState(options: options)
    ) { effect, post in
      performer.perform(effect) { event in
        link.write(event)
        post(event)
      }
    }
  }
}
