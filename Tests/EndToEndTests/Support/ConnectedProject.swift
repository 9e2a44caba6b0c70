import AttioSandbox
import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A project whose user has connected workspaces of a sandbox, with tokens that work there.
struct ConnectedProject {
  let project: ScratchProject
  let sandbox: RunningSandbox

  /// Starts a sandbox, connects workspaces by putting their tokens into the store, and ends it all;
  /// the numbers are the sandbox's own, from 1.
  static func with(
    _ numbers: ClosedRange<Int>? = 1...1,
    _ body: (ConnectedProject) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with { project in
      let connected = ConnectedProject(project: project, sandbox: sandbox)
      if let numbers { try await connected.fill(numbers) }
      try await body(connected)
    }
    await sandbox.stop()
  }

  /// The store of the project's user, with its tokens in the file.
  var store: TokenStore {
    TokenStore(
      environment: project.environment,
      home: project.environment["HOME"] ?? "",
      toolEnvironment: project.environment
    )
  }

  /// Runs the program against the sandbox.
  func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) async throws -> ToolAnswer {
    try await Program.run(
      arguments,
      in: project,
      input: input,
      environment: ["ATTIO_BASE_URL": sandbox.apiURL, "ATTIO_APP_URL": sandbox.appURL]
        .merging(environment) { _, new in new }
    )
  }

  /// The token that the store has of a workspace.
  func token(_ slug: String) async throws -> String {
    let workspace = try #require(try store.workspaces().first { $0.slug == slug })
    return try await store.token(of: workspace).reveal()
  }

  /// Puts the token of another workspace into the store as if it were of this one.
  func save(
    _ token: String,
    of number: Int,
    api: String? = nil,
    app: String = "app-1"
  ) async throws {
    let workspace = try #require(SandboxWorkspace(index: number))
    _ = try await store.save(
      Secret(token),
      for: ConnectedWorkspace(
        key: .init(workspaceID: workspace.id, clientID: app, api: api ?? sandbox.apiURL),
        slug: workspace.slug,
        name: workspace.name,
        scopes: [],
        store: .file,
        verifiedAt: nil
      )
    )
  }

  private func fill(_ numbers: ClosedRange<Int>) async throws {
    let address =
      "\(sandbox.appURL)/_sandbox/token?workspace=[\(numbers.lowerBound)-\(numbers.upperBound)]"
    let tokens = try await Program.tool(
      "curl",
      ["-sf", "-X", "POST", "-w", "\\n", address],
      in: project
    )
    .split(separator: "\n")
    try #require(tokens.count == numbers.count)
    for (number, token) in zip(numbers, tokens) { try await save(String(token), of: number) }
  }
}
