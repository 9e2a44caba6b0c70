import Ground
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A keyring that waits for its password while a person is there.
@Suite(.alone) struct KeyringPatienceTests {
  /// A `secret-tool` that waits until `FOLDER/open` is there; a search needs no unlocking, unless the
  /// whole service hangs.
  private static func tools(_ folder: String, hangs: Bool = false) throws -> [String: String] {
    try Disk.makeFolder("\(folder)/bin")
    try Disk.makeFile(
      "\(folder)/bin/secret-tool",
      """
      #!/bin/sh
      kept='\(folder)/kept'
      if [ $1 != search ] || \(hangs); then
        while [ ! -e '\(folder)/open' ]; do sleep 0.02; done
      fi
      case $1 in
      store) cat > "$kept" ;;
      lookup) cat "$kept" 2>/dev/null ;;
      search) cat "$kept" 2>/dev/null ;;
      clear) rm -f "$kept" ;;
      esac
      """,
      mode: 0o755
    )
    return [
      "PATH": "\(folder)/bin:\(String(cString: getenv("PATH")))",
      "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    ]
  }

  private func store(
    _ folder: String,
    hangs: Bool = false,
    limit: Duration = .seconds(60),
    onWait: @escaping @Sendable () -> Void
  ) throws -> TokenStore {
    TokenStore(
      environment: ["XDG_DATA_HOME": folder],
      home: "",
      toolEnvironment: try Self.tools(folder, hangs: hangs),
      keyringTimeLimit: .seconds(2),
      patience: KeyringPatience(limit: limit, quiet: .milliseconds(50), onWait: onWait)
    )
  }

  @Test func `is waited for beyond the short limit, and works once it is unlocked`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let store = try store(path) {
      // The person needs longer than nobody is waited for.
      Task {
        try? await Task.sleep(for: .seconds(3))
        try? Disk.makeFile("\(path)/open", "")
      }
    }
    let acme = ConnectedWorkspace.sample(in: .keyring)
    _ = try await store.save(Secret("token"), for: acme)
    #expect(try await store.token(of: acme) == Secret("token"))
    #expect(await store.probe().keyringProblem == nil)
  }

  @Test func `that nobody unlocks is locked after the limit`() async throws {
    let folder = try TemporaryFolder()
    let waits = Mutex(0)
    let store = try store(folder.path, limit: .seconds(3)) { waits.withLock { $0 += 1 } }
    #expect(await store.probe().keyringProblem == .keyringLocked)
    #expect(waits.withLock { $0 } == 1)
  }

  @Test func `that gives no answer at all is not waited for`() async throws {
    let folder = try TemporaryFolder()
    let store = try store(folder.path, hangs: true) {}
    let start = ContinuousClock.now
    #expect(await store.probe().keyringProblem == .keyringSilent(seconds: 2))
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func `is left at once when the work is cancelled`() async throws {
    let folder = try TemporaryFolder()
    let (begun, feed) = AsyncStream<Void>.makeStream()
    let store = try store(folder.path) { feed.yield() }
    let task = Task { await store.probe() }
    for await _ in begun { break }
    let start = ContinuousClock.now
    task.cancel()
    #expect(await task.value.keyringProblem != nil)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
