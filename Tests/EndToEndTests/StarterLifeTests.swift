import AttioSandbox
import FoundationEssentials
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// Each starter client takes a record from its creation to its deletion, with a note, a task and a file.
@Suite(.alone) struct StarterLifeTests {
  /// Where a script goes in the project, and how it is run there.
  private struct Script {
    var name: String
    var place: String
    var run: String

    static let all: [String: Script] = [
      "typescript": Script(name: "life.mjs", place: "life.mjs", run: "node life.mjs"),
      "javascript": Script(name: "life.mjs", place: "life.mjs", run: "node life.mjs"),
      "python": Script(name: "life.py", place: "life.py", run: "python3 -B life.py"),
      "ruby": Script(name: "life.rb", place: "life.rb", run: "ruby -w life.rb"),
      "go": Script(
        name: "life.go",
        place: "cmd/attio-objects/main.go",
        run: "go run ./cmd/attio-objects"
      ),
      "swift": Script(
        name: "life.swift.txt",
        place: "Attio/Sources/attio-objects/main.swift",
        run: "swift run --package-path Attio --scratch-path .build/attio attio-objects"
      ),
      "elixir": Script(
        name: "life.exs",
        place: "life.exs",
        run: "elixir -r lib/attio/client.ex life.exs"
      ),
      "php": Script(name: "life.php", place: "life.php", run: "php life.php"),
      "curl": Script(name: "life.sh", place: "life.sh", run: "sh life.sh"),
    ]
  }

  @Test(arguments: ClientLanguage.all)
  func `lives through the whole of it`(language: ClientLanguage) async throws {
    let script = try #require(Script.all[language.id])
    let folder = "\(#filePath)".replacing("StarterLifeTests.swift", with: "StarterLives")
    let text = try String(contentsOfFile: "\(folder)/\(script.name)", encoding: .utf8)
    let sandbox = try await Sandbox().start()
    try await StarterProject.with(language) { starter in
      if language.id == "typescript" {
        // This is where tsc makes JavaScript of the client.
        _ = try await starter.firstCall(token: SandboxScenario.full.token, api: sandbox.apiURL)
      }
      let ending = language.id == "javascript" ? "client.mjs" : "client.js"
      try starter.project.write(text.replacing("client.js", with: ending), to: script.place)
      let answer = try await starter.shell(
        script.run,
        environment: [
          "ATTIO_API_KEY": SandboxScenario.full.token, "ATTIO_BASE_URL": sandbox.apiURL,
        ]
      )
      #expect(answer.text.hasSuffix("lived"), "\(answer.errorText)")
      #expect(answer.status == .exited(0))
    }
    await sandbox.stop()
  }
}
