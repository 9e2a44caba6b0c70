import Ground
import SetupRuntime
import TestSupport
import Testing

/// Where a secret is found in a repository.
@Suite(.alone) struct GitSecretSearchTests {
  private let secret = Secret("canary.0123456789*[a-z]\\d{64}")

  @Test func `finds it in tracked files, literally, and not in others`() async throws {
    let repository = try await TestRepository.make()
    let git = repository.git
    try repository.write(".env", "K=\(secret.reveal())\n")
    try repository.write("file", "1\n")
    try await repository.run("add", "file")
    #expect(try await git.findsInTrackedFiles(secret, root: repository.top) == .absent)
    try repository.write("file", "key = '\(secret.reveal())'\n")
    #expect(try await git.findsInTrackedFiles(secret, root: repository.top) == .found(["file"]))
    try await repository.run("add", "file")
    try repository.write("file", "1\n")
    #expect(try await git.findsInTrackedFiles(secret, root: repository.top) == .found(["file"]))
  }

  @Test func `finds it in a commit after it was removed`() async throws {
    let repository = try await TestRepository.make()
    let git = repository.git
    #expect(try await git.findsInHistory(secret, root: repository.top) == .absent)
    let noise = (0..<20_000).map { "line \($0)\n" }.joined()
    try repository.write("config.js", noise + "key = '\(secret.reveal())'\n")
    try await repository.commitAll()
    try repository.write("config.js", "")
    try await repository.commitAll()
    #expect(try await git.findsInTrackedFiles(secret, root: repository.top) == .absent)
    #expect(try await git.findsInHistory(secret, root: repository.top) == .found([]))
    let other = Secret("another value of some length")
    #expect(try await git.findsInHistory(other, root: repository.top) == .absent)
  }

  @Test func `does not search for a value that stands everywhere`() async throws {
    let repository = try await TestRepository.make()
    for text in ["", "a", "several\nlines of text"] {
      let answer = try await repository.git.findsInTrackedFiles(Secret(text), root: repository.top)
      guard case .unknown = answer else {
        Issue.record("searched for a value of \(text.count) characters")
        continue
      }
    }
  }
}
