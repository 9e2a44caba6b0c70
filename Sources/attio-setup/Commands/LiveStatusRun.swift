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
  ///
  /// - Returns: What stays in the scrollback, whose last line is true about the files, and the exit
  ///   code.
  func run(
    _ request: StatusRequest
  ) async throws(TerminalError) -> (lines: [String], exitCode: Int32) {
    var isWatching = watchSeconds != nil
    var written: [String] = []
    var promise: UndoPromise?
    while true {
      let performer = LiveStatusPerformer(world: context.world, request: request)
      var state = try loop(performer, isWatching: isWatching)
      if let event = await performer.finishFixing() {
        _ = LiveStatusReducer.reduce(&state, event)
      }
      isWatching = state.room.watch != nil
      written += state.hall.written.filter { !written.contains($0) }
      promise = promise?.and(state.hall.promise) ?? state.hall.promise
      let sentence = promise.line(written: written)
      guard state.hall.outcome == .replaceToken else {
        return ending(state, sentence, hasWritten: !written.isEmpty)
      }
      let wizard = try await WizardRun(context, shared, entry: entry(request)).run()
      let lines = WizardSummary.lines(wizard)
      written += wizard.hall.folder.run.written.filter { !written.contains($0) }
      promise = promise?.and(wizard.hall.folder.run.promise) ?? wizard.hall.folder.run.promise
      if let code = wizard.hall.outcome?.exitCode, code > 128, code != ExitStatus.left {
        return (lines.dropLast() + [promise.line(written: written)], code)
      }
      for line in lines { Output.line(line) }
    }
  }

  private func ending(
    _ state: LiveStatusState,
    _ sentence: String,
    hasWritten: Bool
  ) -> (lines: [String], exitCode: Int32) {
    var code = ExitStatus.left
    if case .left(let exitCode) = state.hall.outcome { code = exitCode }
    var lines = state.room.report.map(StatusText.lines) ?? []
    // Who reads the status to its end has asked for nothing to be written; codes above 128 are of
    // those who left and of signals.
    if code > 128 || hasWritten { lines.append(sentence) }
    return (lines, code)
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
    context.keyringNotice.silence()
    var options = LiveStatusOptions(
      apiHost: context.host,
      watchMilliseconds: Int((watchSeconds ?? 60) * 1000),
      isWatching: isWatching
    )
    options.isSandbox = context.sandbox != nil
    return try Face(shared, environment: context.environment).run(
      ScreenProgram(
        reduce: { LiveStatusReducer.reduce(&$0, $1) },
        screen: { LiveStatusScreen.frame($0) },
        linePage: { LiveStatusScreen.linePage($0) },
        event: { .input($0) },
        isFinished: { $0.hall.outcome != nil }
      ),
      from: LiveStatusState(options: options)
    ) { effect, post in
      performer.perform(effect, post: post)
    }
  }
}
