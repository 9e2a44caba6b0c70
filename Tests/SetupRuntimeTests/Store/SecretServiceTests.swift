import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The store over a real Secret Service, GNOME's keyring on a bus of the test's own.
@Suite(.alone, .timeLimit(.minutes(60))) struct SecretServiceTests {
  private static let token = Secret(
    "0f9c1e2d3b4a5968778695a4b3c2d1e0f0e1d2c3b4a5968778695a4b3c2d1e0f"
  )

  @Test func `stores, reads back, replaces and removes`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      let store = TokenStore(in: bus.data, tools: bus.environment)
      let probe = await store.probe()
      #expect(probe.keyringProblem == nil)
      let acme = ConnectedWorkspace.sample("acme", in: .keyring)
      let beta = ConnectedWorkspace.sample("beta", in: .keyring)
      #expect(try await store.save(Self.token, for: acme) == false)
      #expect(try await store.save(Secret("token-b"), for: beta) == false)
      #expect(try await store.token(of: acme) == Self.token)
      #expect(try await store.save(Secret("token-2"), for: acme))
      #expect(try await store.token(of: acme) == Secret("token-2"))
      #expect(try await store.token(of: beta) == Secret("token-b"))
      #expect(await store.probe().remembered == .keyring)
      try await store.remove(acme)
      #expect(try store.workspaces() == [beta])
      let found = try await bus.secretTool(["search", "--all", "service", "attio-setup"])
      #expect(found.text.contains("token-b"))
      #expect(found.text.contains("token-2") == false)
      #expect(found.text.contains("test") == false, "the probe leaves nothing behind")
    }
  }

  @Test func `the token stands in no file of the folder and in no argument`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      try Disk.makeFolder("\(bus.data)/bin")
      let record = "\(bus.data)/record"
      try Disk.makeFile(
        "\(bus.data)/bin/secret-tool",
        """
        #!/bin/sh
        { printf '%s\\n' "$@"; env; } >> '\(record)'
        PATH="${PATH#*:}" exec secret-tool "$@"
        """,
        mode: 0o755
      )
      var tools = bus.environment
      tools["PATH"] = "\(bus.data)/bin:\(tools["PATH"] ?? "")"
      tools["ATTIO_API_KEY"] = "a token of the shell"
      let store = TokenStore(in: bus.data, tools: tools)
      let acme = ConnectedWorkspace.sample("acme", in: .keyring)
      _ = try await store.save(Self.token, for: acme)
      _ = try await store.save(Self.token, for: acme)
      #expect(try await store.token(of: acme) == Self.token)
      let recorded = try Self.text(record)
      #expect(recorded.contains("--label=attio-setup 97052eb9"))
      #expect(recorded.contains("DBUS_SESSION_BUS_ADDRESS="))
      #expect(recorded.contains(Self.token.reveal()) == false)
      #expect(recorded.contains("ATTIO_") == false)
      let names = try Disk.names("\(bus.data)/attio-setup")
      #expect(names.contains("workspaces.json"))
      for name in names {
        let text = try Self.text("\(bus.data)/attio-setup/\(name)")
        #expect(text.contains(Self.token.reveal()) == false, "\(name)")
      }
      try await store.remove(acme)
      #expect(try Self.text(record).contains(Self.token.reveal()) == false)
    }
  }

  @Test func `moves a token to the other store and back, and leaves no copy`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      let store = TokenStore(in: bus.data, tools: bus.environment)
      let path = store.filePath
      _ = try await store.save(Secret("token-1"), for: .sample(in: .file))
      #expect(try await store.save(Secret("token-2"), for: .sample(in: .keyring)))
      #expect(try Self.text(path).contains("token-") == false)
      #expect(try await store.token(of: .sample()) == Secret("token-2"))
      #expect(try await store.save(Secret("token-3"), for: .sample(in: .file)))
      #expect(try await store.token(of: .sample()) == Secret("token-3"))
      #expect(try await bus.secretTool(["search", "service", "attio-setup"]).output.isEmpty)
      #expect(try Self.text(path).contains("left_in_keyring") == false)
    }
  }

  @Test func `odd identifiers are stored as plain ASCII and stay apart`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      let store = TokenStore(in: bus.data, tools: bus.environment)
      let ids = ["--help", "", "a b", "a%20b", "Zoë\u{202E}\n", "-"]
      for (number, id) in ids.enumerated() {
        var workspace = ConnectedWorkspace.sample("w\(number)", in: .keyring)
        workspace.key.workspaceID = id
        #expect(try await store.save(Secret("token-w\(number)"), for: workspace) == false)
      }
      for workspace in try store.workspaces() {
        #expect(try await store.token(of: workspace) == Secret("token-\(workspace.slug)"))
        try await store.remove(workspace)
      }
      #expect(try store.workspaces().isEmpty)
    }
  }

  @Test func `a locked keyring is told from a token that is gone`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      let store = TokenStore(in: bus.data, tools: bus.environment)
      let acme = ConnectedWorkspace.sample("acme", in: .keyring)
      _ = try await store.save(Secret("token"), for: acme)
      try await bus.lockKeyring()
      #expect(await store.probe().keyringProblem == .keyringLocked)
      #expect(await store.errorOfReading(acme) == .keyringLocked)
      #expect(await store.errorOfSaving("other", for: acme) == .keyringLocked)
      #expect(await store.errorOfSaving("new", for: .sample("new", in: .keyring)) == .keyringLocked)
      await #expect(throws: StoreError.keyringLocked) { try await store.remove(acme) }
      #expect(try store.workspaces() == [acme], "nothing is forgotten and nothing is added")
      let toFile = ConnectedWorkspace.sample("acme", in: .file)
      #expect(try await store.save(Secret("in the file"), for: toFile))
      #expect(try await store.token(of: acme) == Secret("in the file"))
      #expect(store.remarks().count == 1, "an old token is left in the keyring")
    }
  }

  @Test func `a token that somebody else removed is gone`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      let store = TokenStore(in: bus.data, tools: bus.environment)
      let acme = ConnectedWorkspace.sample("acme", in: .keyring)
      _ = try await store.save(Secret("token"), for: acme)
      #expect(try await bus.secretTool(["clear", "service", "attio-setup"]).isSuccess)
      let gone = StoreError.tokenGone(workspace: acme.title, store: .keyring)
      #expect(await store.errorOfReading(acme) == gone)
      try await store.remove(acme)
      #expect(try store.workspaces().isEmpty)
    }
  }

  @Test func `a real service that stops answering is silent, within the limit`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: true) { bus in
      let process = try await bus.keyringProcess()
      try Disk.check(kill(process, SIGSTOP))
      defer { kill(process, SIGCONT) }
      let store = TokenStore(in: bus.data, tools: bus.environment, keyringTimeLimit: .seconds(2))
      let start = ContinuousClock.now
      #expect(await store.probe().keyringProblem == .keyringSilent(seconds: 2))
      #expect(ContinuousClock.now - start < .seconds(6))
    }
  }

  @Test func `a prompt that nobody answers means a locked keyring`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("services")
    let data = folder.path
    try folder.write(
      "prompter",
      "#!/bin/sh\necho $$ > '\(data)/prompter.pid'\nexec sleep 60\n",
      mode: 0o755
    )
    try folder.write(
      "services/prompter.service",
      "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=\(data)/prompter\n"
    )
    try await SessionBus.run(in: data, hasKeyring: true, services: "\(data)/services") { bus in
      try await bus.lockKeyring()
      let store = TokenStore(in: bus.data, tools: bus.environment, keyringTimeLimit: .seconds(8))
      #expect(await store.probe().keyringProblem == .keyringLocked)
    }
    let process = try #require(
      pid_t(folder.text("prompter.pid").filter(\.isNumber)),
      "the keyring asked for its prompter"
    )
    kill(process, SIGKILL)
  }

  @Test func `a bus without a Secret Service has no keyring`() async throws {
    let folder = try TemporaryFolder()
    try await SessionBus.run(in: folder.path, hasKeyring: false) { bus in
      let store = TokenStore(in: bus.data, tools: bus.environment)
      #expect(
        await store.probe().keyringProblem
          == .noKeyring("No program of this session offers one (a Secret Service on D-Bus).")
      )
    }
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileReader.snapshot(of: path).content.bytes, as: UTF8.self)
  }
}

extension SessionBus {
  /// The folder for the store, the session's own.
  var data: String { environment["HOME"].map { "\($0)/.." } ?? "" }
}
