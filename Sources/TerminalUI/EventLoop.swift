package import SetupCore

/// Runs a program of pure functions in the full screen.
package enum EventLoop {
  /// Runs until the program is finished, the terminal is gone or a signal ends it; blocks its thread.
  ///
  /// The first event is the size. Ctrl-C and SIGINT arrive as `.interrupt`, whose consequences are
  /// the program's; after `.terminate` (SIGTERM, SIGHUP, SIGQUIT, Ctrl-\) and `.endOfInput` the loop
  /// ends whatever the program says. Ctrl-Z suspends without an event. While the window is smaller
  /// than the minimum, keys and pastes are not delivered. Effects that are still running at the end
  /// are left alone, and what they post is dropped.
  ///
  /// - Parameters:
  ///   - program: The state machine and its screens.
  ///   - state: Where it starts.
  ///   - options: What the loop needs to know about the terminal.
  ///   - perform: Starts an effect and returns at once; the closure it gets posts an event from any thread.
  ///     Start work with `Task { @concurrent in … }`: a plain `Task` of a synchronous `main` waits for the
  ///     main thread, which is blocked here.
  /// - Returns: The last state.
  /// - Throws: Why there is no full screen; nothing has been shown then.
  package static func run<State, Event, Effect>(
    _ program: ScreenProgram<State, Event, Effect>,
    from state: State,
    options: TerminalOptions,
    perform: @escaping @Sendable (Effect, @escaping @Sendable (Event) -> Void) -> Void
  ) throws(TerminalError) -> State {
    let mailbox = try Mailbox<Event>()
    defer { mailbox.close() }
    let session = try TerminalSession(options: options, wake: mailbox.writeDescriptor)
    var run = LoopRun(
      LoopCore(program: program, state: state, mailbox: mailbox, perform: perform),
      session: session,
      minimumSize: options.minimumSize
    )
    run.untilFinished()
    return run.leave()
  }
}
