import TestSupport
import Testing

@testable import SetupCore

/// The page `docs/keys.md` lists the keys that the program takes.
struct KeysPageTests {
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
    let sections = places.map { section($0.title, keys(of: $0)) } + [section("Status", status)]
    return ([intro] + sections).joined(separator: "\n\n") + "\n"
  }

  private static func section(_ title: String, _ bindings: [KeyBinding]) -> String {
    let rows = bindings.filter { $0.place != .nowhere }.map { "| \(words($0)) | \($0.hint) |" }
    return (["## \(title)", "", "| Key | What it does |", "|---|---|"] + rows)
      .joined(separator: "\n")
  }

  private static func words(_ binding: KeyBinding) -> String {
    binding.name.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
  }

  private static func keys(of place: Place) -> [KeyBinding] {
    var driver = WizardDriver()
    Scene.all.first { $0.name == place.scene }?.arrive(&driver)
    place.further(&driver)
    return driver.state.keys
  }

  private static var status: [KeyBinding] {
    var driver = LiveStatusDriver()
    driver.start(LiveStatusSample.threeProblems)
    return driver.state.keys
  }

  /// A place by the scene that leads there.
  private struct Place: Sendable {
    var title: String
    var scene: String
    var further: @Sendable (inout WizardDriver) -> Void = { _ in }
  }

  private static let places = [
    Place(title: "Project", scene: "project"),
    Place(title: "Token", scene: "token"),
    Place(title: "Token, with the sandbox", scene: "token") {
      $0.state.hall.options.sandboxToken = Sample.token
    },
    Place(title: "How to make a token", scene: "token-guide"),
    Place(title: "How to make an app", scene: "app-guide"),
    Place(title: "App: client id, client secret, redirect URI", scene: "app-client-id"),
    Place(title: "App, with the sandbox", scene: "app-sandbox"),
    Place(title: "Token or app, while something is typed", scene: "token") {
      $0.press(.character("a"))
    },
    Place(title: "Scopes", scene: "scopes"),
    Place(title: "Scopes of an app", scene: "app-scopes"),
    Place(title: "Scopes, while a filter is typed", scene: "scopes-filter"),
    Place(title: "Review", scene: "review"),
    Place(title: "Review, with nothing to write", scene: "review") {
      for _ in 0..<3 { $0.press(.character(" "), .down) }
    },
    Place(title: "Review, before a workspace is connected", scene: "app-review-nothing"),
    Place(title: "Apply and verify, while it runs", scene: "apply"),
    Place(title: "A choice after something failed", scene: "apply-unconfirmed"),
    Place(title: "A choice after a link failed", scene: "connect-denied"),
    Place(title: "The link, with a browser on this machine", scene: "connect-waiting"),
    Place(title: "The link, with a browser elsewhere", scene: "connect-waiting-no-display"),
    Place(title: "The link, over SSH", scene: "connect-waiting-ssh"),
    Place(title: "The link, while an answer is typed", scene: "connect-waiting-typed"),
    Place(title: "Done", scene: "done"),
    Place(title: "Done, with a connected workspace", scene: "connected"),
    Place(title: "The first query", scene: "done-first-query"),
    Place(title: "The first query, by curl alone", scene: "done-first-query") {
      $0.state.hall.folder.report?.language = nil
    },
    Place(title: "What will be written of a starter client", scene: "done-client-plan"),
    Place(title: "A page to read", scene: "done-client-exists"),
    Place(title: "Help", scene: "token-help"),
    Place(title: "Leave the setup?", scene: "leaving"),
  ]
}
