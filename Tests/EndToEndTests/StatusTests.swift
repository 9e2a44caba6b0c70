import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// `status` on real files, as people and scripts run it.
@Suite(.alone) struct StatusTests {
  /// Sets a project up with the sandbox's token of a scenario and hands it to the body.
  private func withProject(
    _ scenario: SandboxScenario = .full,
    files: [String: String] = ["package.json": "{}\n"],
    _ body: (ScratchProject, RunningSandbox) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with(files: files) { project in
      let answer = try await Program.run(
        ["apply", "--token-stdin", "--no-verify", "--base-url", sandbox.apiURL],
        in: project,
        input: scenario.token
      )
      #expect(answer.status == .exited(0))
      try await body(project, sandbox)
    }
    await sandbox.stop()
  }

  private func status(
    _ arguments: [String] = [],
    of project: ScratchProject,
    _ url: String
  ) async throws -> ToolAnswer {
    try await Program.run(["status", "--base-url", url] + arguments, in: project)
  }

  private static let identity = """
    {"active":true,"workspace_id":"w","workspace_name":"Test","workspace_slug":"test",\
    "scope":"object_configuration:read record_permission:read note:read webhook:read \
    meeting:read list_configuration:read"}
    """
  private static let objects = #"{"data":[{"api_slug":"people"}]}"#

  /// The document of a probe of a server that knows the token and answers the reads like this.
  private func probe(
    answer: RawHTTPServer.Step
  ) async throws -> (status: ToolAnswer, requests: Int) {
    let server = try RawHTTPServer { number in
      let known = [RawHTTPServer.Step.answer(200, Self.identity), .answer(200, Self.objects)]
      return [.readRequest, number < known.count ? known[number] : answer]
    }
    defer { server.stop() }
    let files = [".env": "ATTIO_API_KEY=\(SandboxScenario.full.token)\n", ".gitignore": ".env\n"]
    return try await ScratchProject.with(files: files) { project in
      let arguments = ["--probe", "--json"]
      let answer = try await status(arguments, of: project, "http://127.0.0.1:\(server.port)/v2")
      return (answer, server.requests.count - 2)
    }
  }

  @Test func `stops the probe at 429 and says what was not asked`() async throws {
    let (answer, requests) = try await probe(
      answer: .answer(429, "{}", headers: ["Retry-After: 9"])
    )
    #expect(answer.status == .exited(0))
    let rows = try #require(try JSON(answer.text).probe?.elements)
    #expect(rows.count == 6)
    let asked = rows.filter { $0.http_status == .number(429) }
    #expect((1...4).contains(asked.count) && asked.count == requests)
    #expect(asked.allSatisfy { $0.state == .text("rate_limited") })
    let left = rows.filter { $0.http_status == .null && $0.state == .text("not_checked") }
    #expect(asked.count + left.count == rows.count)
    #expect(left.allSatisfy { $0.message == .text("Not asked: Attio asked to wait.") })
  }

  @Test(arguments: [(401, 1), (403, 1), (404, 0), (200, 0)])
  func `a refused read needs action`(code: Int, exit: Int32) async throws {
    let (answer, requests) = try await probe(answer: .answer(code, "{}"))
    #expect(answer.status == .exited(exit))
    #expect(requests == 6)
    let rows = try #require(try JSON(answer.text).probe?.elements)
    #expect(rows.allSatisfy { $0.http_status == .number(Double(code)) })
  }

  @Test func `asks one read for each resource`() async throws {
    try await withProject { project, sandbox in
      let answer = try await status(["--probe", "--json"], of: project, sandbox.apiURL)
      #expect(answer.status == .exited(0))
      let rows = try #require(try JSON(answer.text).probe?.elements)
      #expect(rows.count == 12)
      #expect(rows.allSatisfy { $0.state == .text("connected") })
      #expect(rows.allSatisfy { $0.http_status == .number(200) })
      #expect(rows.allSatisfy { ($0.milliseconds?.number ?? 0) > 0 })
      let text = try await status(["--probe"], of: project, sandbox.apiURL)
      #expect(text.text.contains("\nProbe: one read for each resource that is granted\n✓ 200 "))
      let without = try await status(["--json"], of: project, sandbox.apiURL)
      #expect(try JSON(without.text).probe == nil)
    }
  }

  @Test(arguments: [(SandboxScenario.recordsOnly, 1), (.noScopes, 0), (.inactive, 0)])
  func `asks only what the token may`(scenario: SandboxScenario, rows: Int) async throws {
    try await withProject(scenario) { project, sandbox in
      let plain = try await status(["--json"], of: project, sandbox.apiURL)
      let answer = try await status(["--probe", "--json"], of: project, sandbox.apiURL)
      #expect(answer.status == plain.status)
      let found = try #require(try JSON(answer.text).probe?.elements)
      #expect(found.count == rows)
      #expect(found.allSatisfy { $0.state == .text("not_checked") })
    }
  }

