import SetupCore
import TestSupport
import Testing

/// The page `docs/keys.md` lists the keys that the program takes.
@Suite(.alone) struct KeysPageTests {
  @Test func `the page is made of the key table`() throws {
    let command = "RECORD_GOLDEN=1 swift test --filter KeysPageTests"
    let file = GoldenFile(file: "docs/keys.md", recordedBy: command)
    if let difference = try file.difference(from: Self.page) {
      Issue.record("\(difference)")
    }
  }

  private static var page: String {
    let intro = """
      # Every key of every screen

      This page is written by a test from the program's own key table. On a screen, the footer names the most
      important ones, and `?` all of them. In [line mode](line-mode.md) a letter is typed, then Enter.

      Ctrl-C leaves from everywhere. In lists, Tab and Shift-Tab move, too.
      """
    let sections =
      KeyContext.allCases.map { section(title($0), KeyMap.bindings(for: $0)) }
      + [section("Status", status)]
    return ([intro] + sections).joined(separator: "\n\n") + "\n"
  }

  private static func section(_ title: String, _ bindings: [KeyBinding]) -> String {
    let rows = bindings.filter { $0.place != .nowhere }.map { "| \(keys($0)) | \($0.hint) |" }
    return (["## \(title)", "", "| Key | What it does |", "|---|---|"] + rows)
      .joined(separator: "\n")
  }

  private static var status: [KeyBinding] {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.threeProblems)
    return driver.state.keys
  }

  private static func keys(_ binding: KeyBinding) -> String {
    binding.name.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
  }

  private static func title(_ context: KeyContext) -> String {
    switch context {
    case .project: "Project"
    case .token: "Token"
    case .sandboxToken: "Token, with the sandbox"
    case .tokenGuide: "How to make a token"
    case .appGuide: "How to make an app"
    case .appField: "App: client id, client secret, redirect URI"
    case .sandboxAppField: "App, with the sandbox"
    case .typing: "Token or app, while something is typed"
    case .scopes: "Scopes"
    case .appScopes: "Scopes of an app"
    case .scopesFilter: "Scopes, while a filter is typed"
    case .review: "Review"
    case .reviewNothing: "Review, with nothing to write"
    case .reviewConnect: "Review, before a workspace is connected"
    case .applying: "Apply and verify, while it runs"
    case .choice: "A choice after something failed"
    case .linkChoice: "A choice after a link failed"
    case .answerHere: "The link, with a browser on this machine"
    case .answer: "The link, with a browser elsewhere"
    case .answerTunnel: "The link, over SSH"
    case .answerField: "The link, while an answer is typed"
    case .done: "Done"
    case .connected: "Done, with a connected workspace"
    case .firstQuery: "The first query"
    case .firstQueryByCurl: "The first query, by curl alone"
    case .clientPlan: "What will be written of a starter client"
    case .reading: "A page to read"
    case .help: "Help"
    case .leaving: "Leave the setup?"
    }
  }
}
