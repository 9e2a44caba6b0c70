import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Every command where nobody can answer: it ends by itself, asks nothing, and says what is missing.
@Suite(.alone) struct ClosedInputTests {
  /// How the standard input is no person.
  enum Input: String, CaseIterable, Sendable {
    case closed = "<&-"
    case null = "</dev/null"
    case pipe = "<<END\nyes\n1\n\nEND"
    case continuous = "</dev/null # CI"
  }

  /// The commands, and the exit codes that are right for them here.
  static let commands: [(words: String, codes: Set<Int32>)] = [
    ("", [64]), ("wizard", [64]), ("wizard --plain", [64]), ("wizard --no-input", [64]),
    ("--sandbox", [64]), ("apply", [64]), ("apply --token-stdin", [1]), ("apply --sandbox", [0]),
    ("apply --sandbox --no-input --dry-run", [0]), ("status --offline", [1]),
    ("status --sandbox --plain", [1]), ("status --watch 60", [64]), ("scopes", [0]),
    ("scopes --json", [0]), ("undo", [0, 3]), ("sandbox --list-tokens", [0]), ("--version", [0]),
    ("--help", [0]),
    ("connect", [64]), ("connect --plain", [64]), ("connect --no-input", [64]),
    ("connect --client-id a --no-input", [64]),
    // A line of a pipe may be the code, and these are none.
    ("connect --sandbox --store file --no-browser --wait 1 \(redirect)", [1, 2]),
    ("connect --sandbox --store file --no-browser --wait 1 --no-input --json \(redirect)", [2]),
    ("workspaces", [0]), ("workspaces --no-input", [0]), ("workspaces list --json", [0]),
    ("workspaces check", [0, 1]), ("workspaces check --no-input", [0, 1]),
    ("workspaces show x", [1, 64]), ("workspaces remove x", [1, 64]),
    ("workspaces remove x --no-input", [1, 64]), ("workspaces export x --to cat", [1, 64]),
    ("workspaces export x --no-input --to cat", [1, 64]), ("run -- true", [1, 64]),
    ("run --no-input -- true", [1, 64]), ("status --workspace x", [1, 64]),
    ("status --workspace x --no-input", [1, 64]), ("status --offline --no-input", [1]),
    ("undo --no-input", [0, 3]), ("apply --token-stdin --no-input", [1]),
  ]

  /// `PORT` stands for a port that is free.
  private static let redirect = "--redirect-uri http://localhost:PORT/callback"

  @Test(arguments: commands.map(\.words), Input.allCases)
  func `it ends without a question`(given: String, input: Input) async throws {
    try await ScratchProject.with { project in
      let words = given.replacing("PORT", with: "\(try RawSocket.unusedPort())")
      let variables = input == .continuous ? "CI=true " : ""
      let line = "\(variables)'\(Program.path)' \(words) \(input.rawValue)\n"
      let start = ContinuousClock.now
      let answer = try await ToolRunner().run(
        ToolRequest(
          "sh",
          ["-c", line],
          directory: project.directory,
          environment: project.environment,
          timeLimit: .seconds(30)
        )
      )
      #expect(ContinuousClock.now - start < .seconds(25))
      let codes = try #require(Self.commands.first { $0.words == given }?.codes)
      // A token from a pipe of other words is refused as one; from nothing it is missing.
      guard case .exited(let code) = answer.status else {
        Issue.record("\(words) \(input): \(answer.status)")
        return
      }
      #expect(
        codes.contains(code),
        "\(words) \(input): \(code), \(answer.text) \(answer.errorText)"
      )
      #expect(!answer.text.contains(" > ") && !answer.errorText.contains(" > "))
      if code == 64 {
        let said = answer.errorText + answer.text
        #expect(said.contains("--") || said.contains("attio-setup "), "\(words): \(said)")
      }
    }
  }
}
