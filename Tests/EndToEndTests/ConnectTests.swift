import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `connect` without a terminal, with `curl` as the browser.
@Suite(.alone) struct ConnectTests {
  @Test func `two workspaces are connected one after the other, and both tokens work`()
    async throws
  {
    try await ConnectedProject.with(nil) { connected in
      for number in 1...2 {
        let answer = try await ConnectRun.with(connected, ["--json"]) { run in
          let page = try await run.browse("sandbox=approve&sandbox_workspace=\(number)")
          #expect(page.contains("Connected"))
        }
        #expect(answer.status == .exited(0))
        let document = try JSON(answer.text)
        let slug = try #require(SandboxWorkspace(index: number)).slug
        #expect(document.workspace?.slug == .text(slug))
        #expect(document.connection?.state == .text("connected"))
        #expect(document.scopes?.granted?.elements.count == 16)
        #expect(document.store == .text("file") && document.replaced == .bool(false))
        #expect(document.authorized_by?.string?.isEmpty == false)
        // The second run has another redirect URI, and nothing else that is new.
        let written = number == 1 ? [".gitignore", ".env", ".env.example"] : [".env"]
        #expect(document.written?.elements == written.map(JSON.text))
      }
      let env = try #require(connected.project.text(".env"))
      #expect(env.contains("ATTIO_CLIENT_ID=sandbox-client\n"))
      #expect(env.contains("ATTIO_CLIENT_SECRET=sandbox-secret\n"))
      #expect(
        env.contains("ATTIO_REDIRECT_URI=http://localhost:") && !env.contains("ATTIO_API_KEY")
      )
      #expect(try connected.project.mode(".env") == 0o600)
      #expect(try await connected.run(["workspaces", "check"]).status == .exited(0))
      for slug in ["sandbox-workspace", "second-workspace"] {
        let status = try await connected.run(["status", "--workspace", slug, "--json"])
        let document = try JSON(status.text)
        #expect(status.status == .exited(0) && document.verdict == .text("good"))
        let odd = document.checks?.elements.filter {
          ![.text("pass"), .text("skipped")].contains($0.state)
        }
        #expect(odd == [])
      }
    }
  }

  @Test func `connecting again replaces the token, and undo takes the env file back`() async throws
  {
    try await ConnectedProject.with(nil) { connected in
      let uri = "http://127.0.0.1:\(try RawSocket.unusedPort())/callback"
      var tokens: [String] = []
      for round in 0...1 {
        let answer = try await ConnectRun.with(connected, ["--json"], redirectURI: uri) {
          try await $0.browse("sandbox=approve")
        }
        #expect(answer.status == .exited(0))
        let document = try JSON(answer.text)
        #expect(document.replaced == .bool(round == 1))
        #expect((document.undo == .null) == (round == 1))
        tokens.append(try await connected.token("sandbox-workspace"))
      }
      #expect(tokens[0] != tokens[1])
      #expect(try connected.store.workspaces().count == 1)
      #expect(try await connected.run(["undo"]).status == .exited(0))
      #expect(connected.project.text(".env") == nil)
    }
  }

  @Test func `the app is taken from options before the shell and the shell before the file`()
    async throws
  {
    try await ConnectedProject.with(nil) { connected in
      let port = try RawSocket.unusedPort()
      let env = """
        ATTIO_CLIENT_ID=of-the-file
        ATTIO_CLIENT_SECRET=secret-of-the-file
        ATTIO_REDIRECT_URI=http://localhost:\(port)/from-the-file

        """
      try connected.project.write(env, to: ".env")
      try connected.project.write(".env\n", to: ".gitignore")
      let answer = try await ConnectRun.with(
        connected,
        environment: [
          "ATTIO_CLIENT_ID": "of-the-shell", "ATTIO_CLIENT_SECRET": "secret-of-the-shell",
        ]
      ) { run in
        #expect(try await run.link().contains("client_id=sandbox-client"))
        try await run.browse("sandbox=approve")
      }
      #expect(answer.status == .exited(0))
      // It is another app's file, and stays one.
      #expect(connected.project.text(".env") == env)
      let file = try await connected.run(
        ["connect", "--no-input", "--wait", "1"],
        environment: ["ATTIO_CLIENT_SECRET": "secret-of-the-shell"]
      )
      #expect(file.status == .exited(2))
      #expect(file.errorText.contains("client_id=of-the-file"))
      #expect(file.errorText.contains("%2Ffrom-the-file"))
      #expect(
        try JSON(try await connected.run(["workspaces", "--json"]).text).workspaces?.elements.count
          == 1
      )
    }
  }

  @Test(
    arguments: [
      ("sandbox=deny", "access_denied", 1),
      ("sandbox=approve&sandbox_exchange=server_error", "server_error", 2),
      ("sandbox=approve&sandbox_exchange=html_error", "bad_response", 2),
      ("sandbox=approve&sandbox_exchange=no_token", "bad_response", 2),
    ] as [(String, String, Int32)]
  )
  func `a failure is named and nothing is written`(
    decision: String,
    kind: String,
    code: Int32
  ) async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected, ["--json"]) {
        try await $0.browse(decision)
      }
      #expect(answer.status == .exited(code))
      #expect(try JSON(answer.text).error?.kind == .text(kind))
      #expect(connected.project.text(".env") == nil)
      #expect(try connected.store.workspaces().isEmpty)
    }
  }

  @Test func `a wrong client secret is a failure of its own`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected, ["--json"], secret: "wrong-secret-1234") {
        try await $0.browse("sandbox=approve")
      }
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.kind == .text("invalid_client"))
      #expect(!answer.text.contains("wrong-secret-1234"))
      #expect(!answer.errorText.contains("wrong-secret-1234"))
      #expect(connected.project.text(".env") == nil)
    }
  }

  @Test func `a code that is not one is refused by the server, and strangers change nothing`()
    async throws
  {
    try await ConnectedProject.with(nil) { connected in
      let uri = "http://127.0.0.1:\(try RawSocket.unusedPort())/callback"
      let answer = try await ConnectRun.with(connected, ["--json"], redirectURI: uri) { run in
        let link = try await run.link()
        func get(_ address: String) async throws -> String {
          try await Program.tool(
            "curl",
            ["-s", "-o", "/dev/null", "-w", "%{http_code}", address],
            in: connected.project
          )
        }
        #expect(try await get("\(uri)?code=abc&state=wrong") == "400")
        #expect(try await get("\(uri)?code=abc") == "400")
        #expect(try await get(uri.replacing("/callback", with: "/favicon.ico")).hasPrefix("4"))
        let state = try #require(link.split(separator: "state=").last?.prefix { $0 != "&" })
        _ = try await get("\(uri)?code=made-up&state=\(state)")
      }
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.kind == .text("invalid_grant"))
    }
  }

  @Test func `the address that the browser ends at can be pasted, and what is none is refused`()
    async throws
  {
    try await ConnectedProject.with(nil) { connected in
      // Nothing listens there: the browser is on another machine.
      let uri = "https://app.example.invalid/callback"
      let answer = try await ConnectRun.with(
        connected,
        ["--json", "--wait", "4"],
        redirectURI: uri
      ) { run in
        _ = try await run.link()
        try await run.type("hello world")
        try await run.wait(for: "more than one word")
        try await run.type("http://127.0.0.1:1/callback?code=abc&state=of-another-link")
        try await run.wait(for: "the answer to another link")
      }
      #expect(answer.status == .exited(2))

      let local = "http://localhost:\(try RawSocket.unusedPort())/callback"
      let pasted = try await ConnectRun.with(connected, redirectURI: local) { run in
        let address = try await Program.tool(
          "curl",
          [
            "-s", "-o", "/dev/null", "-w", "%{redirect_url}",
            try await run.link() + "&sandbox=approve",
          ],
          in: connected.project
        )
        #expect(address.hasPrefix(local))
        try await run.type(address)
      }
      #expect(pasted.status == .exited(0))
      #expect(try await connected.run(["workspaces", "check"]).status == .exited(0))
    }
  }

  @Test func `nobody came`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected, ["--json", "--wait", "1"])
      #expect(answer.status == .exited(2))
      #expect(try JSON(answer.text).error?.kind == .text("nobody_came"))
      #expect(connected.project.text(".env") == nil)
    }
  }

  @Test func `a port that is taken ends it at once`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let uri = "http://127.0.0.1:\(connected.sandbox.port)/callback"
      let answer = try await ConnectRun.with(connected, ["--json"], redirectURI: uri)
      #expect(answer.status == .exited(1))
      #expect(try JSON(answer.text).error?.kind == .text("port_in_use"))
    }
  }

  @Test(arguments: [("TERM", Int32(15)), ("INT", 2)])
  func `a signal ends the wait`(name: String, number: Int32) async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected) { run in
        _ = try await run.link()
        try await run.signal(name)
      }
      #expect(answer.status == .signalled(number))
      #expect(answer.errorText.hasSuffix("\nNothing was written.\n"))
      #expect(connected.project.text(".env") == nil)
    }
  }

  @Test func `the challenge can be left out`() async throws {
    try await ConnectedProject.with(nil) { connected in
      let answer = try await ConnectRun.with(connected, ["--no-pkce"]) { run in
        #expect(!(try await run.link()).contains("code_challenge"))
        try await run.browse("sandbox=approve")
      }
      #expect(answer.status == .exited(0))
      #expect(answer.text.contains("Connected to Sandbox Workspace (sandbox-workspace)"))
      #expect(answer.text.contains("Written: .gitignore, .env, .env.example. Undo with"))
    }
  }

  @Test func `a scope that the project wants and the app lacks needs action`() async throws {
    try await ConnectedProject.with(nil) { connected in
      try connected.project.write(
        "# attio-scopes: spaceship:read\nATTIO_API_KEY=\n",
        to: ".env.example"
      )
      let answer = try await ConnectRun.with(connected, ["--json"]) {
        try await $0.browse("sandbox=approve")
      }
      #expect(answer.status == .exited(1))
      let document = try JSON(answer.text)
      #expect(document.scopes?.missing?.elements == [.text("spaceship:read")])
      #expect(try connected.store.workspaces().count == 1)
    }
  }
}
