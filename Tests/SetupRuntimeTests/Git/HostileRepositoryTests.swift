import Ground
import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

/// Repositories that somebody else made: looking at them and changing the index starts nothing.
@Suite(.alone) struct HostileRepositoryTests {
  /// Makes the repository and hands the folder to look at, and whether the program was started.
  private func with(
    _ hostile: HostileRepository,
    _ body: (_ directory: String, _ git: Git, _ environment: [String: String]) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    for name in ["home", "tools", "project"] { try folder.makeFolder(name) }
    let marker = folder["fired"]
    let payload = folder["tools/payload"]
    try Disk.makeFile(payload, "#!/bin/sh\n: > '\(marker)'\nexit 1\n", mode: 0o755)
    var environment = TestRepository.environment(home: folder["home"])
    environment["PAYLOAD"] = payload
    func shell(_ script: String, in directory: String) async throws -> ToolAnswer {
      try await ToolRunner().run(
        ToolRequest("sh", ["-ec", script], directory: directory, environment: environment)
      )
    }
    let made = try await shell(hostile.script, in: folder["project"])
    try #require(made.isSuccess, "\(made.errorText)")
    if Disk.exists(marker) { _ = try await shell("rm '\(marker)'", in: folder.path) }
    let directory = folder["project/\(hostile.folder)"]
    try await body(directory, Git(environment: environment), environment)
    #expect(!Disk.exists(marker), "the repository's program was started")
    // Else nothing of the above says anything.
    _ = try await shell(hostile.plain, in: directory)
    #expect(Disk.exists(marker), "plain git did not start it either")
  }

  @Test(arguments: HostileRepository.allCases)
  func `no question starts what it chose`(hostile: HostileRepository) async throws {
    try await with(hostile) { directory, git, _ in
      let secret = Secret("canary0123456789canary0123456789")
      let env = try FileReader.snapshot(of: "\(directory)/.env")
      _ = try await git.availability(of: directory)
      _ = try? await git.branch(in: directory)
      _ = try? await git.checkIgnore([".env", ".env.local", "sub/file"], in: directory)
      _ = try? await git.tracks(env, named: ".env", in: directory)
      _ = try? await git.exposure(of: env, named: ".env", in: directory)
      _ = try? await git.wasEverCommitted(".env", in: directory)
      _ = try? await git.findsInTrackedFiles(secret, root: directory)
      _ = try? await git.findsInHistory(secret, root: directory)
      _ = try? await git.isTracked("sub/file", in: directory)
    }
  }

  @Test(arguments: HostileRepository.allCases.filter { !$0.isRefused })
  func `taking a file out of the index starts nothing, and is done`(
    hostile: HostileRepository
  ) async throws {
    try await with(hostile) { directory, git, _ in
      let entry = try #require(try await git.indexEntry(of: ".env", in: directory))
      try await git.removeFromIndex(".env", in: directory)
      #expect(try await git.isTracked(".env", in: directory) == false)
      try await git.restore(entry, of: ".env", in: directory)
      #expect(try await git.indexEntry(of: ".env", in: directory) == entry)
    }
  }

  @Test(arguments: HostileRepository.allCases.filter(\.isRefused))
  func `a planted repository is refused with the reason`(hostile: HostileRepository) async throws {
    try await with(hostile) { directory, git, _ in
      guard case .refused(let refusal) = try await git.availability(of: directory) else {
        Issue.record("it was taken")
        return
      }
      #expect(refusal.reason.contains("somebody's files"))
      #expect(refusal.remedy.contains("delete"))
    }
  }

  @Test func `a git that knows none of the settings is not asked about an embedded repository`()
    async throws
  {
    try await with(.embeddedBare) { directory, _, environment in
      let tools = "\(directory)/old"
      try Disk.makeFolder(tools)
      try Disk.makeFile("\(tools)/git", "#!/bin/sh\nexec \"$PAYLOAD\"\n", mode: 0o755)
      var environment = environment
      environment["PATH"] = "\(tools):\(environment["PATH"] ?? "")"
      let git = Git(environment: environment)
      guard case .refused = try await git.availability(of: directory) else {
        Issue.record("it was taken")
        return
      }
    }
  }
}
