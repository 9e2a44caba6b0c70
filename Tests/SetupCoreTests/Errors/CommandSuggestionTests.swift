import SetupCore
import TestSupport
import Testing

struct CommandSuggestionTests {
  static let commands = ["wizard", "apply", "status", "scopes", "undo", "sandbox"]

  @Test(arguments: [("statsu", "status"), ("scope", "scopes"), ("aply", "apply")])
  func `a mistyped command is answered with the nearest one`(word: String, meant: String) {
    let error = CommandSuggestion.error(for: word, commands: Self.commands)
    #expect(error?.exitCode == 64)
    #expect(error?.message == "There is no command “\(word)”.")
    #expect(error?.remedy == "Did you mean attio-setup \(meant)?")
  }

  @Test func `a word that is near none is answered with all of them`() {
    let error = CommandSuggestion.error(for: "../my-app", commands: Self.commands)
    #expect(error?.remedy.contains("apply, status") == true)
    #expect(error?.remedy.contains("--directory") == true)
  }

  @Test(arguments: ["status", "--sttus", String(repeating: "a1b2", count: 16)])
  func `a command, an option and what may be a token are left alone`(word: String) {
    #expect(CommandSuggestion.error(for: word, commands: Self.commands) == nil)
  }
}
