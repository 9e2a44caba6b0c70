import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What git says about repositories, branches and tracked files.
@Suite(.alone) struct GitTests {
  @Test func `finds the top and the branch`() async throws {
    let repository = try await TestRepository.make()
    try repository.makeFolder("app")
    let git = repository.git
    let availability = try await git.availability(of: repository["app"])
    #expect(availability == .repository(root: repository.top))
    #expect(try await git.branch(in: repository.top) == "main")
    try repository.write("file", "1\n")
    try await repository.commitAll()
    try await repository.run("checkout", "--quiet", "--detach")
    #expect(try await git.branch(in: repository.top) == nil)
  }

  @Test func `tells a plain folder from a broken link to a repository`() async throws {
    let folder = try TemporaryFolder()
    let git = Git(environment: TestRepository.environment(home: folder.path))
    #expect(try await git.availability(of: folder.path) == .noRepository)
    try folder.write(".git", "gitdir: /nowhere/at/all\n")
    guard case .refused(let refusal) = try await git.availability(of: folder.path) else {
      Issue.record("a broken link was not refused")
      return
    }
    #expect(refusal.reason == "not a git repository: /nowhere/at/all")
    #expect(refusal.remedy.contains("git worktree repair"))
  }

  @Test func `tells a missing git`() async throws {
    let folder = try TemporaryFolder()
    let git = Git(environment: ["PATH": folder.path, "HOME": folder.path])
    #expect(try await git.availability(of: folder.path) == .missing)
  }

  @Test(.needsRoot) func `tells a repository of another user from none`() async throws {
    let repository = try await TestRepository.make()
    for path in [repository.top, repository[".git"]] { try Disk.check(chown(path, 4321, 4321)) }
    guard case .refused(let refusal) = try await repository.git.availability(of: repository.top)
    else {
      Issue.record("the repository of another user was not refused")
      return
    }
    #expect(refusal.reason.contains("dubious ownership"))
    #expect(
      refusal.remedy.contains("git config --global --add safe.directory \(repository.top)")
    )
  }

  @Test func `does not let variables of a hook lead to another repository`() async throws {
    let repository = try await TestRepository.make()
    let other = try await TestRepository.make()
    var environment = repository.environment
    environment["GIT_DIR"] = other[".git"]
    environment["GIT_WORK_TREE"] = other.top
    let git = Git(environment: environment)
    let availability = try await git.availability(of: repository.top)
    #expect(availability == .repository(root: repository.top))
  }

  @Test func `asks the submodule that a file lies in`() async throws {
    let inner = try await TestRepository.make()
    try inner.write(".env", "A=1\n")
    try await inner.commitAll()
    let outer = try await TestRepository.make()
    try await outer.run(
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "--quiet",
      "add",
      inner.top,
      "sub"
    )
    #expect(try await outer.git.isTracked("sub/.env", in: outer.top))
    #expect(try await outer.git.isTracked("sub/.env.local", in: outer.top) == false)
    #expect(try await outer.ignored("sub/.env").isIgnored == false)
  }

  @Test func `leaves the file when it takes it out of the index`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "A=1\n")
    try await repository.commitAll()
    try await repository.git.removeFromIndex(".env", in: repository.top)
    #expect(try repository.folder.text("project/.env") == "A=1\n")
    #expect(try await repository.git.isTracked(".env", in: repository.top) == false)
  }

  @Test func `writes no index that would have it read files outside`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "A=1\n")
    try repository.makeFolder("aa")
    try repository.write("aa/name", "A=1\n")
    try await repository.commitAll()
    let script = "LC_ALL=C sed 's#aa/name#../name#' .git/index > i && mv i .git/index"
    let answer = try await ToolRunner().run(
      ToolRequest(
        "sh",
        ["-c", script],
        directory: repository.top,
        environment: repository.environment
      )
    )
    try #require(answer.isSuccess)
    let (git, top) = (repository.git, repository.top)
    #expect(try await git.isTracked(".env", in: top))
    await #expect(throws: GitError.self) { try await git.removeFromIndex(".env", in: top) }
    #expect(try await git.isTracked(".env", in: top))
  }

  @Test func `gives git's words where it cannot take a file out`() async throws {
    let repository = try await TestRepository.make()
    let top = repository.top
    let git = repository.git
    await #expect(throws: GitError.self) { try await git.removeFromIndex(".env", in: top) }
  }

  @Test func `remembers a file that a side branch had and lost`() async throws {
    let repository = try await TestRepository.make()
    let git = repository.git
    #expect(try await git.wasEverCommitted(".env", in: repository.top) == false)
    try repository.write("file", "1\n")
    try await repository.commitAll()
    try await repository.run("checkout", "--quiet", "-b", "side")
    try repository.write(".env", "A=1\n")
    try await repository.commitAll()
    try await repository.run("rm", "--quiet", ".env")
    try await repository.commitAll()
    try await repository.run("checkout", "--quiet", "main")
    try repository.write("other", "1\n")
    try await repository.commitAll()
    try await repository.run("merge", "--quiet", "--no-edit", "side")
    try await repository.run("branch", "--quiet", "--delete", "side")
    #expect(try await git.wasEverCommitted(".env", in: repository.top))
    #expect(try await git.wasEverCommitted(".env.local", in: repository.top) == false)
  }
}
