import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite(.alone) struct ProjectInspectorTests {
  private func inspect(
    _ repository: borrowing TestRepository,
    _ folder: String? = nil,
    named name: String? = nil,
    shell: [String: String] = [:]
  ) async throws -> ProjectReport {
    let request = ProjectRequest(
      directory: folder ?? repository.top,
      envFileName: name,
      variable: "ATTIO_API_KEY"
    )
    let environment = repository.environment.merging(["HOME": repository.folder["home"]]) { $1 }
      .merging(shell) { $1 }
    return try await ProjectInspector(git: repository.git, environment: environment)
      .inspect(request)
  }

  @Test func `reports an empty repository`() async throws {
    let repository = try await TestRepository.make()
    let report = try await inspect(repository)
    #expect(report.git.availability == .repository(root: repository.top))
    #expect(report.branch == "main")
    #expect(report.target == EnvTarget(name: ".env", reason: .standard))
    #expect(report.sources.isEmpty)
    #expect(report.wantedScopes == nil)
    #expect(report.concerns == [.noMarker])
    #expect(report.writability.map(\.name) == [".gitignore", ".env", ".env.example"])
    #expect(report.writability.allSatisfy { $0.problem == nil })
    #expect(try Disk.names(repository.top) == [".git"])
  }

  @Test func `chooses the file where the variable stands, in the loaders' order`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "A=1\n")
    try repository.write(".env.development", "ATTIO_API_KEY=a\n")
    try repository.write(".env.example", "ATTIO_API_KEY=\n# attio-scopes: note:read task:read\n")
    let first = try await inspect(repository)
    #expect(first.target == EnvTarget(name: ".env.development", reason: .holdsVariable))
    #expect(first.envFiles.map(\.name) == [".env.development", ".env"])
    #expect(first.wantedScopes == ["note:read", "task:read"])
    try repository.write(".env.local", "ATTIO_API_KEY=b\nATTIO_API_KEY=b\n")
    let second = try await inspect(repository)
    #expect(second.target.name == ".env.local")
    #expect(second.envFiles.first == EnvFileReport(name: ".env.local", assignments: 2))
    let named = try await inspect(repository, named: "config/.env")
    #expect(named.target == EnvTarget(name: "config/.env", reason: .named))
    #expect(named.writability[1].problem?.contains("does not exist") == true)
  }

  @Test func `lists the sources, the shell's variable first`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "ATTIO_API_KEY=file\n")
    try repository.write(".env.local", "ATTIO_API_KEY=local\n")
    let report = try await inspect(repository, shell: ["ATTIO_API_KEY": "shell"])
    #expect(
      report.sources == [
        TokenSource(place: .environment, value: Secret("shell")),
        TokenSource(place: .envFile(".env.local"), value: Secret("local")),
        TokenSource(place: .envFile(".env"), value: Secret("file")),
      ]
    )
  }

  @Test func `says why an env file cannot be edited`() async throws {
    let repository = try await TestRepository.make()
    try repository.makeFolder(".env")
    try repository.write(".env.local", "A=1\nB=\0\n")
    try Disk.makeLink(repository[".env.development"], to: ".env.development")
    let problems = try await inspect(repository).envFiles.map { $0.problem ?? "" }
    #expect(problems.count == 3)
    #expect(problems[0].contains("NUL"))
    #expect(problems[1].contains("leads back to itself"))
    #expect(problems[2] == ".env is not a regular file.")
  }

  @Test(arguments: [
    (["package.json"], ProjectLanguage.javascript),
    (["package.json", "tsconfig.json"], .typescript),
    (["pyproject.toml"], .python),
    (["requirements.txt"], .python),
    (["Gemfile"], .ruby),
    (["go.mod"], .go),
    (["Package.swift"], .swift),
    (["mix.exs"], .elixir),
    (["composer.json"], .php),
    (["Cargo.toml"], .rust),
  ])
  func `knows the language by its marker`(files: [String], language: ProjectLanguage) async throws {
    let repository = try await TestRepository.make()
    for file in files { try repository.write(file, "") }
    let report = try await inspect(repository)
    #expect(report.language == language)
    #expect(report.concerns.isEmpty)
  }

  @Test func `offers the top where a subfolder was chosen`() async throws {
    let repository = try await TestRepository.make()
    try repository.write("package.json", "{}")
    try repository.makeFolder("docs")
    let report = try await inspect(repository, repository["docs"])
    #expect(report.concerns == [.noMarker, .subfolder(ofRepository: repository.top)])
    #expect(report.offers.map(\.path) == [repository.top])
  }

  @Test func `offers the nearest project around a subfolder before the top`() async throws {
    let repository = try await TestRepository.make()
    try repository.write("package.json", "{}")
    for folder in ["packages", "packages/api", "packages/api/src"] {
      try repository.makeFolder(folder)
    }
    try repository.write("packages/api/package.json", "{}")
    let report = try await inspect(repository, repository["packages/api/src"])
    #expect(report.offers.map(\.path) == [repository["packages/api"], repository.top])
  }

  @Test func `offers the projects of a monorepo`() async throws {
    let repository = try await TestRepository.make()
    try repository.write("package.json", #"{ "workspaces": ["packages/*"] }"#)
    for folder in ["packages", "packages/api", "packages/web", "node_modules", "node_modules/x"] {
      try repository.makeFolder(folder)
    }
    for name in ["packages/api/go.mod", "packages/web/package.json", "node_modules/x/package.json"]
    {
      try repository.write(name, "{}")
    }
    let report = try await inspect(repository)
    #expect(report.concerns == [.monorepo])
    #expect(report.offers.map(\.path) == ["packages/api", "packages/web"].map { repository[$0] })
    #expect(report.offers.first?.reason == "a Go project in this folder")
  }

  @Test func `names the home folder and the root`() async throws {
    let repository = try await TestRepository.make()
    let home = try await inspect(repository, repository.folder["home"])
    #expect(home.git.availability == .noRepository)
    #expect(home.concerns == [.home, .noMarker])
    #expect(try await inspect(repository, "/").concerns.contains(.root))
  }

  @Test func `says that a folder is missing`() async throws {
    let repository = try await TestRepository.make()
    let path = repository["nowhere"]
    await #expect(throws: ProjectError.noFolder(path)) { try await inspect(repository, path) }
  }

  @Test func `asks about the env file's name too, also outside of the project`() async throws {
    let repository = try await TestRepository.make()
    try repository.makeFolder("app")
    let git = repository.git
    for (name, isIgnored) in [("../.env", true), (repository.folder["home/.env"], false)] {
      try repository.write(".gitignore", ".env\n")
      let request = PlanRequest(
        directory: repository["app"],
        envFileName: name,
        variable: "ATTIO_API_KEY",
        token: Secret("t"),
        wantedScopes: []
      )
      let inputs = try await PlanInputsReading(git: git).planInputs(for: request)
      #expect(inputs.git.answer(for: name)?.isIgnored == isIgnored)
      #expect(inputs.envFile.kind == .missing)
    }
  }
}