  @Test func `cannot probe without asking Attio`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(["status", "--offline", "--probe"], in: project)
      #expect(answer.status == .exited(64))
      #expect(answer.errorText.contains("exclude each other"))
    }
  }

  /// The state and the summary of one check.
  private func check(_ id: String, in answer: ToolAnswer) throws -> (state: JSON?, summary: String)
  {
    let checks = try #require(try JSON(answer.text).checks)
    let check = try #require(checks.elements.first { $0.id == .text(id) })
    return (check.state, check.summary?.string ?? "")
  }

  @Test func `finds the env file in an image and in a package`() async throws {
    let files = [
      "package.json": #"{"name": "shop", "version": "1.0.0"}"#, "Dockerfile": "COPY . .\n",
      ".npmignore": "test\n",
    ]
    try await withProject(files: files) { project, sandbox in
      let leaking = try await status(["--json"], of: project, sandbox.apiURL)
      #expect(leaking.status == .exited(0))
      let found = try check("ship.ignored", in: leaking)
      #expect(found.state == .text("warn"))
      #expect(found.summary.contains("Dockerfile") && found.summary.contains("npm publish"))
      try project.write(".env*\n", to: ".dockerignore")
      try project.write("test\n.env\n", to: ".npmignore")
      let safe = try await status(["--json"], of: project, sandbox.apiURL)
      #expect(try check("ship.ignored", in: safe).state == .text("pass"))
    }
  }

  @Test(arguments: [
    [:],
    ["package.json": #"{"name": "shop", "private": true}"#],
    ["package.json": "not JSON"],
    ["package.json": "{}"],
    ["Dockerfile.dockerignore": "\n"],
  ])
  func `says nothing about shipping where nothing is shipped`(
    files: [String: String]
  ) async throws {
    try await withProject(files: files) { project, sandbox in
      let answer = try await status(["--json"], of: project, sandbox.apiURL)
      #expect(try check("ship.ignored", in: answer).state == .text("skipped"))
    }
  }

  @Test func `reads the rules above a package of an npm workspace`() async throws {
    try await withProject { project, sandbox in
      try await Program.tool("mkdir", ["-p", "packages/web"], in: project)
      try project.write(#"{"name": "web", "version": "1.0.0"}"#, to: "packages/web/package.json")
      try project.write("ATTIO_API_KEY=x\n", to: "packages/web/.env")
      let arguments = ["--offline", "--json", "--directory", "packages/web"]
      for (manifest, state) in [(#"{"workspaces": ["packages/*"]}"#, "pass"), ("{}", "warn")] {
        try project.write(manifest, to: "package.json")
        let answer = try await status(arguments, of: project, sandbox.apiURL)
        #expect(try check("ship.ignored", in: answer).state == .text(state))
      }
    }
  }

  @Test func `takes the ignore file that belongs to a build`() async throws {
    let files = [
      "web.Dockerfile": "COPY . .\n", "web.Dockerfile.dockerignore": "dist\n",
      ".dockerignore": ".env\n",
    ]
    try await withProject(files: files) { project, sandbox in
      let answer = try await status(["--json"], of: project, sandbox.apiURL)
      let found = try check("ship.ignored", in: answer)
      #expect(found.state == .text("warn"))
      #expect(found.summary.contains("web.Dockerfile.dockerignore does not name it"))
    }
  }

  @Test func `compares the clock with the date of the answer`() async throws {
    try await withProject { project, sandbox in
      let good = try await status(["--json"], of: project, sandbox.apiURL)
      #expect(try check("clock", in: good).state == .text("pass"))
      let server = try RawHTTPServer(
        .answer(401, "", headers: ["Date: Sun, 06 Nov 1994 08:49:37 GMT"])
      )
      let wrong = try await status(
        ["--json"],
        of: project,
        "http://127.0.0.1:\(server.port)/v2"
      )
      server.stop()
      let found = try check("clock", in: wrong)
      #expect(found.state == .text("warn"))
      #expect(found.summary.contains("days ahead of Attio's"))
      let offline = try await status(["--json", "--offline"], of: project, sandbox.apiURL)
      #expect(try check("clock", in: offline).state == .text("skipped"))
    }
  }

  @Test func `warns of a file of another user`() async throws {
    try await withProject { project, sandbox in
      let own = try await status(["--json"], of: project, sandbox.apiURL)
      #expect(try check("file.owner", in: own).state == .text("pass"))
      // Only root can give a file away; elsewhere a file of root's stands in for it.
      let isRoot = try await Program.tool("id", ["-u"], in: project) == "0"
      let other: String
      if isRoot {
        try await Program.tool("chown", ["12345", ".env"], in: project)
        other = ".env"
      } else {
        other = "/etc/hostname"
      }
      let answer = try await status(["--json", "--env-file", other], of: project, sandbox.apiURL)
      let found = try check("file.owner", in: answer)
      #expect(found.state == .text("warn"))
      #expect(found.summary.contains("another user (\(isRoot ? "12345" : "0");"))
    }
  }

  @Test func `tells how long each phase took`() async throws {
    try await withProject { project, sandbox in
      let document = try JSON(
        try await status(["--json"], of: project, sandbox.apiURL).text
      )
      let timings = try #require(document.connection?.timings)
      #expect(timings.tls == .null)
      #expect(try #require(timings.connect?.number) >= 0)
      #expect(try #require(timings.first_byte?.number) > 0)
      let text = try await status(of: project, sandbox.apiURL).text
      #expect(text.split(separator: "\n").count { $0.hasPrefix("Timings: ") } == 1)
      let offline = try await status(["--offline", "--json"], of: project, sandbox.apiURL)
      #expect(try JSON(offline.text).connection?.timings?.connect == .null)
    }
  }
}
