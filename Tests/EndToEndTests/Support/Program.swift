import SetupRuntime
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The program under test, as built beside the tests.
enum Program {
  /// The absolute path of the built program.
  static let path = folder + "/attio-setup"

  /// The folder of the built program.
  static let folder: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    let folder = bundle.split(separator: "/").dropLast()
    // Apple's test bundles lie three folders deeper than the products.
    let parts = folder.firstIndex { $0.hasSuffix(".xctest") }.map { folder[..<$0] } ?? folder
    return "/" + parts.joined(separator: "/")
  }()

  /// Runs the program without a terminal.
  static func run(
    _ arguments: [String],
    in project: ScratchProject,
    input: String = "",
    environment: [String: String] = [:]
  ) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        path,
        arguments,
        input: Array(input.utf8),
        directory: project.directory,
        environment: project.environment.merging(environment) { _, new in new },
        timeLimit: .seconds(30)
      )
    )
  }

  /// Runs another tool for a test, which fails where the tool does.
  @discardableResult
  static func tool(
    _ name: String,
    _ arguments: [String],
    in project: ScratchProject,
    input: String = ""
  ) async throws -> String {
    let answer = try await ToolRunner().run(
      ToolRequest(
        name,
        arguments,
        input: Array(input.utf8),
        directory: project.directory,
        environment: project.environment,
        timeLimit: .seconds(30)
      )
    )
    guard answer.isSuccess else {
      throw ToolFailed(name: name, status: "\(answer.status)", text: answer.errorText)
    }
    return answer.text
  }

  /// A token that the sandbox knows, by its scenario.
  static func sandboxToken(_ scenario: String, in project: ScratchProject) async throws -> String {
    let answer = try await run(["sandbox", "--list-tokens"], in: project)
    let tokens = try JSONDecoder().decode([String: String].self, from: Data(answer.output))
    return try #require(tokens[scenario])
  }
}

/// A tool that a test needs did not succeed.
struct ToolFailed: Error {
  let name: String
  let status: String
  let text: String
}
