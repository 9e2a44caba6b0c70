import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// One project whose every name, comment and value is hostile to a terminal, through every form of
/// output.
@Suite(.alone) struct HostileTextTests {
  private static let mark = "\u{1B}[31m\u{202E}\u{9B}2J\u{7}"
  private static let files = [
    "package.json": "{}\n",
    ".env": "ATTIO_API_KEY=\"canary\(mark)0123456789abcdef\"\nOTHER\(mark)=1\n",
    ".env.example": "# attio-scopes: note:read\(mark) task\(mark):read-write\nATTIO_API_KEY=\n",
    ".env.bak\(mark)": "ATTIO_API_KEY=x\n",
    ".gitignore": ".env\n# \(mark)\n!.env\(mark)\n.e*\(mark)\n",
    "Dockerfile": "FROM scratch\nCOPY . .\n",
  ]

  /// What a terminal would act on, in the order of its code points.
  private func controls(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control || scalar.properties.isBidiControl)
    }
  }

  private func strings(_ json: JSON) -> [String] {
    switch json {
    case .text(let text): [text]
    case .list(let elements): elements.flatMap(strings)
    case .object(let members): members.keys + members.values.flatMap(strings)
    case .null, .bool, .number: []
    }
  }

  private static let commands: [[String]] = [
    ["status", "--offline"], ["status", "--offline", "--json"], ["status", "--sandbox"],
    ["status", "--sandbox", "--json"],
    ["apply", "--sandbox", "--dry-run"], ["apply", "--sandbox", "--dry-run", "--json"],
    ["apply", "--sandbox"], ["apply", "--sandbox", "--json"],
    ["apply", "--sandbox", "--env-file", "x\(mark)/\(mark)"],
    ["undo", "--list"], ["undo", "--list", "--json"], ["undo", "--dry-run"],
    ["undo", "--dry-run", "--json"],
    ["client", "--language", "python"], ["client", "--language", mark],
    ["scopes", "--for", "POST /v2/\(mark)"], ["scopes", "--json", "--for", "POST /v2/\(mark)"],
    ["scopes", "--preset", mark], ["workspaces"], ["workspaces", "show", mark],
    ["workspaces", "show", mark, "--json"], ["status", "--workspace", mark],
    ["run", "--workspace", mark, "--", "true"],
    ["connect", "--no-input", "--redirect-uri", mark],
    ["connect", "--no-input", "--json", "--client-id", mark],
    ["status", "--variable", mark], ["status", "--directory", "/nowhere/\(mark)"],
    ["status", "--directory", "/nowhere/\(mark)", "--json"],
    ["status", "--base-url", "http://\(mark)"],
    ["status", "--ca-bundle", "/nowhere/\(mark)"], [mark], ["--\(mark)"],
    ["status", "--\(mark)", "--json"],
    ["wizard", "--no-input"], ["help", mark],
  ]

  @Test func `no form of output lets a terminal act on it`() async throws {
    try await ScratchProject.with(git: false, files: Self.files, name: "shop\(Self.mark)") {
      project in
      try await Program.tool("git", ["init", "-q", "-b", "x\u{202E}y\u{9B}"], in: project)
      let environments = [[:], ["ATTIO_API_KEY": "shell\(Self.mark)0123456789abcdef"]]
      for environment in environments {
        for command in Self.commands {
          let answer = try await Program.run(command, in: project, environment: environment)
          let name = "\(command)".unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
          #expect(controls(answer.output) == [], "\(name)")
          #expect(controls(Array(answer.errorText.utf8)) == [], "\(name)")
          guard command.contains("--json"), !answer.text.isEmpty else { continue }
          for string in strings(try JSON(answer.text)) {
            #expect(controls(Array(string.utf8)) == [], "\(name)")
          }
        }
      }
    }
  }

  @Test func `a damaged repository's own words are clean`() async throws {
    try await ScratchProject.with(name: "shop\(Self.mark)") { project in
      try project.write("[core]\n\tbare = \"\(Self.mark)\"\n[x\(Self.mark)", to: ".git/config")
      try project.write("ATTIO_API_KEY=old\n", to: ".env")
      for command in [
        ["status", "--offline"], ["status", "--offline", "--json"], ["apply", "--sandbox"],
      ] {
        let answer = try await Program.run(command, in: project)
        #expect(answer.status == .exited(1) || command[0] == "status")
        #expect(controls(answer.output + Array(answer.errorText.utf8)) == [])
      }
    }
  }

  @Test func `thousands of scopes are one answer among others`() async throws {
    let scopes = (0..<20_000).map { "resource_\($0):read-write" }.joined(separator: " ")
    let identity = """
      {"active":true,"workspace_id":"w","workspace_name":"Test","workspace_slug":"test","scope":"\(scopes)"}
      """
    let server = try RawHTTPServer { _ in [.readRequest, .answer(200, identity)] }
    defer { server.stop() }
    let files = [
      ".env": "ATTIO_API_KEY=\(SandboxScenario.full.token)\n", ".gitignore": ".env\n",
      ".env.example": "# attio-scopes: note:read\nATTIO_API_KEY=\n",
    ]
    try await ScratchProject.with(files: files) { project in
      let url = "http://127.0.0.1:\(server.port)/v2"
      let answer = try await Program.run(["status", "--base-url", url], in: project)
      #expect(answer.status == .exited(1))
      #expect(answer.output.count < 20_000)
    }
  }
}
