import SetupCore
import SetupRuntime
import SystemPackage
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A repository in a temporary folder, whose git knows nothing of this machine's configuration.
struct TestRepository: ~Copyable {
  let folder: TemporaryFolder
  let environment: [String: String]

  /// Makes an empty repository with a home folder beside it.
  static func make() async throws -> TestRepository {
    let folder = try TemporaryFolder()
    try folder.makeFolder("home")
    try folder.makeFolder("project")
    let environment = Self.environment(home: folder["home"])
    let repository = TestRepository(folder: folder, environment: environment)
    try await repository.run("init", "--quiet", "--initial-branch=main")
    return repository
  }

  var top: String { folder["project"] }

  var git: Git { Git(environment: environment) }

  subscript(_ name: String) -> String { folder["project/\(name)"] }

  func write(_ name: String, _ text: String) throws { try folder.write("project/\(name)", text) }

  func removeFile(_ name: String) throws { try Disk.check(unlink(folder["project/\(name)"])) }

  func makeFolder(_ name: String) throws { try folder.makeFolder("project/\(name)") }

  /// Runs git in the project and gives what it wrote.
  @discardableResult
  func run(_ arguments: String...) async throws -> String {
    try await Self.run(arguments, in: top, environment: environment)
  }

  @discardableResult
  static func run(
    _ arguments: [String],
    in directory: String,
    environment: [String: String]
  ) async throws -> String {
    let request = ToolRequest(
      "git",
      arguments,
      directory: directory,
      environment: environment
    )
    let answer = try await ToolRunner().run(request)
    try #require(answer.isSuccess, "git \(arguments): \(answer.errorText)")
    return answer.text
  }

  func commitAll() async throws {
    try await run("add", "--all", "--force")
    try await run("commit", "--quiet", "--message", "Everything")
  }

  /// Asks git about one name.
  func ignored(_ name: String, in directory: String? = nil) async throws -> IgnoreAnswer {
    let answers = try await git.checkIgnore([name], in: directory ?? top)
    return try #require(answers.first)
  }

  static func environment(home: String) -> [String: String] {
    [
      "PATH": String(cString: getenv("PATH")), "HOME": home, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
    ]
  }
}
