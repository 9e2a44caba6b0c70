import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// Which files are sources and targets by themselves, and who wins.
@Suite(.alone) struct TokenSourcesTests {
  private static let token = String(repeating: "ab12", count: 16)

  private func survey(
    _ files: [String: String],
    named name: String? = nil,
    shell: [String: String] = [:]
  ) async throws -> ProjectReport {
    let repository = try await TestRepository.make()
    for (name, text) in files { try repository.write(name, text) }
    let environment = repository.environment
      .merging(shell.mapValues { $0.replacing("TOP", with: repository.top) }) { $1 }
    return try await ProjectInspector(git: repository.git, environment: environment).survey(
      ProjectRequest(directory: repository.top, envFileName: name, variable: "ATTIO_API_KEY")
    )
  }

  @Test(arguments: [
    ".env.bak", ".env.old", ".env.save", ".env.orig", ".env~", ".env.test", ".env.production",
    ".env.sample", ".envrc", ".env.example", ".dev.vars",
  ])
  func `a file that nothing loads is no source and no target`(name: String) async throws {
    let report = try await survey([".env": "A=1\n", name: "export ATTIO_API_KEY=\(Self.token)\n"])
    #expect(report.target == EnvTarget(name: ".env", reason: .standard))
    #expect(report.sources.isEmpty)
    #expect(report.elsewhere == [name])
    // It may be named, and is the first source then.
    let named = try await survey([name: "export ATTIO_API_KEY=\(Self.token)\n"], named: name)
    #expect(named.target == EnvTarget(name: name, reason: .named))
    #expect(named.sources.map(\.place) == [.envFile(name)])
    #expect(named.elsewhere.isEmpty)
  }

  @Test func `a gap to fill in is no value, and neither is an empty one`() async throws {
    let report = try await survey([
      ".env.example": "ATTIO_API_KEY=your-key\n", ".env.template": "ATTIO_API_KEY=\n",
      ".env.dist": "ATTIO_API_KEY=<paste the token of your workspace here, please>\n",
      ".env.production": "ATTIO_API_KEY=\n", ".env.bak": "# ATTIO_API_KEY=\(Self.token)\n",
    ])
    #expect(report.elsewhere.isEmpty)
  }

  @Test(arguments: [".env.development.local", ".env.local", ".env.development", ".env"])
  func `a file that is loaded is one`(name: String) async throws {
    let report = try await survey([name: "ATTIO_API_KEY=x\n", ".env.bak": "ATTIO_API_KEY=y\n"])
    #expect(report.target == EnvTarget(name: name, reason: .holdsVariable))
    #expect(report.sources == [TokenSource(place: .envFile(name), value: Secret("x"))])
    #expect(report.elsewhere == [".env.bak"])
  }

  @Test func `Wrangler's file is the source where Wrangler reads it`() async throws {
    let report = try await survey([
      "wrangler.toml": "name = 'x'\n", ".dev.vars": "ATTIO_API_KEY=worker\n",
      ".env": "ATTIO_API_KEY=other\n",
    ])
    #expect(report.target == EnvTarget(name: ".dev.vars", reason: .holdsVariable))
    #expect(report.sources.map(\.value) == [Secret("worker")])
    #expect(report.elsewhere == [".env"])
  }

  @Test func `what is set to nothing wins like any other value`() async throws {
    let report = try await survey(
      [".env.local": "ATTIO_API_KEY=\n", ".env": "ATTIO_API_KEY=file\n"],
      shell: ["ATTIO_API_KEY": ""]
    )
    #expect(
      report.sources.map(\.place) == [.environment, .envFile(".env.local"), .envFile(".env")]
    )
    #expect(report.sources.map(\.value) == [Secret(""), Secret(""), Secret("file")])
    #expect(report.target.name == ".env.local")
  }

  @Test func `a value that is no text is there, and cannot be sent`() async throws {
    let repository = try await TestRepository.make()
    let bytes = Array("ATTIO_API_KEY=".utf8) + [0xFF, 0xFE, 0x0A]
    try Disk.makeFile(repository[".env"], bytes: bytes)
    let report = try await ProjectInspector(
      git: repository.git,
      environment: repository.environment
    ).survey(
      ProjectRequest(directory: repository.top, envFileName: nil, variable: "ATTIO_API_KEY")
    )
    let value = try #require(report.sources.first?.value)
    #expect(TokenShape.of(value.reveal()) == .foreignCharacters)
  }

  @Test func `the shell wins, and direnv is named where it set the variable`() async throws {
    let files = [
      ".envrc": "export ATTIO_API_KEY=\(Self.token)\n", ".env.local": "ATTIO_API_KEY=local\n",
      ".env": "ATTIO_API_KEY=file\n", ".env.bak": "ATTIO_API_KEY=backup\n",
    ]
    let loaded = try await survey(files, shell: ["ATTIO_API_KEY": Self.token])
    #expect(
      loaded.sources.map(\.place) == [.environment, .envFile(".env.local"), .envFile(".env")]
    )
    #expect(loaded.elsewhere == [".env.bak", ".envrc"])
    #expect(loaded.direnv == .sets(file: ".envrc"))
    // Not loaded: it reaches nobody.
    let other = try await survey(files, shell: ["ATTIO_API_KEY": "other"])
    #expect(other.direnv == nil)
    let none = try await survey(files)
    #expect(none.sources.first?.place == .envFile(".env.local"))
    #expect(none.direnv == nil)
  }

  @Test func `an env file that direnv loaded may be an older one`() async throws {
    let files = [".envrc": "dotenv\n", ".env": "ATTIO_API_KEY=new\n"]
    let loaded = try await survey(files, shell: ["ATTIO_API_KEY": "old", "DIRENV_DIFF": "eJw"])
    #expect(loaded.direnv == .loads(file: ".envrc"))
    #expect(loaded.sources.first?.place == .environment)
    let plain = try await survey(files, shell: ["ATTIO_API_KEY": "old"])
    #expect(plain.direnv == nil)
    let above = try await survey(
      ["above.envrc": "# all\n  dotenv_if_exists .env\n"],
      shell: ["ATTIO_API_KEY": "old", "DIRENV_DIFF": "eJw", "DIRENV_FILE": "TOP/above.envrc"]
    )
    guard case .loads(let file) = above.direnv else {
      Issue.record("direnv was not found")
      return
    }
    #expect(file.hasSuffix("/above.envrc"))
  }
}
