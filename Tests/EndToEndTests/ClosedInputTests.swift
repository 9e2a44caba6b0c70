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
  ]

  @Test(arguments: commands.map(\.words), Input.allCases)
  func `it ends without a question`(words: String, input: Input) async throws {
    try await ScratchProject.with { project in
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
      let codes = try #require(Self.commands.first { $0.words == words }?.codes)
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
        #expect(answer.errorText.contains("--") || answer.errorText.contains("apply"))
      }
    }
  }
}
