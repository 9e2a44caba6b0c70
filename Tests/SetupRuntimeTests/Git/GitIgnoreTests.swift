import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// Ignore rules as the real git applies them.
@Suite(.alone) struct GitIgnoreTests {
  @Test func `answers in the order of the names and names the rule`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".gitignore", "# secrets\n.env\n.env.*.local\n")
    let names = [".env", ".env.local", ".env.production.local", ".env.example"]
    let answers = try await repository.git.checkIgnore(names, in: repository.top)
    #expect(answers.map(\.name) == names)
    #expect(answers.map(\.isIgnored) == [true, false, true, false])
    #expect(answers[0].rule == IgnoreRule(file: ".gitignore", line: 2, pattern: ".env"))
    #expect(answers[3].rule == nil)
  }

  @Test func `reads a file with a NUL byte as the text of it does`() async throws {
    let repository = try await TestRepository.make()
    for text in ["a\0b\n.env\n", ".env\0x\n", "\0.env\n", "x\0\n!.env\n"] {
      try repository.write(".gitignore", text)
      let answer = try await repository.ignored(".env")
      let read = IgnoreFile(FileContent(Array(text.utf8))).answer(for: ".env")
      #expect(answer.isIgnored == read.isIgnored, "\(text.debugDescription)")
      #expect(answer.rule?.line == read.rule?.line)
    }
  }

  @Test func `sees a later exception`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".gitignore", ".env*\n!.env\n")
    let answer = try await repository.ignored(".env")
    #expect(answer.isIgnored == false)
    #expect(answer.rule == IgnoreRule(file: ".gitignore", line: 2, pattern: "!.env"))
  }

  @Test func `lets a deeper file win over a higher one`() async throws {
    let repository = try await TestRepository.make()
    try repository.makeFolder("app")
    try repository.write(".gitignore", ".env\n")
    try repository.write("app/.gitignore", "!.env\n")
    #expect(try await repository.ignored(".env").isIgnored)
    let nested = try await repository.ignored(".env", in: repository["app"])
    #expect(nested.isIgnored == false)
    #expect(nested.rule?.file == "app/.gitignore")
    #expect(try await repository.ignored("app/.env").isIgnored == false)
  }

  @Test func `counts the rules of the folders above`() async throws {
    let repository = try await TestRepository.make()
    try repository.makeFolder("app")
    try repository.write(".gitignore", ".env\n")
    #expect(try await repository.ignored(".env", in: repository["app"]).isIgnored)
  }

  @Test func `counts info-exclude and the user's own file`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".git/info/exclude", ".env.local\n")
    try repository.folder.write("home/ignore", ".env\n")
    try repository.folder.write(
      "home/.gitconfig",
      "[core]\n  excludesFile = \(repository.folder["home/ignore"])\n"
    )
    let local = try await repository.ignored(".env.local")
    #expect(local.rule?.file == ".git/info/exclude")
    #expect(try await repository.ignored(".env").rule?.file == repository.folder["home/ignore"])
  }

  @Test func `judges a tracked file by the rules`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".env", "A=1\n")
    try await repository.commitAll()
    try repository.write(".gitignore", ".env\n")
    #expect(try await repository.ignored(".env").isIgnored)
    #expect(try await repository.git.isTracked(".env", in: repository.top))
  }

  @Test func `asks the linked worktree`() async throws {
    let repository = try await TestRepository.make()
    try repository.write(".gitignore", ".env\n")
    try await repository.commitAll()
    let worktree = repository.folder["worktree"]
    try await repository.run("worktree", "add", "--quiet", worktree)
    try Disk.makeFile("\(worktree)/.env", "A=1\n")
    #expect(try await repository.git.availability(of: worktree) == .repository(root: worktree))
    #expect(try await repository.ignored(".env", in: worktree).isIgnored)
    #expect(try await repository.git.isTracked(".env", in: worktree) == false)
    #expect(try await repository.git.branch(in: worktree) == "worktree")
  }

  @Test(arguments: [
    "-n.env", ":.env", ":(top).env", "a b.env", "a\nb.env", "*.env", "[a].env", "é.env",
    "\"q\".env",
    "back\\slash.env", "#.env", "!.env",
  ])
  func `takes odd names literally`(name: String) async throws {
    let repository = try await TestRepository.make()
    try repository.write("x.env", "A=1\n")
    try await repository.commitAll()
    #expect(try await repository.ignored(name).isIgnored == false)
    #expect(try await repository.git.isTracked(name, in: repository.top) == false)
    try repository.write(name, "A=1\n")
    try await repository.commitAll()
    let git = repository.git
    #expect(try await git.isTracked(name, in: repository.top))
    #expect(try await git.wasEverCommitted(name, in: repository.top))
    let entry = try #require(try await git.indexEntry(of: name, in: repository.top))
    try await git.removeFromIndex(name, in: repository.top)
    #expect(try await git.isTracked(name, in: repository.top) == false)
    #expect(try await git.isTracked("x.env", in: repository.top))
    try await git.restore(entry, of: name, in: repository.top)
    #expect(try await repository.run("status", "--porcelain").isEmpty)
    try repository.write(".git/info/exclude", "*.env\n")
    #expect(try await repository.ignored(name).isIgnored)
  }
}
