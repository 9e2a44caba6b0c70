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

/// What a `secret-tool` can do wrong, played by a script.
@Suite(.alone) struct SecretToolFailureTests {
  private static func tools(_ folder: String, _ script: String) throws -> [String: String] {
    try Disk.makeFile("\(folder)/secret-tool", "#!/bin/sh\n" + script + "\n", mode: 0o755)
    return [
      "PATH": "\(folder):\(String(cString: getenv("PATH")))",
      "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    ]
  }

  @Test func `one that hangs is silent within the limit and leaves no process`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(
      in: folder.path,
      tools: try Self.tools(folder.path, "echo $$ >> '\(folder["pids"])'\nsleep 120 &\nwait"),
      keyringTimeLimit: .seconds(2)
    )
    let start = ContinuousClock.now
    #expect(await store.probe().keyringProblem == .keyringSilent(seconds: 2))
    #expect(ContinuousClock.now - start < .seconds(6))
    let groups = try folder.text("pids").split(separator: "\n").compactMap { pid_t($0) }
    #expect(groups.isEmpty == false)
    for group in groups {
      let deadline = ContinuousClock.now + .seconds(10)
      while Self.isRunning(group: group) {
        try #require(ContinuousClock.now < deadline, "the group \(group) still runs")
        await Task.yield()
      }
    }
    let error = await store.errorOfSaving("token", for: .sample(in: .keyring))
    // It may have stored the token all the same.
    let silence = StoreError.keyringSilent(seconds: 2).message
    #expect(error == .keyringUnclear(cause: silence, label: Self.label))
    #expect(try store.workspaces().isEmpty)
  }

  /// Whether anything but a zombie, which its parent has yet to see, is left of a group.
  private static func isRunning(group: pid_t) -> Bool {
    for name in (try? Disk.names("/proc")) ?? [] where pid_t(name) != nil {
      guard let stat = try? FileReader.snapshot(of: "/proc/\(name)/stat").content else { continue }
      // `pid (name) state parent group …`, where the name may hold anything.
      let text = String(decoding: stat.bytes, as: UTF8.self)
      guard let end = text.lastIndex(of: ")") else { continue }
      let words = text[end...].split(separator: " ")
      if words.count > 3, words[3] == "\(group)", words[1] != "Z" { return true }
    }
    return false
  }

  /// By what the keyring knows the token of the sample.
  private static let label = "attio-setup 97052eb9-e65e-443f-a297-acme"

