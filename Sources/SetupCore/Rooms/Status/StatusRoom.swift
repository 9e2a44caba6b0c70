/// The status screen: what was found last, each problem with its cure, and a watch.
package struct StatusRoom: Room {
  /// What a key does here.
  enum Action: Sendable {
    case cure
    case checkAgain
    case watch
    case unfold
    case replaceToken
    case openPage
    case close
  }

  /// What was found last; nil until the first check has ended.
  package var report: StatusReport?
  /// Why the last check could not be made.
  package var failure: SetupError?
  /// How long ago the last check ended, in milliseconds.
  package var age = 0
  /// The watch; nil where nobody watches.
  package var watch: Watch?
  /// Whether the terminal is in front, as far as it tells.
  var isInFront = true
  /// The highlighted problem.
  var selection = ListSelection()
  /// Whether the healthy rows are shown one by one.
  var isUnfolded = false

  /// The rows that are not good, the worst first.
  var problems: [Check] { report?.problems ?? [] }

  /// What Enter does about the highlighted row; nil where there is none, or no key cures it.
  var cureAtHand: StatusCure? {
    guard let report, report.problems.indices.contains(selection.index) else { return nil }
    return StatusCure(report.problems[selection.index], connection: report.connection.state)
  }
}

// MARK: - Keys

extension StatusRoom {
  func rowCount(_ hall: StatusHall) -> Int { problems.count }

  func bindings(_ hall: StatusHall) -> [Binding<Action>] {
    let mends = cureAtHand != nil && cureAtHand != .askAgain
    return [
      .enter("fix", .cure, in: mends ? .footer : .nowhere),
      .letter("r", "check again", .checkAgain),
      .letter("w", "watch", .watch),
      Binding("Space", [.character(" ")], "all rows", .act(.unfold), letter: "a"),
      .letter("t", "other token", .replaceToken),
      .letter("o", "open the token's page in Attio", .openPage, in: .help),
    ] + Binding.choosing + [
      Binding("Esc", [.escape, .character("q")], "close", .act(.close), role: .back)
    ]
  }

  mutating func take(_ action: Action, _ hall: inout StatusHall) {
    switch action {
    case .cure: cure(&hall)
    case .checkAgain: check(.everything, &hall)
    case .watch:
      watch = watch == nil ? Watch(remaining: hall.options.watchMilliseconds) : nil
      watch?.schedule(interval: hall.options.watchMilliseconds, jitter: 0)
    case .unfold: isUnfolded.toggle()
    case .replaceToken: hall.end(.replaceToken)
    case .openPage: openPage(&hall)
    case .close:
      hall.end(.left(exitCode: report?.exitCode ?? failure?.exitCode ?? ExitStatus.left))
    }
  }

  /// What Enter does: it cures the highlighted row, or asks again where nothing is wrong.
  private func cure(_ hall: inout StatusHall) {
    guard hall.desk.waiting == nil else { return }
    guard problems.indices.contains(selection.index) else { return check(.everything, &hall) }
    switch cureAtHand {
    case nil: hall.desk.notice = "This takes more than a key: follow the steps beside it."
    case .fix(let fix): hall.desk.ask("Putting it right", .fix) { .fix($0, fix) }
    case .replaceToken: hall.end(.replaceToken)
    case .openDashboard: openPage(&hall)
    case .askAgain: check(.everything, &hall)
    }
  }

  private func openPage(_ hall: inout StatusHall) {
    // The scopes of an app's tokens are the app's own.
    let isStored = report?.token.origin == .workspaceStore
    let guide = DashboardGuide(workspaceSlug: report?.workspace?.slug)
    hall.desk.perform(.openLink(isStored ? DashboardGuide.appsURL : guide.tokensURL))
  }
}

// MARK: - Checks

extension StatusRoom {
  mutating func beginIfNew(_ hall: inout StatusHall) {
    guard report == nil, failure == nil, hall.desk.waiting == nil else { return }
    let options = hall.options
    if options.isWatching { watch = Watch(remaining: options.watchMilliseconds) }
    check(.everything, &hall)
  }

  private func check(_ what: LiveCheck, _ hall: inout StatusHall) {
    guard hall.desk.waiting == nil else { return }
    let words =
      switch what {
      case .everything: "Looking at the files and asking \(hall.options.apiHost)"
      case .local: "Looking at the files"
      }
    hall.desk.ask(words, .check) { .check($0, what) }
  }

  mutating func take(_ report: StatusReport, jitter: Double, _ hall: StatusHall) {
    self.report = report
    failure = nil
    age = 0
    selection.clamp(count: report.problems.count)
    guard var watch else { return }
    watch.setbacks = report.verdict == .unknown ? watch.setbacks + 1 : 0
    watch.schedule(interval: hall.options.watchMilliseconds, jitter: jitter)
    if let seconds = report.connection.retryAfterSeconds {
      watch.remaining = max(watch.remaining, Int(seconds * 1000))
    }
    self.watch = watch
  }

  mutating func take(_ error: SetupError, _ hall: StatusHall) {
    failure = error
    age = 0
    watch?.schedule(interval: hall.options.watchMilliseconds, jitter: 0)
  }

  /// Tells how putting something right ended, and looks at the files again.
  func take(_ result: ApplyResult, _ hall: inout StatusHall) {
    hall.note(result)
    hall.desk.notice =
      switch result.ending {
      case .finished: UndoPromise(result).map { "Done. \($0.sentence)" } ?? "Done."
      case .stopped: "It was stopped."
      case .changedOnDisk(let paths):
        "\(paths.joined(separator: ", ")) changed meanwhile. Try again."
      case .failed(let error): "\(error.message) \(error.remedy)"
      }
    check(.local, &hall)
  }

  /// Lets time pass: the age grows, and a watch whose time has come asks again.
  mutating func pass(_ milliseconds: Int, _ hall: inout StatusHall) {
    guard hall.desk.waiting == nil else { return }
    age += milliseconds
    guard isInFront, watch != nil else { return }
    watch?.remaining -= milliseconds
    if let remaining = watch?.remaining, remaining <= 0 { check(.everything, &hall) }
  }
}
