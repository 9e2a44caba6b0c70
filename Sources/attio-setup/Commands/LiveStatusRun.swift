internal import SetupCore
internal import SetupRuntime
internal import TerminalUI

/// The status in the full screen, until the user leaves it.
struct LiveStatusRun {
  private let context: RunContext
  private let shared: SharedOptions
  private let watchSeconds: Double?

  init(_ context: RunContext, _ shared: SharedOptions, watchSeconds: Double?) {
    self.context = context
    self.shared = shared
    self.watchSeconds = watchSeconds
  }

  /// Runs to its end; another token is set up by the wizard, after which the status follows again.
  func run(_ request: StatusRequest) async throws(TerminalError) -> (LiveStatusState, Int32) {
    var isWatching = watchSeconds != nil
    while true {
      let state = try loop(
        LiveStatusPerformer(world: context.world, request: request),
        isWatching: isWatching
      )
      isWatching = state.watch != nil
      switch state.outcome {
      case .replaceToken:
        let wizard = try await WizardRun(context, shared, entry: entry(request)).run()
        for line in WizardSummary.lines(wizard) { Output.line(line) }
        if let code = wizard.outcome?.exitCode, code > ExitStatus.left { return (state, code) }
      case .left(let code): return (state, code)
      case nil: return (state, ExitStatus.left)
      }
    }
  }

  /// A connected workspace gets another token by being connected again.
  private func entry(_ request: StatusRequest) -> WizardEntry {
    guard case .workspace(let workspace) = request.value else { return .setup }
    var options = ConnectOptions()
    options.store = workspace.store
    return .connect(options)
  }

  private func loop(
    _ performer: LiveStatusPerformer,
    isWatching: Bool
  ) throws(TerminalError) -> LiveStatusState {
    let options = LiveStatusOptions(
      apiHost: context.host,
      watchMilliseconds: Int((watchSeconds ?? 60) * 1000),
      isWatching: isWatching
    )
    return try Face(shared, environment: context.environment).run(
      ScreenProgram(
        reduce: { LiveStatusReducer.reduce(&$0, $1) },
        screen: { state, _ in LiveStatusScreen.frame(state) },
        linePage: { LiveStatusScreen.linePage($0) },
        event: { .input($0) },
        isFinished: { $0.outcome != nil }
      ),
      from: LiveStatusState(options: options)
    ) { effect, post in
      performer.perform(effect, post: post)
    }
  }
}
