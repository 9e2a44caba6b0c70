import Ground
import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

/// What git says of the past, and what it does not know.
@Suite(.alone) struct HistoryReaderTests {
  private let token = Secret("canary0123456789canary0123456789")

  private func findings(
    _ repository: borrowing TestRepository,
    in directory: String? = nil
  ) async -> HistoryFindings {
    let directory = directory ?? repository.top
    return await HistoryReader(git: repository.git)
      .findings(of: ".env", in: directory, root: directory, token: token)
  }

  @Test func `a whole history without the token is denied`() async throws {
    let repository = try await TestRepository.make()
    try repository.write("file", "1\n")
    try await repository.commitAll()
    let expected = HistoryFindings(
      wasEnvFileCommitted: false,
      isTokenCommitted: false,
      filesWithToken: []
    )
    #expect(await findings(repository) == expected)
  }

  @Test func `a shallow clone denies nothing`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "K=\(token.reveal())\n")
    try await repository.commitAll()
    try await repository.run("rm", "--quiet", ".env")
    try await repository.run("commit", "--quiet", "--message", "Gone")
    let clone = repository.folder["clone"]
    try await repository.run("clone", "--quiet", "--depth=1", "file://\(repository.top)", clone)
    let findings = await findings(repository, in: clone)
    #expect(findings.wasEnvFileCommitted == nil)
    #expect(findings.isTokenCommitted == nil)
    #expect(findings.filesWithToken == [])
    #expect(findings.reason?.contains("shallow") == true)
  }

  @Test func `objects that are missing leave it open, with git's reason`() async throws {
    let repository = try await TestRepository.make()
    try repository.write("file", "1\n")
    try await repository.commitAll()
    let blob = try await repository.run("rev-parse", "HEAD:file")
    let path = ".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    try repository.removeFile(path)
    let findings = await findings(repository)
    #expect(findings.isTokenCommitted == nil)
    #expect(findings.reason?.contains(String(blob)) == true)
  }
}
