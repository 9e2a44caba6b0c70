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
    try await ScratchProject.with(files: markers(language)) { project in
      let oauth = language == .curl ? [] : ["--oauth"]
      let answer = try await Program.run(
        ["client", "--language", language.rawValue, "--write", "--json"] + oauth,
        in: project
      )
      try #require(answer.status == .exited(0), "\(answer.errorText)")
      var run = try #require(try JSON(answer.text).run?.string)
      if language == .typescript {
        // What tsx does in one step; it is no package of Debian's.
        try await Program.tool(
          "tsc",
          [
            "--strict", "--target", "es2022", "--module", "es2022", "--moduleResolution", "node",
            "--lib", "es2022,dom,dom.iterable", "src/attio/client.ts", "src/attio/oauth.ts",
          ],
          in: project
        )
        run.replace("npx tsx src/attio/client.ts", with: "node src/attio/client.js")
      }
      try await body(StarterProject(project: project, language: language, run: run))
    }
  }

  /// Makes the first call as a person would: the token in the env file, the command in a shell.
  func firstCall(token: String, api: String) async throws -> ToolAnswer {
    try project.write("ATTIO_API_KEY=\(token)\n", to: ".env")
    return try await shell(run, environment: ["ATTIO_BASE_URL": api])
  }

  /// Has the files checked by the language's own tools; their complaints go to standard error.
  func check() async throws -> ToolAnswer {
    let command =
      switch language {
      case .typescript: "true"  // tsc was strict already.
      case .javascript: "node --check src/attio/client.mjs && node --check src/attio/oauth.mjs"
      case .python: "python3 -W error -m py_compile attio/client.py attio/oauth.py"
      case .ruby: "ruby -wc lib/attio/client.rb && ruby -wc lib/attio/oauth.rb"
      case .go: "gofmt -d cmd internal >&2 && go vet ./..."
      case .swift: "swift format lint --strict --recursive Attio"
      case .elixir: "mix format --check-formatted lib/attio/client.ex lib/attio/oauth.ex"
      case .php: "php -l src/Attio/Client.php && php -l src/Attio/oauth.php"
      case .curl: "sh -n scripts/attio.sh"
      }
    return try await shell(command, environment: [:])
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
      [
        "--strict", "--target", "es2022", "--module", "es2022", "--moduleResolution", "node",
        "--lib", "es2022,dom", "node.d.ts", String(name),
      ],
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

  private static let mix = """
    defmodule Shop.MixProject do
      use Mix.Project
      def project, do: [app: :shop, version: "1.0.0"]
      def application, do: [extra_applications: [:logger, :inets, :ssl]]
    end

    """

  private static func markers(_ language: ClientLanguage) -> [String: String] {
    switch language {
    case .typescript: ["package.json": "{\"type\":\"module\"}\n", "tsconfig.json": "{}\n"]
    case .javascript: ["package.json": "{}\n"]
    case .python: ["pyproject.toml": ""]
    case .ruby: ["Gemfile": ""]
    case .go: ["go.mod": "module example.com/shop\n\ngo 1.18\n"]
    case .swift: ["Package.swift": InstallVisit.swiftPackage]
    case .elixir: ["mix.exs": mix]
    case .php: ["composer.json": "{}\n"]
    case .curl: [:]
    }
  }
}
