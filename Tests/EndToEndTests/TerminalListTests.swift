import TestSupport
import Testing

/// The program in terminals of every kind, size and locale.
@Suite(.alone) struct TerminalListTests {
  static let types = [
    "xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220", "rxvt", "dumb",
    "unknown", "",
  ]
  static let locales = ["C", "C.UTF-8", "en_US.ISO-8859-1"]

  /// A terminal in which the program runs between two looks at the settings.
  private struct Start {
    let terminal: PseudoTerminal
    let size: (columns: Int, rows: Int)
    let locale: String
    let name: String
  }

  private func start(
    _ type: String,
    _ size: (columns: Int, rows: Int),
    _ locale: String,
    in project: ScratchProject
  ) throws -> Start {
    let terminal = try PseudoTerminal(columns: size.columns, rows: size.rows)
    var environment = project.environment
    environment["TERM"] = type
    environment["LANG"] = locale
    environment["PROGRAM"] = Program.path
    environment["PROJECT"] = project.directory
    // Ctrl-C in line mode is a signal for all who are in the foreground; the shell survives it, and by a
    // handler, since what it ignores the program would ignore too.
    let script = """
      trap : INT; stty -g >&3; "$PROGRAM" --sandbox --directory "$PROJECT" 3>&-; code=$?
      stty -g >&3; echo "exit $code" >&3
      """
    try terminal.spawn("/bin/sh", ["-c", script], environment: environment)
    return Start(
      terminal: terminal,
      size: size,
      locale: locale,
      name: "TERM=\(type) \(size.columns)x\(size.rows) \(locale)"
    )
  }

  @Test(arguments: types)
  func `starts or says why not, and leaves the terminal as it was`(type: String) async throws {
    try await ScratchProject.with { project in
      var starts: [Start] = []
      for size in [(80, 24), (60, 16), (40, 10)] {
        for locale in Self.locales { starts.append(try start(type, size, locale, in: project)) }
      }
      for start in starts {
        if type == "dumb" || start.size.columns < 60 {
          try expectLines(start)
        } else {
          try expectScreen(start, type)
        }
        #expect(!start.terminal.text.contains("Error opening terminal"), "\(start.name)")
      }
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  /// No full screen is possible here, and the lines need nothing but a terminal that prints.
  private func expectLines(_ start: Start) throws {
    try start.terminal.waitForOutput("Use this folder")
    try start.terminal.waitForOutput("> ")
    try start.terminal.write("\u{3}")
    #expect(try start.terminal.waitForExit() == .code(0))
    let report = start.terminal.reportLines
    #expect(report.count == 3 && report.first == report[1], "\(start.name): \(report)")
    #expect(report.last == "exit 130", "\(start.name)")
    let marks = ["\u{1B}[?2004h", "\u{1B}[?2004l"]
    let rest = marks.reduce(start.terminal.text) { $0.replacing($1, with: "") }
    #expect(!rest.contains("\u{1B}"), "\(start.name)")
    #expect(start.terminal.text.contains("Nothing was written."), "\(start.name)")
  }

  private func expectScreen(_ start: Start, _ type: String) throws {
    let terminal = start.terminal
    try terminal.waitForOutput("1 of 6")
    try terminal.waitForOutput("Use this folder")
    try terminal.write("\u{3}")
    #expect(try terminal.waitForExit() == .code(0))
    let report = terminal.reportLines
    #expect(report.count == 3 && report.first == report[1], "\(start.name): \(report)")
    #expect(report.last == "exit 130", "\(start.name)")
    let text = terminal.text
    #expect(text.hasSuffix("Nothing was written.\r\n"), "\(start.name)")
    for mode in ["?1049", "?47", "?2004", "?1004", "?1000", "?1006"] {
      let on = text.components(of: "\u{1B}[\(mode)h")
      guard on.count > 1 else { continue }
      #expect(on[on.count - 1].contains("\u{1B}[\(mode)l"), "\(start.name) \(mode)")
    }
    let hidden = text.components(of: "\u{1B}[?25l")
    #expect(hidden.count == 1 || hidden[hidden.count - 1].contains("\u{1B}[?25h"), "\(start.name)")
    let hasSymbols = start.locale == "C.UTF-8" && !["linux", "vt100", "vt220"].contains(type)
    #expect(text.contains("────") == hasSymbols, "\(start.name)")
    if start.locale != "C.UTF-8" {
      #expect(terminal.output.allSatisfy { $0 < 0x80 }, "\(start.name)")
    }
  }

  /// What asks a terminal for an answer: DA, DSR, DECRQM, window reports, XTVERSION, kitty's keyboard,
  /// colours, DECRQSS, XTGETTCAP, DECID and ENQ.
  private var queries: Regex<Substring> {
    /\x1B\[[>=]?\d*c|\x1B\[\??[56]n|\x1B\[\?996n|\x1B\[\??\d+\$p|\x1B\[(?:1[13-9]|2[01])t|\x1B\[>\d*q|\x1B\[\?u|\x1B\](?:4;\d+|1[0-9]|52;[a-z]*);\?|\x1BP(?:\$q|\+q)|\x1BZ|\x05/
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100", "screen"])
  func `asks the terminal nothing in a whole session`(type: String) async throws {
    try await ScratchProject.with { project in
      let session = try start(type, (80, 24), "C.UTF-8", in: project).terminal
      try session.waitForOutput("Use this folder")
      try session.write("\r")
      try session.waitForOutput("Paste your Attio access token")
      try session.write("\u{14}")
      try session.waitForOutput("Continue with")
      session.resize(columns: 100, rows: 30)
      try session.write("\r")
      // Of the first row only the digit is new, and the terminal may get no more than that.
      try session.waitForOutput("Which scopes does your app need")
      try session.write("\u{C}\r")
      try session.waitForOutput("+ATTIO_API_KEY=")
      try session.write("\r")
      try session.waitForOutput("Connected to")
      try session.write("\r")
      #expect(try session.waitForExit() == .code(0))
      #expect(session.reportLines.last == "exit 0")
      #expect(session.text.firstMatch(of: queries) == nil)
    }
  }

  @Test(arguments: ["\u{1B}[c", "\u{1B}[6n", "\u{1B}]11;?\u{7}", "\u{1B}[?2026$p", "\u{1B}[>0q"])
  func `would have noticed a question`(query: String) {
    #expect(query.firstMatch(of: queries) != nil)
  }

  @Test(arguments: [[], ["--no-mouse"]])
  func `leaves the mouse to the terminal`(arguments: [String]) async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.with(project, ["--sandbox"] + arguments) { terminal in
        try await terminal.wait(for: "Use this folder")
        #expect(try await terminal.reportsMouse() == false)
        try await terminal.press("C-c")
        try await terminal.wait(for: "[exit 130]")
      }
    }
  }

  @Test func `takes a click with --mouse`() async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.with(project, ["--sandbox", "--mouse"]) { terminal in
        let screen = try await terminal.wait(for: "Use this folder")
        #expect(try await terminal.reportsMouse())
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.firstIndex { $0.contains("> Use this folder") })
        try await terminal.type("\u{1B}[<0;6;\(row + 1)M")
        try await terminal.wait(for: "Paste your Attio access token")
        try await terminal.press("C-c")
        try await terminal.wait(for: "[terminal same]")
        #expect(try await terminal.reportsMouse() == false)
      }
    }
  }
}

extension String {
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
