import Ground

/// Draws the status screen: problems first, each with its cure, what is fine folded into a count.
package enum LiveStatusScreen {
  /// Gives the screen for a state at the size that the state knows.
  package static func frame(_ state: LiveStatusState) -> Frame {
    Layout.frame(page(state), in: chrome(state))
  }

  /// Says a state without a layout.
  package static func linePage(_ state: LiveStatusState) -> LinePage {
    var spoken = state
    spoken.hall.desk.size = LinePage.size
    var said = LinePage(page(spoken), in: chrome(spoken))
    said.isAside = state.hall.desk.overlay != nil
    return said
  }

  private static func chrome(_ state: LiveStatusState) -> Chrome {
    let isSandbox = state.hall.options.isSandbox || state.room.report?.isSandbox == true
    let age = Words.passing(milliseconds: state.room.age)
    return Chrome(
      state.hall.desk,
      name: isSandbox ? "Status (sandbox)" : "Status",
      place: state.room.report == nil ? "" : "Last checked \(age) ago",
      keys: state.keys,
      // The age is told in seconds.
      tickMilliseconds: state.hall.desk.waiting == nil ? 1000 : 100
    )
  }

  static func page(_ state: LiveStatusState) -> Page {
    guard state.hall.desk.overlay != nil else { return state.room.page(state.hall) }
    let keys = state.room.keys(state.hall)
    return HelpPage.page(state.room.about(state.hall), keys, state.hall.desk.size)
  }
}

extension StatusRoom {
  func about(_ hall: StatusHall) -> String {
    "This screen checks the files, git and the connection to Attio. A watch asks again by itself, a "
      + "minute or more apart, while the window is in front."
  }

  func page(_ hall: StatusHall) -> Page {
    var page = Page(size: hall.desk.size)
    if let failure {
      page.text(failure.message, .error, mark: .bad)
      page.text(failure.remedy, indent: 2)
      page.blank()
    }
    if let report {
      head(report, &page)
      problems(&page)
      calls(report, &page)
      fine(report, &page)
    }
    waits(isChecking: hall.desk.waiting != nil, &page)
    if let report { background(report, &page) }
    return page
  }

  private func head(_ report: StatusReport, _ page: inout Page) {
    let state = state(of: report)
    page.text(report.headline, role(state), mark: Mark(state))
    for detail in report.judgement.details { page.text(detail, indent: 2) }
    if report.connection.state != .connected {
      // A low screen tells these beside the row and at the end: the cure comes first there.
      if !page.isCompact {
        page.text("\(report.explanation.happening) \(report.explanation.evidence)", indent: 2)
      }
    }
    if let remedy = report.remedy ?? report.unasked { page.text(remedy, indent: 2) }
    if report.connection.state == .connected, !report.objects.isEmpty {
      page.fact("Objects", report.objects.prefix(8).joined(separator: ", "))
    }
    page.blank()
  }

  /// What the head says about the connection; a failed check elsewhere does not make it bad.
  private func state(of report: StatusReport) -> Check.State {
    let needsAction = report.verdict == .actionNeeded
    return switch report.connection.state {
    case .connected: needsAction ? .warn : .pass
    case .notChecked: needsAction ? .warn : .skipped
    case let other: other.verdict == .actionNeeded ? .fail : .unknown
    }
  }

  private func problems(_ page: inout Page) {
    for (index, check) in problems.enumerated() {
      let isFocused = index == selection.index
      page.listRow(row(check), isFocused: isFocused, spoken: spokenWithCure(check))
      details(check, isFocused: isFocused, &page)
    }
    if !problems.isEmpty { page.blank() }
  }

  private func details(_ check: Check, isFocused: Bool, _ page: inout Page) {
    guard isFocused else {
      // A low screen has room for the steps of the highlighted row alone.
      if check.state == .fail, !page.isCompact, let remedy = newRemedy(check) {
        page.silent(remedy, .muted, indent: 4)
      }
      return
    }
    // The key first: it must be in sight on a small screen, however long the text is.
    if let cure = cureAtHand { page.silent(cure.label, .key, indent: 4) }
    // The head has said what is wrong with the connection, and what to do about it.
    let happening = page.isCompact ? nil : report?.explanation.happening
    let isInHead = happening.map(check.summary.hasSuffix) ?? false
    if !isInHead, DisplayWidth.of(check.summary) > page.columns - 12 {
      page.silent(check.summary, indent: 4)
    }
    if let remedy = newRemedy(check) { page.silent(remedy, indent: 4) }
  }

  private func calls(_ report: StatusReport, _ page: inout Page) {
    guard let calls = report.calls, !calls.isEmpty else { return }
    for call in calls {
      let state = JudgedCallText.state(call)
      page.text(
        "\(call.call): \(JudgedCallText.answer(call))",
        role(state),
        mark: .with(Mark(state), call.verdict.rawValue)
      )
    }
    page.blank()
  }

  /// A problem in words, with what its number does about it.
  private func spokenWithCure(_ check: Check) -> String {
    let connection = report?.connection.state ?? .notChecked
    let cure = StatusCure(check, connection: connection).map { "This number \($0.effect)." }
    return [spoken(check), newRemedy(check), cure].compactMap(\.self).joined(separator: " ")
  }

  /// What to do about a row, unless the head has said it.
  private func newRemedy(_ check: Check) -> String? {
    report.flatMap { StatusText.remedy(of: check, in: $0) }
  }

  private func row(_ check: Check) -> [Span] {
    [
      Span("\(StatusText.symbol(for: check.state)) ", role(check.state)),
      Span(check.state.rawValue.padded(to: 8), role(check.state)), Span(check.summary),
    ]
  }

  private func spoken(_ check: Check) -> String {
    "\(check.state.rawValue): \(check.summary)"
  }

  private func role(_ state: Check.State) -> Role {
    switch state {
    case .pass: .success
    case .warn: .warning
    case .fail: .error
    case .unknown: .warning
    case .skipped: .muted
    }
  }

  private func fine(_ report: StatusReport, _ page: inout Page) {
    let fine = report.checks.filter { $0.state == .pass || $0.state == .skipped }
    guard !fine.isEmpty else { return }
    guard isUnfolded else {
      let count = fine.count { $0.state == .pass }
      let sentence = "\(count) check\(count == 1 ? " is" : "s are") good."
      page.row([Span("\(sentence) Space shows them.", .muted)], spoken: sentence)
      return
    }
    for check in fine { page.row([Span("  ")] + row(check), spoken: spoken(check)) }
  }

  /// The timings and, on a short screen, what the head has left out.
  private func background(_ report: StatusReport, _ page: inout Page) {
    if let line = StatusText.timings(report.connection) { page.text(line, .muted) }
    guard page.isCompact, report.connection.state != .connected else { return }
    page.text(report.explanation.evidence, .muted)
  }

  /// How long it takes until Attio may, or will, be asked again.
  private func waits(isChecking: Bool, _ page: inout Page) {
    if let left = RetryWait.left(report?.connection, after: age) {
      page.text(RetryWait.text(left: left), .warning)
    }
    guard let watch else { return }
    let next = Words.passing(milliseconds: max(0, watch.remaining) + 999)
    let text =
      switch (isInFront, isChecking) {
      case (false, _): "Watching is paused while this window is not in front."
      case (true, true): "Watching. w ends it."
      case (true, false): "Watching: the next check is in \(next). w ends it."
      }
    page.text(text, .muted)
  }
}