  @Test func `one that gives back another value is not trusted`() async throws {
    let folder = try TemporaryFolder()
    let store = TokenStore(
      in: folder.path,
      tools: try Self.tools(folder.path, "[ $1 != store ] || cat >/dev/null\nprintf other")
    )
    #expect(await store.probe().keyringProblem == .notReadBack)
    #expect(
      await store.errorOfSaving("token", for: .sample(in: .keyring))
        == .keyringUnclear(cause: StoreError.notReadBack.message, label: Self.label)
    )
    #expect(try store.workspaces().isEmpty)
  }

  @Test func `one that says that it stored, and has nothing, is not trusted`() async throws {
    let folder = try TemporaryFolder()
    let script = "[ $1 = store ] && cat >/dev/null && exit 0\n[ $1 = clear ] || exit 1"
    let store = TokenStore(in: folder.path, tools: try Self.tools(folder.path, script))
    #expect(await store.probe().keyringProblem == .notReadBack)
    #expect(await store.errorOfSaving("token", for: .sample(in: .keyring)) == .notReadBack)
    #expect(try store.workspaces().isEmpty)
  }

  /// A tool that keeps one value in `FOLDER/kept`; `broken` stands before all it does.
  private static func keeping(_ folder: String, _ broken: String) -> String {
    """
    kept='\(folder)/kept'
    \(broken)
    case $1 in
    store) cat > "$kept" ;;
    lookup) cat "$kept" 2>/dev/null ;;
    search) cat "$kept" 2>/dev/null ;;
    clear) rm -f "$kept" ;;
    esac
    """
  }

  @Test func `a removal counts only where the token is gone`() async throws {
    let folder = try TemporaryFolder()
    let script = Self.keeping(
      folder.path,
      "[ $1 = clear ] && [ -e '\(folder["lying"])' ] && exit 0"
    )
    let store = TokenStore(in: folder.path, tools: try Self.tools(folder.path, script))
    let acme = ConnectedWorkspace.sample(in: .keyring)
    _ = try await store.save(Secret("one"), for: acme)
    try folder.write("lying", "")
    await #expect(throws: StoreError.notRemoved(label: Self.label)) {
      try await store.remove(acme)
    }
    #expect(try store.workspaces() == [acme])
    // What moves to the file leaves its copy behind, and that is not forgotten either.
    _ = try await store.save(Secret("two"), for: .sample())
    #expect(store.remarks().count == 1)
    await #expect(throws: StoreError.notRemoved(label: Self.label)) {
      try await store.remove(.sample())
    }
    #expect(
      try await store.remove(.sample(), leavingKeyring: true) == .notRemoved(label: Self.label)
    )
    #expect(try store.workspaces().isEmpty)
  }

  @Test func `where the list cannot be written, the keyring has what it had before`() async throws {
    let folder = try TemporaryFolder()
    let tools = try Self.tools(folder.path, Self.keeping(folder.path, ""))
    let acme = ConnectedWorkspace.sample(in: .keyring)
    let full = AtomicFile(calls: .refusing(.rename, .noSpace))
    let failing = TokenStore(in: folder.path, tools: tools, files: full)
    #expect(await failing.errorOfSaving("one", for: acme) != nil)
    #expect(Disk.exists(folder["kept"]) == false)
    let store = TokenStore(in: folder.path, tools: tools)
    _ = try await store.save(Secret("one"), for: acme)
    var renamed = acme
    renamed.scopes = []
    #expect(await failing.errorOfSaving("two", for: renamed) != nil)
    #expect(try await store.token(of: acme) == Secret("one"))
  }

  @Test func `a replacement that does not come back leaves the old token`() async throws {
    let folder = try TemporaryFolder()
    // It keeps what it is given, but spoils a value that holds "bad".
    let script = """
      kept='\(folder["kept"])'
      case $1 in
      store) sed 's/bad.*/spoiled/' > "$kept" ;;
      lookup) cat "$kept" 2>/dev/null ;;
      clear) rm "$kept" ;;
      esac
      """
    let store = TokenStore(in: folder.path, tools: try Self.tools(folder.path, script))
    let acme = ConnectedWorkspace.sample(in: .keyring)
    _ = try await store.save(Secret("good"), for: acme)
    #expect(await store.errorOfSaving("bad", for: acme) == .notReadBack)
    #expect(try await store.token(of: acme) == Secret("good"))
    try await store.remove(acme)
    #expect(Disk.exists(folder["kept"]) == false)
  }

  @Test func `a keyring that fails later keeps an old token, which is said and tried again`()
    async throws
  {
    let folder = try TemporaryFolder()
    let script = """
      kept='\(folder["kept"])'
      [ ! -e '\(folder["broken"])' ] || { echo 'secret-tool: broken' >&2; exit 1; }
      case $1 in
      store) cat > "$kept" ;;
      lookup) cat "$kept" 2>/dev/null ;;
      clear) rm "$kept" ;;
      esac
      """
    let store = TokenStore(in: folder.path, tools: try Self.tools(folder.path, script))
    _ = try await store.save(Secret("one"), for: .sample(in: .keyring))
    try folder.write("broken", "")
    _ = try await store.save(Secret("two"), for: .sample(in: .file))
    #expect(try await store.token(of: .sample()) == Secret("two"))
    #expect(store.remarks().count == 1)
    #expect(store.remarks().first?.contains("The acme company (acme)") == true)
    try Disk.check(unlink(folder["broken"]))
    _ = try await store.save(Secret("three"), for: .sample(in: .file))
    #expect(store.remarks().isEmpty)
    #expect(Disk.exists(folder["kept"]) == false)
  }

  @Test(arguments: [
    ("secret-tool: Cannot create an item in a locked collection", StoreError.keyringLocked),
    ("secret-tool: The prompt was dismissed", .keyringLocked),
    (
      "secret-tool: The name org.freedesktop.secrets was not provided by any .service files",
      .noKeyring("No program of this session offers one (a Secret Service on D-Bus).")
    ),
    (
      "secret-tool: Could not connect: No such file or directory",
      .noKeyring(
        "The session's D-Bus cannot be reached: secret-tool: Could not connect: No such file or "
          + "directory"
      )
    ),
    (
      "secret-tool: Object does not exist at path “/org/freedesktop/secrets/collection/login”",
      .noKeyring("The Secret Service answers, and has no keyring to store in yet.")
    ),
    ("secret-tool: \u{1B}[31mred\u{202E}\nwords", .keyringFailed("secret-tool: [31mred words")),
    ("", .keyringFailed("secret-tool ended with code 1 and no word.")),
  ])
  func `its words are sorted by cause and cleaned`(words: String, error: StoreError) async throws {
    let folder = try TemporaryFolder()
    try folder.write("words", words)
    let script = "cat '\(folder["words"])' >&2\nexit 1"
    let store = TokenStore(in: folder.path, tools: try Self.tools(folder.path, script))
    #expect(await store.probe().keyringProblem == error)
  }

  @Test func `says what is missing: the bus or the tool`() async throws {
    let folder = try TemporaryFolder()
    var tools = try Self.tools(folder.path, "exit 1")
    tools["DBUS_SESSION_BUS_ADDRESS"] = nil
    let noBus = StoreError.noKeyring(
      "This session has no D-Bus session bus, as over SSH or in a container."
    )
    #expect(await TokenStore(in: folder.path, tools: tools).probe().keyringProblem == noBus)
    tools["XDG_RUNTIME_DIR"] = folder.path
    #expect(await TokenStore(in: folder.path, tools: tools).probe().keyringProblem == noBus)
    try folder.write("bus", "")
    tools["PATH"] = "/nowhere"
    #expect(
      await TokenStore(in: folder.path, tools: tools).probe().keyringProblem
        == .noKeyring("The program secret-tool is not installed (Debian: libsecret-tools).")
    )
  }
}
