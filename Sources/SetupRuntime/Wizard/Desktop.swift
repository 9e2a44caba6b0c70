package import SetupCore

/// The user's browser and clipboard, through the programs that reach them.
package struct Desktop: Sendable {
  private let environment: [String: String]

  /// Reaches them with the variables that other programs get.
  package init(_ world: SetupWorld) {
    self.init(environment: world.toolEnvironment)
  }

  init(environment: [String: String]) {
    self.environment = environment
  }

  /// Asks the system to open a page.
  ///
  /// That its tool ends well proves nothing about a browser.
  package func open(_ url: String) async -> LinkResult {
    #if canImport(Darwin)
    let programs = ["open"]
    #else
    let programs = BrowserPresence.openers
    guard BrowserPresence.isLikely(environment) else {
      return .failed("there is no browser here. Open it on your own machine.")
    }
    #endif
    return await first(
      programs.map { ToolRequest($0, arguments($0, url), environment: environment) }
    )
  }

  /// Puts a text on the clipboard; it goes to the tool on standard input, or is left to the terminal.
  func copy(_ text: String) async -> Clipboard.Outcome {
    let clipboard = Clipboard(environment)
    let result = await first(
      clipboard.tools.map {
        ToolRequest(
          $0[0],
          Array($0.dropFirst()),
          input: Array(text.utf8),
          environment: environment,
          timeLimit: .seconds(2)
        )
      }
    )
    if result != .attempted, clipboard.canUseTerminal { return .needsTerminal }
    return .tried(result)
  }

  private func arguments(_ program: String, _ url: String) -> [String] {
    program == "gio" ? ["open", url] : [url]
  }

  private func first(_ requests: [ToolRequest]) async -> LinkResult {
    for request in requests {
      do throws(ToolError) {
        if try await ToolRunner().run(request).isSuccess { return .attempted }
      } catch {
        // A browser that stays in the foreground runs longer than the limit: it has been started.
        if case .timedOut = error { return .attempted }
      }
    }
    return .failed("there is no tool for it here. Select it with the mouse.")
  }
}
