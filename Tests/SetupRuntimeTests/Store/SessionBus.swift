import Ground
import SetupRuntime
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A D-Bus session bus of a test's own, with GNOME's keyring on it where that is asked for.
///
/// Nothing of the user's session is reached: bus, home and runtime folder lie in the test's folder.
struct SessionBus {
  /// Nothing answered in time.
  struct Timeout: Error {
    let awaited: String
  }

  /// The variables of a program of this session.
  let environment: [String: String]
  private let folder: String

  /// Runs a body while the bus is there, and ends what was started.
  ///
  /// The session lies in an empty folder, whose path is short enough for a socket. `hasKeyring` puts a
  /// Secret Service with an open keyring on the bus; `services` has service files that it may start.
  static func run(
    in folder: String,
    hasKeyring: Bool,
    services: String? = nil,
    _ body: (SessionBus) async throws -> Void
  ) async throws {
    let bus = try SessionBus(in: folder, services: services)
    var programs = [bus.start("dbus-daemon", ["--nofork", "--config-file=\(folder)/bus.conf"])]
    let result: Result<Void, any Error>
    do {
      try await bus.wait(for: "the bus") { await bus.isAnswering("GetId") }
      if hasKeyring {
        programs.append(
          bus.start(
            "gnome-keyring-daemon",
            ["--foreground", "--unlock", "--components=secrets"],
            input: "password of the keyring"
          )
        )
        try await bus.wait(for: "the keyring") {
          await bus.isAnswering("GetNameOwner", "string:org.freedesktop.secrets")
        }
      }
      try await body(bus)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    for program in programs.reversed() {
      program.cancel()
      await program.value
    }
    try result.get()
  }

  private init(in folder: String, services: String?) throws {
    self.folder = folder
    for name in ["home", "runtime"] {
      try Disk.makeFolder("\(folder)/\(name)")
      try Disk.check(chmod("\(folder)/\(name)", 0o700))
    }
    // No service folder but the test's: nothing of this machine is started by the bus.
    let services = services.map { "<servicedir>\($0)</servicedir>" } ?? ""
    try Disk.makeFile(
      "\(folder)/bus.conf",
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:path=\(folder)/socket</listen>
        \(services)
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """
    )
    environment = [
      "PATH": String(cString: getenv("PATH")),
      "HOME": "\(folder)/home",
      "XDG_RUNTIME_DIR": "\(folder)/runtime",
      "DBUS_SESSION_BUS_ADDRESS": "unix:path=\(folder)/socket",
    ]
  }

  /// Locks the keyring; nobody can be asked to unlock it on this bus.
  func lockKeyring() async throws {
    let answer = try await send(
      to: "org.freedesktop.secrets",
      "/org/freedesktop/secrets",
      "org.freedesktop.Secret.Service.Lock",
      ["array:objpath:/org/freedesktop/secrets/collection/login"]
    )
    try #require(answer.isSuccess, "\(answer)")
  }

  /// The process of the keyring.
  func keyringProcess() async throws -> pid_t {
    let answer = try await ask("GetConnectionUnixProcessID", "string:org.freedesktop.secrets")
    return try #require(answer.text.split(separator: " ").last.flatMap { pid_t($0) })
  }

  /// Asks the keyring with the tool itself: what `secret-tool` prints.
  func secretTool(_ arguments: [String]) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest("secret-tool", arguments, environment: environment, timeLimit: .seconds(20))
    )
  }

  private func start(
    _ program: String,
    _ arguments: [String],
    input: String = ""
  ) -> Task<Void, Never> {
    let request = ToolRequest(
      program,
      arguments,
      input: Array(input.utf8),
      environment: environment,
      timeLimit: .seconds(300)
    )
    return Task {
      do throws(ToolError) {
        let answer = try await ToolRunner().run(request)
        Issue.record("\(program) ended by itself: \(answer.errorText)")
      } catch .cancelled {
        return
      } catch {
        Issue.record("\(program): \(error.message)")
      }
    }
  }

  private func wait(for awaited: String, until isThere: () async -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while await !isThere() {
      guard ContinuousClock.now < deadline else { throw Timeout(awaited: awaited) }
    }
  }

  private func isAnswering(_ method: String, _ arguments: String...) async -> Bool {
    (try? await ask(method, arguments))?.isSuccess ?? false
  }

  private func ask(_ method: String, _ arguments: String...) async throws -> ToolAnswer {
    try await ask(method, arguments)
  }

  private func ask(_ method: String, _ arguments: [String]) async throws -> ToolAnswer {
    let bus = "org.freedesktop.DBus"
    return try await send(to: bus, "/org/freedesktop/DBus", "\(bus).\(method)", arguments)
  }

  private func send(
    to name: String,
    _ path: String,
    _ method: String,
    _ arguments: [String]
  ) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "dbus-send",
        ["--session", "--print-reply", "--dest=\(name)", path, method] + arguments,
        environment: environment
      )
    )
  }
}
