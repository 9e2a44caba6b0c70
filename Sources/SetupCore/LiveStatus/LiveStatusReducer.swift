/// The live status's state machine: the only code that changes its state.
package enum LiveStatusReducer {
  /// Changes the state for an event and names the effects that follow.
  package static func reduce(
    _ state: inout LiveStatusState,
    _ event: LiveStatusEvent
  ) -> [LiveStatusEffect] {
    guard state.outcome == nil else {
      // What was being written when the user left still counts.
      if case .fixed(_, let result) = event { state.note(result) }
      return []
    }
    switch event {
    case .input(let input): return reduceInput(&state, input)
    case .checked(let id, let report, let jitter):
      if state.receive(id) { state.show(report, jitter: jitter) }
      return []
    case .checkFailed(let id, let error):
      if state.receive(id) { state.show(error) }
      return []
    case .tryingAgain(let id, let failure):
      state.waiting?.noteRetry(id, after: failure)
      return []
    case .waitsForTurn(let id):
      state.waiting?.noteTurn(id)
      return []
    case .fixed(let id, let result): return state.receive(id) ? state.showFixed(result) : []
    case .fixFailed(let id, let error):
      if state.receive(id) { state.notice = "\(error.message) \(error.remedy)" }
      return []
    case .linkOpened(.attempted):
      state.notice = "Asked the browser to open the page."
      return []
    case .linkOpened(.failed(let reason)):
      state.notice = "The page could not be opened: \(reason)"
      return []
    }
  }

  private static func reduceInput(
    _ state: inout LiveStatusState,
    _ input: InputEvent
  ) -> [LiveStatusEffect] {
    switch input {
    case .resize(let size):
      state.size = size
      let isNew = state.report == nil && state.failure == nil && state.waiting == nil
      return isNew ? state.begin() : []
    case .tick(let milliseconds): return state.pass(milliseconds)
    case .focus(let isInFront):
      state.isInFront = isInFront
      return []
    case .interrupt: return state.end(.left(exitCode: ExitStatus.left))
    case .terminate(let signal): return state.end(.left(exitCode: 128 + signal))
    case .endOfInput: return state.end(.left(exitCode: 129))
    case .paste, .morePaste:
      state.notice = "Nothing takes text here. What you pasted was not kept."
      return []
    case .text(let text):
      return text.flatMap { character in
        state.outcome == nil ? reduceInput(&state, .key(.character(character))) : []
      }
    case .key(let key):
      state.notice = nil
      return KeyMap.intent(for: key, in: state.keyContext).map { state.handle($0) } ?? []
    }
  }
}

extension LiveStatusState {
  /// The row of the key table that counts now.
  package var keyContext: KeyContext { isHelpOpen ? .help : .status }

  /// The rows that are not good, the worst first.
  package var problems: [Check] { report?.problems ?? [] }

  /// What Enter does about the highlighted row; nil where there is none, or no key cures it.
  package var cureAtHand: StatusCure? {
    guard let report, report.problems.indices.contains(selection.index) else { return nil }
    return StatusCure(report.problems[selection.index], connection: report.connection.state)
  }

  mutating func begin() -> [LiveStatusEffect] {
    if options.isWatching { watch = Watch(remaining: options.watchMilliseconds) }
    return check(.everything)
  }

  mutating func check(_ what: LiveCheck) -> [LiveStatusEffect] {
    guard waiting == nil else { return [] }
    let text =
      switch what {
      case .everything: "Looking at the files and asking \(options.apiHost)"
      case .local: "Looking at the files"
      }
    return wait(for: text, .asking) { .check($0, what) }
  }

  mutating func show(_ report: StatusReport, jitter: Double) {
    self.report = report
    failure = nil
    age = 0
    selection.clamp(count: report.problems.count)
    guard var watch else { return }
    watch.setbacks = report.verdict == .unknown ? watch.setbacks + 1 : 0
    watch.schedule(interval: options.watchMilliseconds, jitter: jitter)
    if let seconds = report.connection.retryAfterSeconds {
      watch.remaining = max(watch.remaining, Int(seconds * 1000))
    }
    self.watch = watch
  }

