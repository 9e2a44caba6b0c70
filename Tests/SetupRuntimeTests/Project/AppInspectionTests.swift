import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

@Suite(.alone) struct AppInspectionTests {
  private static let uri = "http://localhost:8787/callback"

  private func inspect(
    _ repository: borrowing TestRepository,
    named name: String? = nil,
    purpose: PlanPurpose = .app,
    shell: [String: String] = [:]
  ) async throws -> ProjectReport {
    let request = ProjectRequest(
      directory: repository.top,
      envFileName: name,
      variable: "ATTIO_API_KEY",
      purpose: purpose
    )
    let environment = repository.environment.merging(shell) { $1 }
    return try await ProjectInspector(git: repository.git, environment: environment)
      .inspect(request)
  }

  @Test func `finds no app where none is`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(
      ".env",
      "ATTIO_CLIENT_ID=\nATTIO_CLIENT_SECRET=''\n# ATTIO_REDIRECT_URI=x\n"
    )
    let report = try await inspect(repository, shell: ["ATTIO_CLIENT_ID": ""])
    #expect(report.app == AppSettings())
    #expect(report.appInShell == AppSettings())
    #expect(report.target == EnvTarget(name: ".env", reason: .holdsApp))
  }

  @Test func `chooses the file by what will be written`() async throws {
    let repository = try await TestRepository.make()
    #expect(try await inspect(repository).target == EnvTarget(name: ".env", reason: .standard))
    try repository.write(".env.local", "ATTIO_API_KEY=t\nATTIO_REDIRECT_URI=\(Self.uri)\n")
    let ofToken = EnvTarget(name: ".env.local", reason: .holdsVariable)
    #expect(try await inspect(repository).target == ofToken)
    try repository.write(".env", "ATTIO_CLIENT_SECRET=s\n")
    let ofApp = EnvTarget(name: ".env", reason: .holdsApp)
    #expect(try await inspect(repository).target == ofApp)
    #expect(try await inspect(repository, purpose: .token).target == ofToken)
    try repository.write(".env.local", "A=1\n")
    #expect(try await inspect(repository, purpose: .token).target == ofApp)
    let named = try await inspect(repository, named: ".env.local")
    #expect(named.target == EnvTarget(name: ".env.local", reason: .named))
  }

  @Test func `reads the app from the file to write, then from the others`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env.local", "ATTIO_CLIENT_SECRET='s 1'\n")
    try repository.write(".env", "ATTIO_CLIENT_ID=1\nATTIO_REDIRECT_URI=\(Self.uri)\n")
    try repository.write(".env.development", "ATTIO_CLIENT_ID=2\nATTIO_CLIENT_SECRET=s2\n")
    let split = try await inspect(repository)
    let whole = AppSettings(clientID: "1", clientSecret: Secret("s 1"), redirectURI: Self.uri)
    #expect(split.target.name == ".env.local")
    #expect(split.app == whole)
    #expect(try await inspect(repository, named: ".env").app == whole)
    let other = try await inspect(repository, named: ".env.development")
    #expect(other.app == AppSettings(clientID: "2", clientSecret: Secret("s2")))
  }

  @Test func `reads the shell's variables apart`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "ATTIO_CLIENT_ID=file\nATTIO_CLIENT_SECRET=s\n")
    let report = try await inspect(
      repository,
      shell: ["ATTIO_CLIENT_ID": "shell", "ATTIO_REDIRECT_URI": Self.uri]
    )
    #expect(report.appInShell == AppSettings(clientID: "shell", redirectURI: Self.uri))
    #expect(report.app == AppSettings(clientID: "file", clientSecret: Secret("s")))
  }
}
