import SetupRuntime
import TestSupport
import Testing

/// A window that changes its size while the program runs shows what a new one of that size shows.
@Suite(.alone) struct ResizeTests {
  static let sizes = [(200, 60), (120, 40), (80, 24), (60, 16)]
  static let tooSmall = [(59, 15), (20, 5), (1, 1)]
  static let steps = ["1 of 6", "2 of 6", "3 of 6", "4 of 6", "6 of 6"]

  /// The screens of programs that were started at each size, by step.
  private func fresh(
    _ steps: [String],
    in project: ScratchProject
  ) async throws -> [String: String] {
    var screens: [String: String] = [:]
    for (columns, rows) in Self.sizes {
      try await TmuxSession.with(project, ["--sandbox"], size: (columns, rows)) { terminal in
        for step in steps {
          try await terminal.advance(to: step)
          screens["\(step) \(columns)x\(rows)"] = try await terminal.settled()
        }
        try await terminal.press("C-c")
        try await terminal.wait(for: "[terminal same]")
      }
      // The last step leaves files behind, and the next program is to find what the first one found.
      try await Program.tool("git", ["clean", "-qfdx"], in: project)
    }
    return screens
  }

  private func expectEverySize(
    _ terminal: TmuxSession,
    _ step: String,
    _ screens: [String: String]
  ) async throws {
    for (columns, rows) in Self.sizes + Self.sizes.reversed() {
      try await terminal.resize(columns: columns, rows: rows)
      let expected = try #require(screens["\(step) \(columns)x\(rows)"])
      try await terminal.wait(toShow: expected, "\(step) at \(columns)x\(rows)")
    }
    for (columns, rows) in Self.tooSmall {
      try await terminal.resize(columns: columns, rows: rows)
      if columns > 9 { try await terminal.wait(for: "too small") }
      let expected = try #require(screens["\(step) 80x24"])
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.wait(toShow: expected, "\(step) after \(columns)x\(rows)")
    }
  }

  @Test func `the wizard is drawn whole at every step and size`() async throws {
    try await ScratchProject.with { project in
      try await Program.tool("git", ["add", "package.json"], in: project)
      let screens = try await fresh(Self.steps, in: project)
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        for step in Self.steps {
          try await terminal.advance(to: step)
          _ = try await terminal.settled()
          try await expectEverySize(terminal, step, screens)
        }
        try await terminal.press("C-c")
        let after = try await terminal.wait(for: "[terminal same]")
        #expect(after.contains("[exit 0]"))
      }
    }
  }

  @Test func `the status is drawn whole at every size`() async throws {
    try await ScratchProject.with { project in
      var screens: [String: String] = [:]
      for (columns, rows) in Self.sizes {
        try await TmuxSession.with(project, ["status", "--sandbox"], size: (columns, rows)) {
          terminal in
          try await terminal.wait(for: "Last checked")
          screens["status \(columns)x\(rows)"] = try await terminal.settled()
        }
      }
      try await TmuxSession.with(project, ["status", "--sandbox"]) { terminal in
        try await terminal.wait(for: "Last checked")
        try await expectEverySize(terminal, "status", screens)
      }
    }
  }
}

extension TmuxSession {
  /// Goes from the step before to this one.
  fileprivate func advance(to step: String) async throws {
    switch step {
    case "1 of 6": try await wait(for: "Use this folder")
    case "2 of 6":
      try await press("Enter")
      try await wait(for: "Paste your Attio access token")
      try await press("C-t")
      try await wait(for: "Continue with")
    case "4 of 6":
      try await press("Enter")
      try await wait(for: "4 of 6")
      try await wait(for: "Nothing has been written so far.")
    case "6 of 6":
      try await press("Enter")
      try await wait(for: "Connected to")
    default:
      try await press("Enter")
      try await wait(for: step)
    }
  }

  /// The screen once two looks at it are the same, without what only tells the time.
  fileprivate func settled() async throws -> String {
    let deadline = ContinuousClock.now + .seconds(20)
    var last = ""
    while ContinuousClock.now < deadline {
      let now = timeless(try await screen())
      if now == last, !now.isEmpty { return now }
      last = now
    }
    throw ScreenTimeout(awaited: "a screen that stays")
  }

  fileprivate func wait(toShow expected: String, _ place: String) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    var last = ""
    while ContinuousClock.now < deadline {
      last = timeless(try await screen())
      if last == expected { return }
    }
    Issue.record("\(place): expected\n\(expected)\nfound\n\(last)")
    throw ScreenTimeout(awaited: place)
  }

  private func timeless(_ screen: String) -> String {
    screen.replacing(/\s+Last checked \d+ s ago/, with: " Last checked")
  }
}
