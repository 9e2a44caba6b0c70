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

/// What the store does with a file or folder that is not as it should be.
@Suite(.alone) struct TokenStoreSafetyTests {
  private static let file = "attio-setup/workspaces.json"

  @Test func `says that others can read, and tightens with the next change`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(in: folder.path)
    _ = try await store.save(Secret("token"), for: .sample())
    try Disk.check(chmod(folder[Self.file], 0o644))
    #expect(store.remarks().count == 1)
    #expect(store.remarks().first?.contains("has the mode 0644") == true)
    #expect(try Disk.mode(folder[Self.file]) == 0o644, "reading changes nothing")
    try await store.note([.sample()])
    #expect(try Disk.mode(folder[Self.file]) == 0o600)
    try Disk.check(chmod(folder["attio-setup"], 0o755))
    #expect(store.remarks().first?.contains("(mode 0755)") == true)
    _ = try await store.save(Secret("token"), for: .sample())
    #expect(try Disk.mode(folder["attio-setup"]) == 0o700)
    #expect(store.remarks().isEmpty)
  }

  @Test func `refuses a link to a folder of somebody else`() async throws {
    let folder = try TemporaryFolder()
    var target = "/usr"
    if geteuid() == 0 {
      try folder.makeFolder("theirs")
      target = folder["theirs"]
      try Disk.check(chown(target, 65_534, 65_534))
    }
    try Disk.makeLink(folder["attio-setup"], to: target)
    try await expectRefusal(folder.path, folder["attio-setup"], "it belongs to another user.")
    #expect(try Disk.names(target).contains("workspaces.json") == false)
  }

  @Test(.needsRoot)
  func `refuses a folder of somebody else`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("attio-setup")
    try Disk.check(chown(folder["attio-setup"], 65_534, 65_534))
    try await expectRefusal(folder.path, folder["attio-setup"], "it belongs to another user.")
    #expect(try Disk.names(folder["attio-setup"]).isEmpty)
  }

  @Test func `refuses a file where the folder should be`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("attio-setup", "")
    try await expectRefusal(folder.path, folder["attio-setup"], "it is not a folder.")
  }

  @Test func `takes a link to a folder of the user's own`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("elsewhere")
    try Disk.makeLink(folder["attio-setup"], to: "elsewhere")
    let store = TokenStore(in: folder.path)
    _ = try await store.save(Secret("token"), for: .sample())
    #expect(try Disk.mode(folder["elsewhere"]) == 0o700)
    #expect(try Disk.names(folder["elsewhere"]).contains("workspaces.json"))
  }

  @Test func `refuses a link in place of the file, also one that leads nowhere`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("attio-setup")
    try Disk.makeLink(folder[Self.file], to: folder["shared.json"])
    try await expectRefusal(folder.path, folder[Self.file], "it is a symbolic link.")
    #expect(Disk.exists(folder["shared.json"]) == false)
    try folder.write("shared.json", #"{"schema":1,"workspaces":[]}"#)
    try await expectRefusal(folder.path, folder[Self.file], "it is a symbolic link.")
  }

  private func expectRefusal(_ data: String, _ path: String, _ reason: String) async throws {
    let store = TokenStore(in: data)
    let error = StoreError.file(path: path, reason: reason)
    #expect(throws: error) { try store.workspaces() }
    #expect(await store.errorOfSaving("token", for: .sample()) == error)
  }

  @Test(arguments: [
    FileCall.write, .synchronize, .rename, .lock,
  ])
  func `a write that fails leaves the old file and nothing beside it`(call: FileCall) async throws {
    let folder = try TemporaryFolder()
    _ = try await TokenStore(in: folder.path).save(Secret("old-token"), for: .sample())
    let before = try folder.text(Self.file)
    let files = AtomicFile(calls: .refusing(call, .noSpace))
    let error = await TokenStore(in: folder.path, files: files)
      .errorOfSaving("new-token", for: .sample())
    guard case .file(_, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("No space left on device."))
    #expect(try folder.text(Self.file) == before)
    #expect(try folder.leftovers(in: "attio-setup").isEmpty)
  }

  @Test(arguments: [FileCall.makeFolder, .open, .write, .synchronize])
  func `whether it could be written is tried, and leaves nothing behind`(
    call: FileCall
  ) async throws {
    let folder = try TemporaryFolder()
    #expect(TokenStore(in: folder.path).obstacle() == nil)
    #expect(try Disk.names(folder.path).isEmpty)
    let problem = FileCalls.$current.withValue(.refusing(call, .noSpace)) {
      TokenStore(in: folder.path).obstacle()
    }
    #expect(problem?.message.contains("No space left on device.") == true)
    #expect(try Disk.names(folder.path).isEmpty)
  }

  @Test func `removes what a killed run left behind`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("attio-setup")
    let stale = "attio-setup/.env.attio-setup-abcdefghij.local"
    try folder.write(stale, "half a token", mode: 0o600)
    _ = try await TokenStore(in: folder.path).save(Secret("token"), for: .sample())
    #expect(Disk.exists(folder[stale]) == false)
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "null", "\u{0}\u{1}", #"{"schema":2,"workspaces":[]}"#,
    #"{"schema":"1","workspaces":[]}"#, #"{"schema":1,"workspaces":{}}"#,
    #"{"schema":1,"workspaces":[{"workspace_id":"a"}]}"#,
    #"{"schema":1,"workspaces":[{"workspace_id":"a","client_id":"b","api":"c","store":"vault"}]}"#,
  ])
  func `leaves a damaged or newer file as it is, byte for byte`(text: String) async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("attio-setup")
    try folder.write(Self.file, text, mode: 0o600)
    let store = TokenStore(in: folder.path)
    let error = StoreError.damaged(path: folder[Self.file])
    #expect(throws: error) { try store.workspaces() }
    await #expect(throws: error) { try await store.note([.sample()]) }
    await #expect(throws: error) { try await store.remove(.sample()) }
    #expect(await store.errorOfReading(.sample()) == error)
    #expect(await store.errorOfSaving("token", for: .sample()) == error)
    #expect(await store.probe().remembered == nil)
    #expect(try folder.text(Self.file) == text)
    #expect(try folder.leftovers(in: "attio-setup").isEmpty)
  }

  @Test func `carries along fields that it does not know`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("attio-setup")
    try folder.write(
      Self.file,
      """
      {"schema":1,"added":{"deep":[1,2.5,null,true,"text"]},"workspaces":[{"workspace_id":"a",
      "client_id":"b","api":"c","store":"file","token":"token-a","colour":"red"}]}
      """,
      mode: 0o600
    )
    let store = TokenStore(in: folder.path)
    let key = ConnectedWorkspace.Key(workspaceID: "a", clientID: "b", api: "c")
    let known = try #require(try store.workspaces().first)
    #expect(known.key == key)
    _ = try await store.save(Secret("token-b"), for: .sample())
    _ = try await store.save(Secret("token-c"), for: known)
    let words = try folder.text(Self.file).filter { !$0.isWhitespace }
    #expect(words.contains(#""added":{"deep":[1,2.5,null,true,"text"]}"#))
    #expect(words.contains(#""colour":"red""#))
    #expect(try await store.token(of: known) == Secret("token-c"))
  }
}