  mutating func show(_ error: SetupError) {
    failure = error
    age = 0
    watch?.schedule(interval: options.watchMilliseconds, jitter: 0)
  }

  mutating func showFixed(_ result: ApplyResult) -> [LiveStatusEffect] {
    note(result)
    switch result.ending {
    case .finished:
      notice = UndoPromise(result).map { "Done. \($0.sentence)" } ?? "Done."
    case .stopped:
      notice = "It was stopped."
    case .changedOnDisk(let paths):
      notice = "\(paths.joined(separator: ", ")) changed meanwhile. Try again."
    case .failed(let error):
      notice = "\(error.message) \(error.remedy)"
    }
    return check(.local)
  }

  /// Lets time pass: the age grows, and a watch whose time has come asks again.
  mutating func pass(_ milliseconds: Int) -> [LiveStatusEffect] {
    waiting?.milliseconds += milliseconds
    guard waiting == nil else { return [] }
    age += milliseconds
    guard isInFront, watch != nil else { return [] }
    watch?.remaining -= milliseconds
    guard let remaining = watch?.remaining, remaining <= 0 else { return [] }
    return check(.everything)
  }

  mutating func handle(_ intent: Intent) -> [LiveStatusEffect] {
    if isHelpOpen {
      isHelpOpen = false
      return []
    }
    switch intent {
    case .back:
      return end(.left(exitCode: report?.exitCode ?? failure?.exitCode ?? ExitStatus.left))
    case .confirm: return cure()
    case .askAgain: return check(.everything)
    case .watch: toggleWatch()
    case .unfold: isUnfolded.toggle()
    case .replaceToken: return end(.replaceToken)
    case .openLink: return openDashboard()
    case .help: isHelpOpen = true
    case .pageUp, .pageDown: scrollPage(by: intent == .pageDown ? 1 : -1)
    default:
      scroll = 0
      selection.move(intent, count: problems.count)
    }
    return []
  }

  private mutating func toggleWatch() {
    watch = watch == nil ? Watch(remaining: options.watchMilliseconds) : nil
    watch?.schedule(interval: options.watchMilliseconds, jitter: 0)
  }

  private mutating func scrollPage(by direction: Int) {
    let limits = LiveStatusScreen.scrollLimits(self)
    let half = max(1, (size.rows - Layout.rowsAround) / 2)
    scroll = min(max(scroll + direction * half, limits.lowerBound), limits.upperBound)
  }

  /// What Enter does: it cures the highlighted row, or asks again where nothing is wrong.
  private mutating func cure() -> [LiveStatusEffect] {
    guard waiting == nil else { return [] }
    guard problems.indices.contains(selection.index) else { return check(.everything) }
    switch cureAtHand {
    case nil:
      notice = "This takes more than a key: follow the steps beside it."
      return []
    case .fix(let fix): return wait(for: "Putting it right", .writing) { .fix($0, fix) }
    case .replaceToken: return end(.replaceToken)
    case .openDashboard: return openDashboard()
    case .askAgain: return check(.everything)
    }
  }

  private func openDashboard() -> [LiveStatusEffect] {
    // The scopes of an app's tokens are the app's own.
    let isStored = report?.token.origin == .workspaceStore
    let guide = DashboardGuide(workspaceSlug: report?.workspace?.slug)
    return [.openLink(isStored ? DashboardGuide.appsURL : guide.tokensURL)]
  }

  mutating func end(_ outcome: LiveStatusOutcome) -> [LiveStatusEffect] {
    self.outcome = outcome
    guard let waiting else { return [] }
    self.waiting = nil
    return [.cancel(waiting.id)]
  }
}
