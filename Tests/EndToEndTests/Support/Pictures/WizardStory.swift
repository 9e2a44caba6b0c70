import SetupCore
import Testing

/// The way from the prompt to a connection and back, as the recorded session tells it.
struct WizardStory {
  private static let prompt = "my-shop $"

  private let terminal: TmuxSession
  /// What has been shown so far.
  private(set) var session = RecordedSession()

  /// Goes the whole way; `named` gets the screens that are pictures of their own.
  static func tell(
    in project: ScratchProject,
    pasting token: String,
    named: (String, TerminalScreen) throws -> Void
  ) async throws -> RecordedSession {
    var session = RecordedSession()
    try await TmuxSession.withShell(project, prompt: prompt) { terminal in
      var story = WizardStory(terminal: terminal)
      try await story.type("attio-setup --sandbox")
      try await terminal.press("Enter")
      try await story.show("Use this folder", for: 2_200)
      try await terminal.press("Enter")
      try await story.show("Paste your Attio access token", for: 1_600)
      try await terminal.paste(token)
      try named("token", try await story.show("Continue with", for: 2_200))
      try await terminal.press("Enter")
      try await story.show("3 of 6", for: 1_800)
      try await terminal.press("p")
      try await story.show("Read-only reporting: 5 scopes", for: 900)
      for scope in ["> object_c", "> list_e", "> list_c", "> note"] {
        try await terminal.press("Down")
        try await story.show(scope, for: 250)
      }
      try await terminal.press("Space")
      try named("scopes", try await story.show("6 scopes", for: 2_000))
      try await terminal.press("Enter")
      try named("review", try await story.show("Review what will be written", for: 3_000))
      try await terminal.press("Enter")
      try named("done", try await story.show("Connected to", for: 4_000))
      try await terminal.press("Enter")
      try await story.showPrompt(for: 4_000)
      session = story.session
    }
    return session
  }

  private init(terminal: TmuxSession) {
    self.terminal = terminal
  }

  /// Keeps the screen that holds a text.
  @discardableResult
  private mutating func show(_ text: String, for milliseconds: Int) async throws -> TerminalScreen {
    let screen = try await terminal.picture(of: text)
    session.add(screen, for: milliseconds)
    return screen
  }

  /// Keeps the screen at which the shell waits for a command.
  private mutating func showPrompt(for milliseconds: Int) async throws {
    let screen = try await terminal.picture("the prompt") { $0.cursorRow == Self.prompt }
    session.add(screen, for: milliseconds)
  }

  /// Types a command as a person does, letter by letter.
  private mutating func type(_ command: String) async throws {
    try await showPrompt(for: 900)
    var typed = ""
    for (index, letter) in command.enumerated() {
      typed.append(letter)
      try await terminal.type(String(letter))
      let row = "\(Self.prompt) \(typed)"
      // A blank at the end is seen by the cursor alone.
      let screen = try await terminal.picture(row) { screen in
        screen.cursor?.column == row.count && row.hasPrefix(screen.cursorRow)
      }
      session.add(screen, for: [90, 60, 110, 70][index % 4])
    }
    session.add(session.frames[session.frames.count - 1].screen, for: 500)
  }
}
