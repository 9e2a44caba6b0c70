import AttioSandbox
import SetupCore
import SetupRuntime
import Testing

/// A project into which `client --write` has put a starter client.
struct StarterProject {
  let project: ScratchProject
  let language: ClientLanguage
  /// The command that makes the first call, as the program names it.
  let run: String

  /// Writes the client, with the file for installs where the language has one.
  static func with(
    _ language: ClientLanguage,
    _ body: (StarterProject) async throws -> Void
  ) async throws {
    try await ScratchProject.with(files: try StarterScripts.of(language).markers) { project in
      let oauth = language.hasOAuth ? ["--oauth"] : []
      let answer = try await Program.run(
        ["client", "--language", language.id, "--write", "--json"] + oauth,
        in: project
      )
      try #require(answer.status == .exited(0), "\(answer.errorText)")
      var run = try #require(try JSON(answer.text).run?.string)
      if run.contains("npx tsx") {
        // What tsx does in one step; it is no package of Debian's.
        try await Program.tool(
          "tsc",
          tscOptions + ["src/attio/client.ts", "src/attio/oauth.ts"],
          in: project
        )
        run.replace("npx tsx src/attio/client.ts", with: "node src/attio/client.js")
      }
      try await body(StarterProject(project: project, language: language, run: run))
    }
  }

  private static let tscOptions = StarterScripts.tscOptions.split(separator: " ").map(String.init)

  /// Makes the first call as a person would: the token in the env file, the command in a shell.
  func firstCall(token: String, api: String) async throws -> ToolAnswer {
    try project.write("ATTIO_API_KEY=\(token)\n", to: ".env")
    return try await shell(run, environment: ["ATTIO_BASE_URL": api])
  }

  /// Runs a command in the project's folder.
  func shell(_ command: String, environment: [String: String]) async throws -> ToolAnswer {
    try await Self.shell(command, environment: environment, in: project)
  }

  /// Puts what Debian has in the place of what it has not: tsx does in one step what tsc and node do.
  static func runnable(_ command: String, in project: ScratchProject) async throws -> String {
    guard let name = command.split(separator: " ").last, command.contains("npx tsx") else {
      return command
    }
    // The types that a project of TypeScript has from @types/node.
    try project.write(
      "declare const process: { env: Record<string, string | undefined> };\n",
      to: "node.d.ts"
    )
    try await Program.tool(
      "tsc",
      tscOptions + ["node.d.ts", String(name)],
      in: project
    )
    return command.replacing("npx tsx \(name)", with: "node \(name.dropLast(3))mjs")
  }

  /// Runs a command in a project's folder.
  static func shell(
    _ command: String,
    environment: [String: String],
    in project: ScratchProject
  ) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "sh",
        ["-c", command],
        directory: project.directory,
        environment: project.environment.merging(environment) { _, new in new },
        timeLimit: .seconds(120)
      )
    )
  }
}
