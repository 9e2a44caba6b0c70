import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// A keyring that waits for its password, with a person at the terminal and without one.
@Suite(.alone) struct LockedKeyringTests {
  private static let token = "canary" + String(repeating: "7", count: 58)
  private static let workspace = ConnectedWorkspace(
    key: .init(workspaceID: "w-1", clientID: "app-1", api: "https://api.attio.com/v2"),
    slug: "acme",
    name: "Acme",
    scopes: [],
    store: .keyring,
    verifiedAt: nil
  )

  /// A project whose workspace is in a keyring that opens when the file `open` is there.
  private func withLockedKeyring(
    _ body: (ScratchProject, [String: String]) async throws -> Void
  ) async throws {
    try await ScratchProject.with { project in
      let script = """
        #!/bin/sh
        if [ $1 != search ]; then while [ ! -e '\(project.root)/open' ]; do sleep 0.02; done; fi
        case $1 in
        store) cat > '\(project.root)/kept' ;;
        lookup | search) cat '\(project.root)/kept' ;;
        clear) rm -f '\(project.root)/kept' ;;
        esac
        """
      try project.write(script, to: "../secret-tool")
      try await Program.tool("chmod", ["755", "../secret-tool"], in: project)
      var environment = project.environment
      environment["PATH"] = "\(project.root):\(environment["PATH"] ?? "")"
      environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
      try project.write("", to: "../open")
      let store = TokenStore(
        environment: environment,
        home: environment["HOME"] ?? "",
        toolEnvironment: environment
      )
      _ = try await store.save(Secret(Self.token), for: Self.workspace)
      try await Program.tool("rm", ["../open"], in: project)
      try await body(project, environment)
    }
  }

  private func terminal(
    _ arguments: [String],
    _ environment: [String: String]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal()
    try terminal.spawn(Program.path, arguments, environment: environment)
    try terminal.waitForOutput("Waiting for your keyring")
    try terminal.waitForOutput("Ctrl-C quits.")
    return terminal
  }

  @Test func `a person is told what is waited for, and goes on by unlocking it`() async throws {
    try await withLockedKeyring { project, environment in
      let command = ["run", "--", "sh", "-c", "[ $ATTIO_API_KEY = \(Self.token) ] && echo same"]
      let terminal = try terminal(command, environment)
      try project.write("", to: "../open")
      try terminal.waitForOutput("same")
      #expect(try terminal.waitForExit() == .code(0))
    }
  }

  @Test(arguments: [["run", "--", "true"], ["workspaces", "remove", "acme"]])
  func `Ctrl-C leaves, and nothing is removed`(command: [String]) async throws {
    try await withLockedKeyring { project, environment in
      let terminal = try terminal(command, environment)
      try terminal.write("\u{3}")
      #expect(try terminal.waitForExit() == .signal(2))
      try project.write("", to: "../open")
      let after = try await Program.run(
        ["run", "--", "printenv", "ATTIO_API_KEY"],
        in: project,
        environment: environment
      )
      #expect(after.text == Self.token, "\(after.errorText)")
    }
  }

  @Test func `without a person it is said soon what is locked and what helps`() async throws {
    try await withLockedKeyring { project, environment in
      let answer = try await Program.run(
        ["run", "--", "true"],
        in: project,
        environment: environment
      )
      #expect(answer.status == .exited(1))
      #expect(answer.errorText.contains("The keyring is locked.\nUnlock it and try again"))
      #expect(!answer.errorText.contains("Waiting"))
    }
  }
}
