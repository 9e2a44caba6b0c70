import Testing

extension TmuxSession {
  /// The screen as a picture shows it: once it is the awaited one and has come to rest.
  func picture(
    _ awaited: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    where isAwaited: (TerminalScreen) -> Bool
  ) async throws -> TerminalScreen {
    let deadline = ContinuousClock.now + .seconds(20)
    var last = try await styledScreen()
    var since = ContinuousClock.now
    while ContinuousClock.now < deadline {
      let screen = try await styledScreen()
      if screen != last {
        last = screen
        since = .now
      } else if isAwaited(screen), ContinuousClock.now - since > .milliseconds(100) {
        var stable = screen
        for words in StableWords.all { try words.apply(to: &stable) }
        return stable
      }
    }
    Issue.record(
      "The screen never showed \(awaited). It says:\n\(last.text)",
      sourceLocation: sourceLocation
    )
    throw ScreenTimeout(awaited: awaited)
  }

  /// The screen as a picture shows it, once it holds a text.
  func picture(
    of text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> TerminalScreen {
    try await picture(text, sourceLocation: sourceLocation) { $0.text.contains(text) }
  }
}
