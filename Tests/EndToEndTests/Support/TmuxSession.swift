import SetupCore
import SetupRuntime
import Testing

/// A terminal of its own, in which a test types and looks as a user would.
struct TmuxSession {
  private let project: ScratchProject
  /// The name of its server's socket: that of a server that is just ending must not be met.
  private let socket = "test-\(UInt32.random(in: 0...UInt32.max))"

  /// Opens a terminal, runs the program in it, and closes it after the test's body.
  ///
  /// After the program has ended the screen says `[exit CODE]`, and whether the terminal's settings
  /// are as they were: `[terminal same]` or `[terminal changed]`.
  static func with(
    _ project: ScratchProject,
    _ arguments: [String],
    size: (columns: Int, rows: Int) = (80, 24),
    environment: [String: String] = [:],
    _ body: (TmuxSession) async throws -> Void
  ) async throws {
    let session = TmuxSession(project: project)
    try project.write(script(arguments, environment), to: "../in-terminal.sh")
    try await session.tmux([
      "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)",
      "sh \(project.root)/in-terminal.sh",
    ])
    do {
      try await body(session)
    } catch {
      await session.close()
      throw error
    }
    await session.close()
  }

  /// Opens a terminal with an interactive shell in the project's folder; the usual one finds the
  /// program.
  static func withShell(
    _ project: ScratchProject,
    _ shell: String? = nil,
    prompt: String = "ready>",
    _ body: (TmuxSession) async throws -> Void
  ) async throws {
    let session = TmuxSession(project: project)
    try await session.tmux([
      "new-session", "-d", "-x", "80", "-y", "24", "-c", project.directory,
      shell ?? "PATH='\(Program.folder)':\"$PATH\" PS1='\(prompt) ' bash --norc --noprofile -i",
    ])
    do {
      try await session.wait(for: prompt)
      try await body(session)
    } catch {
      await session.close()
      throw error
    }
    await session.close()
  }

  /// Types a line, and Enter.
  func enter(_ line: String) async throws {
    try await tmux(["send-keys", "-l", line])
    try await tmux(["send-keys", "Enter"])
  }

  private static func script(_ arguments: [String], _ environment: [String: String]) -> String {
    let variables = environment.map { "\($0.key)='\($0.value)' " }.sorted().joined()
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    return """
      before=$(stty -g)
      \(variables)'\(Program.path)' \(words)
      code=$?
      after=$(stty -g)
      echo "[exit $code]"
      [ "$before" = "$after" ] && echo '[terminal same]' || echo '[terminal changed]'
      exec cat

      """
  }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-c`, `Down`, `a`.
  func press(_ keys: String...) async throws {
    for key in keys { try await tmux(["send-keys", key]) }
  }

  /// Sends bytes as the terminal itself does, a mouse report for one.
  func type(_ text: String) async throws {
    try await tmux(["send-keys", "-l", text])
  }

  /// Whether the program has asked for mouse reports.
  func reportsMouse() async throws -> Bool {
    try await tmux(["display-message", "-p", "#{mouse_any_flag}"]) == "1"
  }

  /// Pastes a text as a terminal does, bracketed where the program asked for that.
  func paste(_ text: String) async throws {
    try await tmux(["load-buffer", "-"], input: text)
    try await tmux(["paste-buffer", "-p"])
  }

  /// Changes the terminal's size.
  func resize(columns: Int, rows: Int) async throws {
    try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The text on the screen.
  func screen() async throws -> String {
    try await tmux(["capture-pane", "-p"])
  }

  /// The text on the screen and all that has scrolled away.
  func everything() async throws -> String {
    try await tmux(["capture-pane", "-p", "-S", "-"])
  }

  /// Waits until the screen holds a text, and gives the screen.
  @discardableResult
  func wait(
    for text: String,
    within limit: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let deadline = ContinuousClock.now + limit
    var last = ""
    while ContinuousClock.now < deadline {
      last = try await screen()
      if last.contains(text) { return last }
    }
    Issue.record(
      "The screen never said '\(text)'. It says:\n\(last)",
      sourceLocation: sourceLocation
    )
    throw ScreenTimeout(awaited: text)
  }

  /// Waits until a text has been printed so and so often, wherever it has scrolled to.
  @discardableResult
  func waitInAll(
    for text: String,
    times: Int = 1,
    within limit: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let deadline = ContinuousClock.now + limit
    var last = ""
    while ContinuousClock.now < deadline {
      // -J joins the rows of a line that the terminal has wrapped.
      last = try await tmux(["capture-pane", "-p", "-J", "-S", "-"])
      // Words stand where the terminal's width has put them.
      let words = last.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      let count =
        [last, words].map { $0.split(separator: text, omittingEmptySubsequences: false).count - 1 }
        .max() ?? 0
      if count >= times { return last }
    }
    Issue.record("It never said '\(text)'. It says:\n\(last)", sourceLocation: sourceLocation)
    throw ScreenTimeout(awaited: text)
  }

  /// The number of the process that runs in the terminal under the shell.
  func programID() async throws -> Int32 {
    let shell = try await tmux(["display-message", "-p", "#{pane_pid}"])
    let children = try await Program.tool(
      "cat",
      ["/proc/\(shell)/task/\(shell)/children"],
      in: project
    )
    return try #require(children.split(separator: " ").first.flatMap { Int32($0) })
  }

  /// The screen with its colours and its cursor.
  func styledScreen() async throws -> TerminalScreen {
    let format = "#{cursor_x} #{cursor_y} #{cursor_flag} #{pane_width}"
    // Both questions in one call: no key and no byte comes between them.
    let answer = try await tmux(["capture-pane", "-epN", ";", "display-message", "-p", format])
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    let numbers = try #require(lines.last).split(separator: " ").compactMap { Int($0) }
    try #require(numbers.count == 4)
    return try TerminalScreen(
      captured: lines.dropLast().joined(separator: "\n"),
      columns: numbers[3],
      cursor: numbers[2] == 1 ? Position(row: numbers[1], column: numbers[0]) : nil
    )
  }

  private func close() async {
    _ = try? await tmux(["kill-server"])
  }

  @discardableResult
  private func tmux(_ arguments: [String], input: String = "") async throws -> String {
    try await Program.tool(
      "tmux",
      ["-f", "/dev/null", "-L", socket] + arguments,
      in: project,
      input: input
    )
  }
}

/// A screen did not come in time.
struct ScreenTimeout: Error {
  let awaited: String
}
