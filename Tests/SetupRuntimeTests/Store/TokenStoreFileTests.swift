import Ground
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

/// The store without a keyring.
@Suite(.alone) struct TokenStoreFileTests {
  @Test(arguments: [
    ([:], "/home/a", "/home/a/.local/share/attio-setup/workspaces.json"),
    (["XDG_DATA_HOME": "/data"], "/home/a", "/data/attio-setup/workspaces.json"),
    (["XDG_DATA_HOME": "data"], "/home/a", "/home/a/.local/share/attio-setup/workspaces.json"),
    (["XDG_DATA_HOME": ""], "/home/a", "/home/a/.local/share/attio-setup/workspaces.json"),
    (["XDG_DATA_HOME": "data"], "", ""),
  ])
  func `lies where XDG says`(environment: [String: String], home: String, path: String) {
    let store = TokenStore(environment: environment, home: home, toolEnvironment: [:])
    #expect(store.filePath == path)
  }

  @Test func `without a home there is nothing to list and no place to save`() async throws {
    let store = TokenStore(environment: [:], home: "", toolEnvironment: [:])
    #expect(try store.workspaces().isEmpty)
    let error = await store.errorOfSaving("token", for: .sample())
    #expect(
      error
        == .file(path: "The store of tokens", reason: "there is no home folder to keep it in.")
    )
  }

  @Test func `keeps tokens in a private file in a private folder`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder["new/data"])
    #expect(try store.workspaces().isEmpty)
    #expect(try Disk.names(folder.path).isEmpty, "reading makes nothing")
    #expect(try await store.save(Secret("token-b"), for: .sample("beta")) == false)
    #expect(try await store.save(Secret("token-a"), for: .sample("acme")) == false)
    #expect(try Disk.mode(folder["new"]) == 0o700)
    #expect(try Disk.mode(folder["new/data/attio-setup"]) == 0o700)
    for name in try Disk.names(folder["new/data/attio-setup"]) {
      #expect(try Disk.mode(folder["new/data/attio-setup/\(name)"]) == 0o600, "\(name)")
    }
    #expect(try folder.leftovers(in: "new/data/attio-setup").isEmpty)
    #expect(try store.workspaces() == [.sample("acme"), .sample("beta")])
    #expect(try await store.token(of: .sample("acme")) == Secret("token-a"))
    #expect(try await store.token(of: .sample("beta")) == Secret("token-b"))
    #expect(store.remarks().isEmpty)
  }

  @Test func `replaces the token of one workspace, app and API`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    _ = try await store.save(Secret("one"), for: .sample())
    #expect(try await store.save(Secret("other app"), for: .sample(client: "app-2")) == false)
    var renamed = ConnectedWorkspace.sample()
    renamed.name = "New name"
    #expect(try await store.save(Secret("two"), for: renamed))
    #expect(try store.workspaces() == [renamed, .sample(client: "app-2")])
    #expect(try await store.token(of: .sample()) == Secret("two"))
    #expect(try await store.token(of: .sample(client: "app-2")) == Secret("other app"))
    #expect(try folder.text("attio-setup/workspaces.json").contains("\"one\"") == false)
  }

  @Test func `removes one workspace and its token`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    _ = try await store.save(Secret("token-a"), for: .sample("acme"))
    _ = try await store.save(Secret("token-b"), for: .sample("beta"))
    try await store.remove(.sample("acme"))
    try await store.remove(.sample("acme"))
    #expect(try store.workspaces() == [.sample("beta")])
    #expect(try folder.text("attio-setup/workspaces.json").contains("token-a") == false)
    let gone = StoreError.tokenGone(workspace: "The acme company (acme)", store: .file)
    #expect(await store.errorOfReading(.sample("acme")) == gone)
  }

  @Test func `forgets a workspace whose keyring is gone only when that is allowed`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    _ = try await store.save(Secret("token-a"), for: .sample("acme"))
    let path = "attio-setup/workspaces.json"
    let text = try folder.text(path).replacing("\"file\"", with: "\"keyring\"")
    try folder.write(path, text, mode: 0o600)
    await #expect(throws: StoreError.self) { try await store.remove(.sample("acme")) }
    #expect(try store.workspaces().count == 1)
    let left = try await store.remove(.sample("acme"), leavingKeyring: true)
    #expect(left != nil)
    #expect(try store.workspaces().isEmpty)
  }

  @Test func `notes what Attio says and leaves everything else`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    _ = try await store.save(Secret("token-a"), for: .sample("acme"))
    _ = try await store.save(Secret("token-b"), for: .sample("beta"))
    var noted = ConnectedWorkspace.sample("acme", in: .keyring)
    noted.slug = "acme-two"
    noted.name = "Acme Two"
    noted.scopes = []
    noted.verifiedAt = 1_796_000_000
    try await store.note([noted, .sample("removed")])
    noted.store = .file
    #expect(try store.workspaces() == [noted, .sample("beta")])
    #expect(try await store.token(of: noted) == Secret("token-a"))
    #expect(try await store.token(of: .sample("beta")) == Secret("token-b"))
  }

  @Test func `remembers the choice without a keyring`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    #expect(await store.probe().remembered == nil)
    _ = try await store.save(Secret("token"), for: .sample())
    let probe = await store.probe()
    #expect(probe.remembered == .file)
    #expect(probe.filePath == folder["attio-setup/workspaces.json"])
    // A try with a sandbox is no choice.
    var tried = ConnectedWorkspace.sample("tried", in: .file)
    tried.key.api = "http://127.0.0.1:4000/v2"
    let fresh = TokenStore(in: folder["fresh"])
    _ = try await fresh.save(Secret("token"), for: tried)
    #expect(await fresh.probe().remembered == nil)
    guard case .noKeyring = probe.keyringProblem else {
      Issue.record("\(String(describing: probe.keyringProblem))")
      return
    }
  }

  @Test func `two processes that save at once lose nothing`() async throws {
    let folder = try TemporaryFolder()
    let data = folder.path
    let runs = ["left", "right"].map { name in
      Task {
        try await ToolRunner().run(
          ToolRequest(
            BuiltProduct.path("store-probe"),
            [data, name, "50"],
            environment: [:],
            timeLimit: .seconds(120)
          )
        )
      }
    }
    for run in runs {
      let answer = try await run.value
      #expect(answer.isSuccess, "\(answer)")
    }
    let store = TokenStore(in: data)
    let workspaces = try store.workspaces()
    #expect(workspaces.count == 100)
    for workspace in workspaces {
      #expect(try await store.token(of: workspace) == Secret("token-\(workspace.handle)"))
    }
    #expect(try folder.leftovers(in: "attio-setup").isEmpty)
  }

  @Test func `many tasks of one process take turns, too`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let workspace = ConnectedWorkspace.sample("w\(number)")
          _ = try await store.save(Secret("token-\(number)"), for: workspace)
          try await store.note([workspace])
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.workspaces().count == 20)
  }

  @Test(arguments: ["change.lock", "workspaces.lock"])
  func `says that another process holds the store, after a limit`(lock: String) async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path, lockLimit: .milliseconds(50))
    _ = try await store.save(Secret("token"), for: .sample())
    let path = folder["attio-setup/\(lock)"]
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    try Disk.check(descriptor)
    try Disk.check(flock(descriptor, LOCK_EX))
    #expect(await store.errorOfSaving("other", for: .sample()) == .busy(path: path))
    close(descriptor)
    #expect(try await store.token(of: .sample()) == Secret("token"))
    #expect(try await store.save(Secret("other"), for: .sample()))
  }
}
