import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// Which files of a real folder are scanned, and what comes of it.
@Suite(.alone) struct CodeScannerTests {
  private static let call =
    "fetch('https://api.attio.com/v2/lists', { headers: "
    + "{ Authorization: `Bearer ${process.env.ATTIO_API_KEY}` } })\n"

  private static func files(_ scan: CodeScan) -> [String] { scan.calls.map(\.file) }

  @Test func `takes what git tracks and what is not yet added, and not what it ignores`()
    async throws
  {
    let repository = try await TestRepository.make()
    try repository.write(".gitignore", "ignored.js\n.env\n")
    for name in ["tracked.js", "new.js", "ignored.js"] { try repository.write(name, Self.call) }
    try await repository.run("add", ".gitignore", "tracked.js")
    let scan = try await CodeScanner(git: repository.git).scan(repository.top)
    #expect(Self.files(scan) == ["new.js", "tracked.js"])
    #expect(scan.scopes.names == ["list_configuration:read"])
    #expect(scan.variables.map(\.text) == ["ATTIO_API_KEY", "ATTIO_API_KEY"])
    #expect(scan.envFile?.path == ".env")
  }

  @Test func `without git takes the folder but for what others wrote, and follows no link`()
    async throws
  {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    for name in ["project", "project/src", "project/node_modules", "project/vendor"] {
      try folder.makeFolder(name)
    }
    for name in ["src/a.js", "node_modules/b.js", "vendor/c.js"] {
      try folder.write("project/\(name)", Self.call)
    }
    try outside.write("d.js", Self.call)
    try Disk.makeLink(folder["project/e.js"], to: outside["d.js"])
    try Disk.makeLink(folder["project/f"], to: outside.path)
    let git = Git(environment: TestRepository.environment(home: folder.path))
    let scan = try await CodeScanner(git: git).scan(folder["project"])
    #expect(Self.files(scan) == ["src/a.js"])
  }

  @Test func `a folder that is not there is an error of files`() async throws {
    let folder = try TemporaryFolder()
    let git = Git(environment: TestRepository.environment(home: folder.path))
    await #expect(throws: SetupError.self) {
      try await CodeScanner(git: git).scan(folder["nowhere"])
    }
  }

  @Test func `the example's comment asks for a scan`() throws {
    let folder = try TemporaryFolder()
    #expect(!CodeScanner.isWanted(in: folder.path))
    try folder.write(".env.example", "# attio-scan: off\nATTIO_API_KEY=\n")
    #expect(!CodeScanner.isWanted(in: folder.path))
    try folder.write(".env.example", "# attio-scan: on\nATTIO_API_KEY=\n")
    #expect(CodeScanner.isWanted(in: folder.path))
  }

  @Test func `guard finds what is staged in the real index`() async throws {
    let repository = try await TestRepository.make()
    let token = "9f2c4b7e1d8a6053f2c4b7e1d8a6053c"
    try repository.write("a.txt", "one\n\(token)\n")
    try repository.write("b.txt", token)
    try await repository.run("add", "a.txt")
    let search = StagedSearch([("the token in use", Secret(token))])
    let found = try await repository.git.searchStaged(search, in: repository.top)
    #expect(found == [StagedSearch.Found(file: "a.txt", line: 2, what: "the token in use")])
    try await repository.run("commit", "--quiet", "-m", "x")
    #expect(try await repository.git.searchStaged(search, in: repository.top).isEmpty)
  }
}
